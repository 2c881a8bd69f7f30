import Briefing
import Foundation
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

  @Test("It holds eighty stories and more, and half of them set out to break the parser")
  func size() {
    let stories = CorpusStory.all.filter { $0.part != .seeds }
    let hostile = stories.filter { $0.part == .adversary }
    #expect(stories.count >= 80)
    #expect(hostile.count * 2 >= stories.count)
  }

  @Test("Each story of the first run's library is in it")
  func seeds() throws {
    let expected = CorpusStory.all.filter { $0.part == .seeds }.map(\.name)
    let folder = URL(filePath: #filePath).appending(path: "../../../seeds").standardized
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(texts.map { String($0.dropLast(4)) }.sorted() == expected)
  }
}
