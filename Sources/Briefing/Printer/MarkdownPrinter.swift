/// Writes a story as Markdown for other programs.
///
/// CommonMark, with a backslash before whatever GitHub's dialect reads more into. Everything in the story is text: it makes
/// no markup, no HTML and no link. Citations with an address are links, those without are the host alone.
public enum MarkdownPrinter {
  /// The Markdown of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    var blocks: [String] = []
    if !story.headline.isEmpty { blocks.append("# \(escaped(story.headline))") }
    if let origin = origin(of: story) { blocks.append(origin) }
    if !story.summary.isEmpty {
      blocks.append(story.summary.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    blocks += story.lede.map(block)
    for section in story.sections {
      blocks.append("## \(escaped(section.heading))")
      blocks += section.paragraphs.map(block)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func origin(of story: Story) -> String? {
    let day = story.published.map { String($0.iso8601.prefix { $0 != "T" }) }
    var parts = [story.publisher, day].compactMap { $0 }.map { escaped($0) }
    if let url = story.url, let target = target(url) { parts.append("[\(escaped(url))](\(target))") }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private static func block(_ paragraph: Paragraph) -> String {
    let text = Array(paragraph.text.utf8)
    var output = ""
    var start = 0
    for citation in paragraph.citations {
      let place = max(start, min(citation.place, text.count))
      output += escaped(String(decoding: text[start..<place], as: UTF8.self), opensLine: output.isEmpty)
      output += (output.isEmpty ? "" : " ") + mark(citation)
      start = place
    }
    return output + escaped(String(decoding: text[start...], as: UTF8.self), opensLine: output.isEmpty)
  }

  private static func mark(_ citation: Citation) -> String {
    let host = escaped(citation.host, opensLine: false)
    guard let url = citation.url, let target = target(url) else { return "(\(host))" }
    return "([\(host)](\(target)))"
  }

  /// An address of the web, so written that it cannot end early; nil for any other.
  private static func target(_ url: String) -> String? {
    let scheme = url.prefix(8).lowercased()
    guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { return nil }
    var output = ""
    for scalar in url.unicodeScalars {
      if "()<>[]\\\"` \n".unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Text in which no character is markup; where it opens a line, also none that would open a block.
  private static func escaped(_ text: String, opensLine: Bool = true) -> String {
    var output = String.UnicodeScalarView()
    var isNumber = opensLine
    var previous: Unicode.Scalar = " "
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      let endsNumber = isNumber && index > 0 && (scalar == "." || scalar == ")")
      let opensBlock = opensLine && index == 0 && "-+=>".unicodeScalars.contains(scalar)
      if isMarkup(scalar, behind: previous) || endsNumber || opensBlock { output.append("\\") }
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
