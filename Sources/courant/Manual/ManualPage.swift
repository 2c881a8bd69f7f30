/// A page of the manual: `courant(1)` and those that it refers to.
///
/// Its words are plain, but for what stands between backquotes: that is typed as it stands, and words in capitals within it
/// stand for others. `roff` writes the page for man(1), `text` for `courant help`.
struct ManualPage: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case chapter(String)
    case section(String)
    case paragraph(String)
    /// Each line as it stands.
    case lines([String])
    case entries([Entry])
  }

  /// A term, what it means, and what belongs to it.
  struct Entry: Hashable, Sendable {
    var term: String
    var meaning: String
    var entries: [Entry] = []
  }

  /// What `courant help` knows it by.
  var topic: String
  var name: String
  /// The section of the manual: 1 for programs, 5 for files, 7 for what is to be known.
  var section: Int
  /// What it is about, in a line.
  var summary: String
  var parts: [Part]

  /// The name of its file below `share/man/manN`.
  var file: String { "\(name).\(section)" }

  /// How other pages refer to it.
  var reference: String { "\(name)(\(section))" }

  /// All pages, the program's first.
  static let all = [commands, keys, query, config]
}

/// A stretch of a page's words.
enum ManualSpan: Hashable {
  case words(Substring)
  /// What is typed as it stands.
  case typed(Substring)
  /// What stands for something else.
  case placeholder(Substring)

  /// The spans of a text with backquotes.
  static func spans(of text: String) -> [ManualSpan] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? [.words(part)] : typed(part)
    }
  }

  /// What is typed, apart from the words in it that stand for others: two capitals or more.
  private static func typed(_ text: Substring) -> [ManualSpan] {
    var spans: [ManualSpan] = []
    var rest = text
    for match in text.matches(of: /\b[A-Z]{2,}\b|\b[A-Z]\b(?=\])/) {
      if rest.startIndex < match.range.lowerBound { spans.append(.typed(rest[..<match.range.lowerBound])) }
      spans.append(.placeholder(text[match.range]))
      rest = text[match.range.upperBound...]
    }
    return rest.isEmpty ? spans : spans + [.typed(rest)]
  }
}
