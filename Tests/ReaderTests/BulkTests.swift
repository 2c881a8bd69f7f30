import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// What is done to all stories of the list at once.
struct BulkTests {
  private func driver(_ size: Size = Size(columns: 80, rows: 24)) -> Driver {
    Driver(
      size: size,
      catalog: FakeCatalog(
        (0..<300).map {
          Story(headline: "Ferry \($0)", published: Moment(seconds: Int64(-$0 * 86_400)))
        }))
  }

  @Test("A marks all stories of the list as read, also those that are not loaded; one undo takes it back")
  func readAll() {
    var driver = driver()
    let unread = driver.lines[0]
    driver.press("A")
    driver.expectEffects([.changeAll(BulkChange(.mark(.unread(false)), query: ""))])
    #expect(driver.foot == "289 stories marked read · U takes it back")
    #expect(driver.lines[0].contains("300 · 0 unread") && !driver.shows("•"))
    driver.press("A")
    #expect(driver.foot == "all of these are read already")
    driver.press("U")
    #expect(driver.foot == "289 stories unread again · ^r does it again" && driver.lines[0] == unread)
    driver.press("G")
    #expect(driver.shows("•"))
  }

  @Test("A stays within the limit of the list, and its rows stay where they are")
  func readLimited() {
    var driver = driver()
    driver.press("\\")
    driver.type("is:unread")
    driver.press("<enter>", "j j A")
    #expect(driver.foot == "289 stories marked read · U takes it back")
    #expect(driver.cursorLine.contains("Ferry") && driver.lines[0].contains("0"))
  }

  @Test("With rows selected, A marks these alone")
  func readSelected() {
    var driver = driver()
    driver.press("v v A")
    driver.expectEffects([.change(.mark([StoryID("s100"), StoryID("s101")], .unread(false)))])
    driver.press("j j v A")
    #expect(!driver.foot.contains("selected"))
  }

  @Test(
    "V selects all, v leaves some out, and the next key acts on all the others at once",
    arguments: [
      ("u", "289 stories marked read"), ("s", "297 stories starred"), ("D", "299 stories removed"),
    ])
  func selectAll(key: String, said: String) {
    var driver = driver()
    driver.press("V")
    #expect(driver.foot == "300 selected · u s t A D for all of them · Esc lets go")
    driver.press("G v")
    #expect(driver.foot.hasPrefix("299 selected"))
    driver.press("g", key)
    #expect(driver.foot.hasSuffix("· U takes it back"), "\(driver.foot)")
    #expect(driver.foot.contains(said.split(separator: " ").dropFirst().joined(separator: " ")), "\(driver.foot)")
    driver.press("U")
    #expect(driver.lines[0].contains("300 · 289 unread"), "\(driver.lines[0])")
  }

  @Test("All take a tag together, and V twice or Esc lets go of them")
  func tagAll() {
    var driver = driver()
    driver.press("V t")
    driver.type("sea")
    driver.press("<enter>")
    #expect(driver.foot == "300 stories tagged #sea · U takes it back" && driver.shows("#sea"))
    driver.press("V V")
    #expect(!driver.foot.contains("selected"))
    driver.press("V <esc>")
    #expect(!driver.foot.contains("selected") && driver.state.history.isAtRoot)
  }

  @Test(
    "The foot says what can be done with what is selected, as much of it as fits",
    arguments: [
      (80, "2 selected · u s t A D for all of them · Esc lets go"), (40, "2 selected · u s t A D · Esc lets go"),
      (28, "2 selected · Esc lets go"), (14, "2 selected"),
    ])
  func foot(columns: Int, said: String) {
    var driver = driver(Size(columns: columns, rows: 12))
    driver.press("v v")
    #expect(driver.foot == said)
  }
}
