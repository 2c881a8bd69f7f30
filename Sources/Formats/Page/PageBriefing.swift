import Briefing

/// Makes a briefing of a page that is one: bullets under the headline, and headings that mostly ask.
enum PageBriefing {
  /// The story with its bullets as its summary, where it is one; else as it is.
  static func taken(from story: Story) -> Story {
    guard story.summary.isEmpty, story.sections.count > 1, story.questionHeadings.count == story.sections.count else {
      return story
    }
    let bullets = story.lede.prefix { block in
      guard block.kind == .prose, block.containers.count == 1, case .item(let item) = block.containers[0] else {
        return false
      }
      return item.marker == Block.Item.bullet
    }
    guard (2...12).contains(bullets.count), bullets.allSatisfy({ $0.citations.isEmpty }) else { return story }
    var briefing = story
    briefing.summary = bullets.map(\.text)
    briefing.lede.removeFirst(bullets.count)
    return briefing
  }
}
