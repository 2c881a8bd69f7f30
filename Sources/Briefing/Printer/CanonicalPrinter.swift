/// Writes a story as text that the parser reads back as the very same story.
///
/// The text opens with a front matter that says `courant: 2`; under it stand the blocks, much as Markdown has them, and at
/// the end what they have no place for, and what was set aside. A backslash takes the meaning from the mark behind it. Made
/// for people too: nothing is escaped that need not be.
public enum CanonicalPrinter {
  /// The text of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    text(of: Reading(story: story))
  }

  /// The same with what was set aside, and with what the catalog says of the story.
  public static func text(of reading: Reading) -> String {
    CanonicalPlan.text(of: reading.story) { plan in text(of: reading, plan) }
  }

  private static func text(of reading: Reading, _ plan: CanonicalPlan) -> String {
    let story = reading.story
    let fields = CanonicalFields(reading: reading)
    var body = CanonicalBody(story, plan, .text)
    if !story.headline.isEmpty || body.needsHeadline { body.put("# \(CanonicalForm.line(story.headline))") }
    body.put(bullets: story.summary) { CanonicalForm.line($0) }
    body.putBlocks { CanonicalForm.line($0) }
    let tail = body.amendments.map { fields.line($0.change, of: $0.number) } + fields.setAside
    var output = (["---", "\(CanonicalForm.version)"] + fields.head + ["---"]).joined(separator: "\n") + "\n"
    if !body.text.isEmpty { output += "\n" + body.text + "\n" }
    if !tail.isEmpty { output += "\n---\n" + tail.joined(separator: "\n") + "\n" }
    return output
  }
}
