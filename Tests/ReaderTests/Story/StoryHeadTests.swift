import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct StoryHeadTests {
  @Test("A tag stands in the byline once it is kept, and leaves it when it is taken away")
  func tags() {
    var driver = Driver(size: .usual)
    driver.press("<enter> t")
    driver.type("energy ports")
    driver.press("<enter>")
    #expect(driver.lines[1].contains("5 questions · #energy #ports"))
    driver.press("t")
    driver.type("-energy")
    driver.press("<enter>")
    #expect(driver.lines[1].hasSuffix("5 questions · #ports"))
  }

  @Test("Where not all has room, the counts give way to the tags, the last one first")
  func tight() {
    var detail = StorySamples.changed
    detail.row.tags = ["energy", "ports-of-the-north"]
    #expect(StoryBench(detail).lines[1].hasSuffix("version 2 of 2 · 1 min · #energy #ports-of-the-north"))
    let narrow = StoryBench(detail, columns: 56).lines[1]
    #expect(narrow.hasSuffix("· version 2 of 2 · #energy…"))
  }

  @Test("An older version tells its own date, not that of the newest")
  func date() {
    var detail = StorySamples.changed
    (detail.version, detail.versionDate) = (1, Moment(iso8601: "2026-04-02"))
    #expect(StoryBench(detail).lines[1].hasPrefix(" Scout · 2 April 2026 · version 1 of 2 · "))
  }

  @Test("A blog that has the name of its author is named once")
  func onePerson() {
    var detail = StorySamples.changed
    (detail.story.publisher, detail.story.authors) = ("Ann Lee", ["Ann Lee"])
    #expect(StoryBench(detail).lines[1].hasPrefix(" Ann Lee · \(detail.date.longDayLabel(.auto)) · "))
    detail.story.authors = ["Ann Lee", "Bo Ek"]
    #expect(StoryBench(detail).lines[1].hasPrefix(" Ann Lee · Ann Lee, Bo Ek · "))
  }
}
