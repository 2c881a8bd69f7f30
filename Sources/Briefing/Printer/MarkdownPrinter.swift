/// Writes a story as Markdown, for other programs and to be read back as the very same story.
///
/// CommonMark, with a backslash before whatever GitHub's dialect reads more into. Everything in the story is text: it makes
/// no markup, no HTML and no link. Citations with an address are links, those without are the host alone. A comment at the
/// end, which no program shows, says that Courant wrote it, and what Markdown has no place for.
public enum MarkdownPrinter {
  /// The Markdown of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    text(of: Reading(story: story))
  }

  /// The same with what was set aside, and with what the catalog says of the story.
  public static func text(of reading: Reading) -> String {
    let story = reading.story
    var blocks: [String] = []
    if !story.headline.isEmpty { blocks.append("# \(escaped(story.headline))") }
    if let origin = origin(of: story) { blocks.append(origin) }
    if !story.summary.isEmpty {
      blocks.append(story.summary.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    blocks += story.lede.map(block)
    for section in story.sections {
      blocks.append("## \(escaped(section.heading))")
      blocks += section.blocks.map(block)
    }
    blocks.append(comment(of: reading))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The line that says who made the story, when and where.
  static func origin(of story: Story) -> String? {
    let day = story.published.map { String($0.iso8601.prefix { $0 != "T" }) }
    var parts = [story.publisher, day].compactMap { $0 }.map { escaped($0) }
    if let url = story.url, let target = target(url) { parts.append("[\(escaped(url))](\(target))") }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private static func comment(of reading: Reading) -> String {
    let fields = CanonicalFields(reading: reading, areComment: true)
    let citations = reading.story.blocks.flatMap(\.citations)
    let addresses = citations.enumerated().compactMap { index, citation in
      citation.url.flatMap { target($0) == nil ? fields.address($0, ofCitation: index + 1) : nil }
    }
    let lines = fields.head + addresses + fields.setAside
    if lines.isEmpty { return "\(CanonicalForm.emptyComment)" }
    return (["\(CanonicalForm.comment)"] + lines + ["-->"]).joined(separator: "\n")
  }

  private static func block(_ paragraph: Block) -> String {
    let text = Array(paragraph.text.utf8)
    var output = ""
    var start = 0
    func write(upTo end: Int) {
      let piece = String(decoding: text[start..<end], as: UTF8.self)
      output += escaped(piece, opensLine: output.isEmpty, mayCite: true)
      start = end
    }
    for citation in paragraph.citations {
      write(upTo: max(start, min(citation.place, text.count)))
      output += (output.isEmpty ? "" : " ") + mark(citation)
    }
    write(upTo: text.count)
    return output
  }

  private static func mark(_ citation: Citation) -> String {
    let host = escaped(citation.host, opensLine: false)
    guard let url = citation.url, let target = target(url) else { return "(\(host))" }
    return "([\(host)](\(target)))"
  }

  /// An address of the web, so written that it cannot end early; nil for any other.
  private static func target(_ url: String) -> String? {
    var bytes = url
    guard bytes.withUTF8({ AddressStart.isWeb($0, 0..<$0.count) && !$0.contains(where: \.isSpace) }) else { return nil }
    // An ampersand opens an entity only where a semicolon closes it.
    let mayHoldEntities = url.utf8.contains(UInt8(ascii: ";"))
    var output = String.UnicodeScalarView()
    for scalar in url.unicodeScalars {
      switch scalar {
      case "(", ")", "<", ">", "[", "]", "\\", "\"", "`": output.append("\\")
      case "&" where mayHoldEntities: output.append("\\")
      default: break
      }
      output.append(scalar)
    }
    return String(output)
  }

  /// Text in which no character is markup; where it opens a line, also none that would open a block, and where citations
  /// may stand, no parenthesis that could be one.
  private static func escaped(_ text: String, opensLine: Bool = true, mayCite: Bool = false) -> String {
    let scalars = Array(text.unicodeScalars)
    let openings = mayCite ? openings(in: scalars) : []
    var output = String.UnicodeScalarView()
    var isNumber = opensLine
    var previous: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      let endsNumber = isNumber && index > 0 && (scalar == "." || scalar == ")")
      let opensBlock = opensLine && index == 0 && "-+=>".unicodeScalars.contains(scalar)
      if isMarkup(scalar, behind: previous) || endsNumber || opensBlock || openings.contains(index) {
        output.append("\\")
      }
      output.append(scalar == "\n" ? " " : scalar)
      isNumber = isNumber && isDigit
      previous = scalar
    }
    return String(output)
  }

  /// The parentheses that another one closes before the next space.
  private static func openings(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var openings: Set<Int> = []
    var isClosed = false
    for (index, scalar) in scalars.enumerated().reversed() {
      switch scalar {
      case " ": isClosed = false
      case ")": isClosed = true
      case "(": if isClosed { openings.insert(index) }
      default: break
      }
    }
    return openings
  }

  private static func isMarkup(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", "&", "|", "~": true
    case "#": previous == " " || previous == "#"
    default: false
    }
  }
}
