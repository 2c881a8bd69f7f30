public import Briefing
import Canvas

/// A story as plain lines from top to bottom, for a pipe, a mail, a printer or a screen reader.
///
/// Sources are footnotes: their numbers stand where the claims do, and what they stand for at the end.
public enum LinearText {
  /// The lines of a story, each ended by a newline and at most `width` columns wide; addresses and lines of code are never
  /// broken.
  ///
  /// What was set aside is not among them. Costs one pass over the story.
  public static func lines(of detail: StoryDetail, width: Int, dates: DateStyle = .auto) -> String {
    let facts = StoryFacts(detail.story)
    var page = LinearPage(width: max(1, width), facts: facts)
    page.write(detail.story.headline)
    page.write(byline(of: detail, facts, dates))
    if let url = detail.story.url { page.writeWhole(url) }
    page.skip()
    for bullet in detail.story.summary { page.write(bullet, after: "- ") }
    page.skip()
    page.write(detail.story.lede)
    for section in detail.story.sections {
      page.write(section.heading)
      page.skip()
      page.write(section.blocks, after: "  ")
    }
    page.writeSources(of: detail.story)
    page.writeLinks(of: detail.story)
    return page.text
  }

  private static func byline(of detail: StoryDetail, _ facts: StoryFacts, _ dates: DateStyle) -> String {
    var items = [detail.story.publisher, detail.story.byAuthors, detail.row.date.longDayLabel(dates)].compactMap { $0 }
    if facts.questions > 0 { items.append(counted(facts.questions, "question", "questions")) }
    if !facts.hosts.isEmpty { items.append(counted(facts.hosts.count, "source", "sources")) }
    return items.joined(separator: " · ")
  }
}
