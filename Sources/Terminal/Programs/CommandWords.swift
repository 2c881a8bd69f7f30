/// Splits a command line into words as a user means it, without ever giving it to a shell.
///
/// Quotes (`'` and `"`) and backslashes are understood; variables, globs, pipes and the rest of a shell's language are
/// letters like any other.
enum CommandWords {
  /// Nil where a quote is not closed.
  static func split(_ line: some StringProtocol) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", nil), ("\\", "\""):
        word = (word ?? "") + String(rest.popFirst() ?? "\\")
      case (quote, _) where quote != nil:
        quote = nil
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil), ("\t", nil), ("\n", nil):
        if let word { words.append(word) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return quote == nil ? words : nil
  }

  /// The alternatives of a list that colons part, where no quote holds them together.
  static func alternatives(in list: String) -> [Substring] {
    var found: [Substring] = []
    var start = list.startIndex
    var quote: Character?
    for index in list.indices {
      let character = list[index]
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == ":" {
        found.append(list[start..<index])
        start = list.index(after: index)
      }
    }
    return found + [list[start...]]
  }
}
