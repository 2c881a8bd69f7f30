/// What a shell can put in the place of the word that is being typed.
struct Completions: Hashable {
  struct Candidate: Hashable {
    var word: String
    /// What is said of it beside it; empty for nothing.
    var note = ""
  }

  /// Which names of the disk the shell is to offer as well; it knows best how they are written.
  enum Files: String, Hashable {
    case none, files, folders
  }

  var candidates: [Candidate] = []
  var files = Files.none
  /// Whether more follows without a space: the value of a field.
  var isOpen = false

  static let nothing = Completions()

  /// The lines for the scripts of `completions/`: what the shell is to add, and then a candidate a line, its note behind a tab.
  ///
  /// What would be shown otherwise than it is, as only a damaged catalog holds it, is left out.
  var lines: [String] {
    let head = files.rawValue + (isOpen ? " open" : "")
    let safe = candidates.filter { $0.word == displayable($0.word) && !$0.word.contains { $0 == "\n" || $0 == "\t" } }
    return [head]
      + safe.map { $0.note.isEmpty ? $0.word : "\($0.word)\t\(displayable($0.note).replacing("\t", with: " "))" }
  }

  static func + (one: Completions, other: Completions) -> Completions {
    Completions(
      candidates: one.candidates + other.candidates, files: one.files == .none ? other.files : one.files,
      isOpen: one.isOpen || other.isOpen)
  }
}
