import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Headlines and dates that the user gives to stories.
struct EditTests {
  private func driver(_ keys: String = "") -> Driver { Driver(size: .usual).opened(keys) }

  @Test(
    "A date behind its command's name dates the story, says so, and is taken back by undo", arguments: ["", "<enter>"])
  func date(place: String) {
    var driver = driver(place)
    driver.give("date 2026-04-20")
    #expect(driver.foot.hasPrefix("dated ") && driver.foot.hasSuffix(" · U takes it back"))
    #expect(driver.state.index?.row?.date == Moment(iso8601: "2026-04-20"))
    driver.press("U")
    #expect(driver.foot.hasPrefix("dated ") && driver.foot.hasSuffix(" again"))
    #expect(driver.state.index?.row?.date == Moment(iso8601: "2026-04-28"))
  }

  @Test("A headline goes on from the one there is; an empty line brings back what the story says")
  func headline() {
    var driver = driver("<enter>")
    driver.give("headline")
    #expect(driver.foot == "headline: A model maker may now sell on every cloud")
    driver.press("^u")
    driver.type("Clouds for all")
    driver.press("<enter>")
    #expect(driver.foot == "headed “Clouds for all” · U takes it back" && driver.lines[0].contains("Clouds for all"))
    driver.press("h")
    #expect(driver.cursorLine.contains("Clouds for all"))
    driver.give("headline")
    driver.press("^u <enter>")
    #expect(driver.foot == "headed as the story says · U takes it back")
    #expect(driver.cursorLine.contains("A model maker may now sell on every cloud"))
  }

  @Test("An unchanged line, and one that is no date, edit nothing")
  func nothing() {
    var driver = driver()
    driver.give("date")
    #expect(driver.foot == "date: 2026-04-28")
    driver.press("<enter>")
    driver.expectEffects([])
    driver.give("date soon")
    driver.expectEffects([])
    #expect(driver.foot == "date: soon" && driver.shows("“soon” is no date; 2026-04-28 is one"))
    driver.press("<esc>")
    driver.give("date yesterday")
    driver.expectEffects([.change(.edit(StoryID("s100"), [.date(Moment(iso8601: "2026-04-30") ?? Moment(seconds: 0))]))]
    )
  }

  @Test(
    "Where there is no story, or more than one is chosen, that is said",
    arguments: [("v v", "headlines and dates are edited one story at a time"), ("4", "there is no story here")])
  func refused(keys: String, said: String) {
    var driver = driver(keys)
    driver.give("date 2026-04-20")
    driver.expectEffects([])
    #expect(driver.foot == said)
  }
}

extension Driver {
  /// Gives a command by its name, with what it takes.
  fileprivate mutating func give(_ line: String) {
    press(":")
    type(line)
    press("<enter>")
  }
}
