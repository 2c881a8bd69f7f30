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
    CanonicalPlan.text(of: reading.story) { plan in text(of: reading, plan) }
  }

  private static func text(of reading: Reading, _ plan: CanonicalPlan) -> String {
    let story = reading.story
    var body = CanonicalBody(story, plan, .markdown)
    if !story.headline.isEmpty || body.needsHeadline { body.put("# \(escaped(story.headline))") }
    if let origin = origin(of: story) { body.put(origin) }
    body.put(bullets: story.summary) { escaped($0) }
    body.putBlocks { escaped($0) }
    body.put(comment(of: reading, body.amendments))
    return body.text + "\n"
  }

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

  private static func comment(
    of reading: Reading, _ amendments: [(change: CanonicalAmendment.Change, number: Int)]
  ) -> String {
    let fields = CanonicalFields(reading: reading, areComment: true)
    let lines = fields.head + amendments.map { fields.line($0.change, of: $0.number) } + fields.setAside
    if lines.isEmpty { return "\(CanonicalForm.emptyComment)" }
    return (["\(CanonicalForm.comment)"] + lines + ["-->"]).joined(separator: "\n")
  }

  /// A line in which no character is markup, nor opens a block.
  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var isNumber = true
    var previous: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      let endsNumber = isNumber && index > 0 && (scalar == "." || scalar == ")")
      let opensBlock = index == 0 && "-+=>".unicodeScalars.contains(scalar)
      if isMarkup(scalar, behind: previous) || endsNumber || opensBlock {
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
