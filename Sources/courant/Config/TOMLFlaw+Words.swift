/// What is wrong in a TOML text, in words that need no knowledge of its grammar.
extension TOMLDocument.Flaw {
  /// - Parameter parser: what the parser says, of which a few words tell what it means.
  init(line: Int, column: Int, parser: String) {
    let words = Self.words.first { parser.contains($0.said) }?.means ?? "this is not as TOML writes it"
    self.init(line: line, column: column, words: words)
  }

  static let noValue =
    "this is no value: texts stand in quotes (\"iso\"); numbers, true and false do not"
  private static let noNumber = "this is no number that can be read"
  private static let noDate = "this is no date and no time"
  private static let noEscape =
    "behind a \\ in double quotes stands one of b t n f r \" \\ u; in single quotes a \\ means itself"

  /// What the parser says, and what it means, the most telling first.
  private static let words: [(said: String, means: String)] = [
    ("cannot redefine", "this name has been given already"),
    ("existing inline table", "a table in { } takes nothing more later on"),
    ("escape sequence", noEscape), ("hex digit", noEscape), ("surrogates", noEscape), ("U+10FFFF", noEscape),
    (
      "control character",
      "a text in quotes ends on its line: a closing quote is missing, or a sign that cannot be seen is in it"
    ),
    ("end-of-file", "the file ends before this does: a closing quote or bracket is missing"),
    ("dangling comma", "a “,” too many stands here"), ("saw comma", "a “,” too many stands here"),
    ("closing ']'", "“,” or “]” is missing here"), ("closing '}'", "“,” or “}” is missing here"),
    ("expected ']'", "“]” is missing here"), ("expected '='", "“=” is missing here"),
    ("comment or whitespace", "nothing but a comment may stand behind a value on its line"),
    ("leading zeroes", "a number does not begin with 0"), ("nderscores", "a _ stands only between two digits"),
    ("64 bits", "this number is too large"),
    ("year", noDate), ("month", noDate), ("day", noDate), ("hour", noDate), ("minute", noDate), ("second", noDate),
    ("'T'", noDate), ("time", noDate),
    ("interpreted", noValue), ("determine value", noValue), ("value-terminator", noValue), ("expected value", noValue),
    ("digit", noNumber), ("exponent", noNumber), ("numeric", noNumber), ("expected '.'", noNumber),
    ("key", "a name is missing here"), ("nested", "this is nested too deep"),
    ("brackets", "the two brackets of [[ and ]] stand together"),
    ("'\\n' after '\\r'", "a carriage return stands in the middle of the line"),
    ("line-ending", "behind a \\ at the end of a line nothing may stand"),
    ("expected '", "something is missing here, such as a closing quote"),
  ]
}
