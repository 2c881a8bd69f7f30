import Briefing
import Testing

/// Every story of the corpus reads exactly as a careful reader read it.
@Suite("The corpus")
struct CorpusTests {
  @Test("A story reads as expected", arguments: CorpusStory.all)
  func reads(_ story: CorpusStory) throws {
    let expected = try story.expectedOutline()
    let outline = try Outline(StoryParser.parse(story.input()))
    if let difference = outline.firstDifference(from: expected) {
      Issue.record("\(story.name): \(difference)")
    }
  }

  @Test("It holds eighty stories, and half of them set out to break the parser")
  func size() {
    let hostile = CorpusStory.all.filter { $0.half == .adversary }.count
    #expect(CorpusStory.all.count >= 80)
    #expect(hostile * 2 >= CorpusStory.all.count)
  }
}
