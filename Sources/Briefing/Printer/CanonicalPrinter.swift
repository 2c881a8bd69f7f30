/// Writes a story as text that the parser reads back as the very same story.
///
/// The text opens with a front matter that says `courant: 1`; under it every block is one line. A backslash takes the
/// meaning from the mark behind it. Made for people too: nothing is escaped that need not be.
public enum CanonicalPrinter {
  /// The text of `story`, which ends with a line break. Linear in the story.
  public static func text(of story: Story) -> String {
    var output = "---\n\(CanonicalForm.version)\n"
    output += field("publisher", story.publisher)
    output += field("url", story.url)
    output += field("published", story.published?.iso8601)
    output += "---\n"
    if !story.headline.isEmpty { output += "\n# \(line(story.headline))\n" }
    if !story.summary.isEmpty { output += "\n" }
    for bullet in story.summary { output += "- \(line(bullet))\n" }
    for paragraph in story.lede { output += "\n\(block(paragraph))\n" }
    for section in story.sections {
      output += "\n### \(line(section.heading))\n"
      for paragraph in section.paragraphs { output += "\n\(block(paragraph))\n" }
    }
    return output
  }

  private static func field(_ name: String, _ value: String?) -> String {
    value.map { "\(name): \(line($0))\n" } ?? ""
  }

  private static func line(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 { CanonicalForm.append(byte, to: &escaped) }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func block(_ paragraph: Paragraph) -> String {
    var writer = CanonicalParagraph(paragraph)
    return writer.write()
  }
}
