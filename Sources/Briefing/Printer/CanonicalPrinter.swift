/// Writes a story as text that the parser reads back as the very same story.
///
/// The text opens with a front matter that says `courant: 1`; under it every block is one line, and at the end stands what
/// was set aside. A backslash takes the meaning from the mark behind it. Made for people too: nothing is escaped that need
/// not be.
public enum CanonicalPrinter {
  /// The text of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    text(of: Reading(story: story))
  }

  /// The same with what was set aside, and with what the catalog says of the story.
  public static func text(of reading: Reading) -> String {
    let story = reading.story
    let fields = CanonicalFields(reading: reading)
    var output = (["---", "\(CanonicalForm.version)"] + fields.head + ["---"]).joined(separator: "\n") + "\n"
    if !story.headline.isEmpty { output += "\n# \(CanonicalForm.line(story.headline))\n" }
    if !story.summary.isEmpty { output += "\n" }
    for bullet in story.summary { output += "- \(CanonicalForm.line(bullet))\n" }
    for paragraph in story.lede { output += "\n\(block(paragraph))\n" }
    for section in story.sections {
      output += "\n### \(CanonicalForm.line(section.heading))\n"
      for paragraph in section.blocks { output += "\n\(block(paragraph))\n" }
    }
    if !reading.setAside.isEmpty { output += "\n---\n" }
    for line in fields.setAside { output += line + "\n" }
    return output
  }

  private static func block(_ paragraph: Block) -> String {
    var writer = CanonicalParagraph(paragraph)
    return writer.write()
  }
}
