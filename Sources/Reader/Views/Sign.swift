/// A sign that stands beside a row, a heading, a note or a claim. All that is drawn of them is from here, and the help says of each
/// what it means.
enum Sign: String, Hashable, Sendable, CaseIterable {
  case cursor = "›"
  case unread = "•"
  case begun = "◦"
  case starred = "*"
  /// A row that is selected; in a story, words that the version before did not have.
  case marked = "+"
  case questions = "q"
  case sources = "src"
  /// A copy of a page that is kept.
  case page = "page"
  case tag = "#"
  case failed = "!"
  case folded = "▸"
  case unfolded = "▾"
  /// A closed fold whose answer has been read: dimmed, and told apart where nothing can be dimmed.
  case foldedAndRead = "▹"
  case note = "✎"
  case left = "‹"
  case cut = "…"

  var glyph: String { rawValue }

  /// One sentence, for the help.
  var meaning: String {
    switch self {
    case .cursor: "Where the cursor stands."
    case .unread: "Unread."
    case .begun: "Begun, and not read to its end."
    case .starred: "Starred."
    case .marked: "Selected; in a story, new since the version before."
    case .questions: "How many questions a story answers, as in 8 q."
    case .sources: "How many sources a story cites, as in 4 src."
    case .page: "A copy of a page, kept for reading."
    case .tag: "A tag of yours, as in #sea."
    case .failed: "A feed that could not be fetched, and why."
    case .folded: "A question with its answer folded; Enter opens it."
    case .unfolded: "One that is open."
    case .foldedAndRead: "One that is folded away, and was read."
    case .note: "A note of yours."
    case .left: "The claim that you came from, at its source."
    case .cut: "There is more than fits."
    }
  }
}
