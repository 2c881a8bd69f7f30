/// Lines of Markdown that are written, and known again when they are read.
enum MarkdownLine {
  /// The line that says who made and wrote the story, when and where.
  static func origin(of story: Story) -> String? {
    let day = story.published.map { String($0.iso8601.prefix { $0 != "T" }) }
    let makers = [story.publisher].compactMap { $0 } + story.authors
    var parts = (makers + (day.map { [$0] } ?? [])).filter { !$0.isEmpty }.map { escaped($0) }
    if let url = story.url, let target = CanonicalForm.target(url, .markdown) {
      parts.append("[\(escaped(url))](\(target))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// A line in which no character is markup, nor opens a block.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var isNumber = true
    var previous: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      let endsNumber = isNumber && index > 0 && (scalar == "." || scalar == ")")
      let opensBlock = index == 0 && "-+=>".unicodeScalars.contains(scalar)
      let opensCode = index == 0 && scalar == "{" && scalars.count > 1 && scalars[1] == "%"
      if isMarkup(scalar, behind: previous) || endsNumber || opensBlock || opensCode {
        output.append("\\")
      }
      output.append(scalar == "\n" ? " " : scalar)
      isNumber = isNumber && isDigit
      previous = scalar
    }
    return String(output)
  }

  private static func isMarkup(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", "&", "|", "~": true
    case "#": previous == " " || previous == "#"
    default: false
    }
  }
}
