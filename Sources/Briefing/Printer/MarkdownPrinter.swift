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
    if !story.headline.isEmpty || body.needsHeadline { body.put("# \(MarkdownLine.escaped(story.headline))") }
    if let origin = MarkdownLine.origin(of: story) { body.put(origin) }
    body.put(bullets: story.summary) { MarkdownLine.escaped($0) }
    body.putBlocks { MarkdownLine.escaped($0) }
    body.put(comment(of: reading, body.amendments))
    return body.text + "\n"
  }

  private static func comment(
    of reading: Reading, _ amendments: [(change: CanonicalAmendment.Change, number: Int)]
  ) -> String {
    let fields = CanonicalFields(reading: reading, areComment: true)
    let lines = fields.head + amendments.map { fields.line($0.change, of: $0.number) } + fields.setAside
    if lines.isEmpty { return "\(CanonicalForm.emptyComment)" }
    return (["\(CanonicalForm.comment)"] + lines + ["-->"]).joined(separator: "\n")
  }
}
