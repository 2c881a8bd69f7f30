import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Stories that are put out of sight, and how they come back.
struct RemovalTests {
  private func driver(catalog: FakeCatalog = FakeCatalog()) -> Driver {
    Driver(size: Size(columns: 80, rows: 24), catalog: catalog)
  }

  @Test("D takes the row away, the cursor stands on the next one, and the foot says how it comes back")
  func row() {
    var driver = driver()
    driver.press("j")
    #expect(driver.cursorLine.contains("Sleeper trains"))
    driver.press("D")
    driver.expectEffects([.change(.remove([StoryID("s101")], isRemoved: true))])
    #expect(driver.foot == "removed “Sleeper trains come back, one border at a time” · U takes it back")
    #expect(!driver.shows("• Sleeper trains") && driver.cursorLine.contains("The county that weighs"))
    #expect(driver.lines[0].contains("15 · 4 unread"))
    driver.press("U")
    #expect(
      driver.foot == "“Sleeper trains come back, one border at a time” is back · ^r does it again"
        && driver.shows("Sleeper trains"))
    #expect(driver.cursorLine.contains("Sleeper trains"))
    #expect(driver.lines[0].contains("16 · 5 unread"))
  }

  @Test("Selected rows go together; at the end of the list the cursor stays in it")
  func rows() {
    var driver = driver()
    driver.press("v v D")
    driver.expectEffects([.change(.remove([StoryID("s100"), StoryID("s101")], isRemoved: true))])
    #expect(driver.foot == "2 stories removed · U takes it back")
    #expect(driver.cursorLine.contains("The county that weighs"))
    driver.press("G D")
    #expect(driver.cursorLine.contains("›") && driver.lines[0].contains("13"))
  }

  @Test("In a story, D shows the next one, and one undo brings the removed one back")
  func inStory() {
    var driver = driver()
    driver.press("<enter> D")
    #expect(driver.foot == "removed “A model maker may now sell on every cloud” · U takes it back")
    #expect(driver.shows("Sleeper trains"))
    driver.press("U")
    #expect(driver.foot == "“A model maker may now sell on every cloud” is back · ^r does it again")
    driver.press("h")
    #expect(driver.lines[0].contains("16") && driver.cursorLine.contains("Sleeper trains"))
  }

  @Test("In the last story, D goes back to the list")
  func lastStory() {
    var driver = driver()
    driver.press("G <enter> D")
    #expect(driver.foot == "removed “A short note, number 11” · U takes it back")
    #expect(driver.lines[0].contains("15"))
  }

  @Test("When several stories come back, the cursor stands on the first of them, whichever was selected first")
  func severalComeBack() {
    var driver = driver()
    driver.press("j j v k k k v D")
    #expect(driver.cursorLine.contains("Sleeper trains"))
    driver.press("G U")
    #expect(driver.cursorLine.contains("A model maker") && driver.lines[2].contains("A model maker"))
    driver.press("S")
    let oldest = driver.cursorLine
    driver.press("v v D G U")
    #expect(driver.cursorLine == oldest && driver.lines[2].contains("A short note, number 11"))
  }

  @Test("When all come back, the cursor stands on the first")
  func allComeBack() {
    var driver = driver()
    driver.press("V G v D")
    #expect(driver.lines[0].contains("1 · ") && driver.cursorLine.contains("A short note, number 11"))
    driver.press("U")
    #expect(driver.cursorLine.contains("A model maker") && driver.lines[0].contains("16 · 5 unread"))
  }

  @Test("Under a limit the cursor goes to what comes back only where the query finds it")
  func comeBackLimited() {
    var driver = driver()
    driver.press("\\")
    driver.type("is:unread")
    driver.press("<enter>", "D j U")
    #expect(driver.cursorLine.contains("A model maker"))
    driver.press("u D j")
    let here = driver.cursorLine
    driver.press("U")
    #expect(driver.cursorLine == here && !driver.lines.dropLast().contains { $0.contains("A model maker") })
  }

  @Test(
    "What another program removes leaves the list, the row under the cursor and those beside it",
    arguments: ["", "j j k", "\\"])
  func elsewhere(keys: String) {
    var driver = driver()
    if keys == "\\" {
      driver.press("\\")
      driver.type("number OR trains OR maker")
      driver.press("<enter>", "j")
    } else if !keys.isEmpty {
      driver.press(keys)
    }
    driver.elsewhere { $0.apply(.remove([StoryID("s100"), StoryID("s101")], isRemoved: true)) }
    #expect(!driver.shows("A model maker") && !driver.shows("Sleeper trains"))
    #expect(driver.cursorLine.hasPrefix("›"))
    driver.elsewhere { $0.apply(.remove([StoryID("s100")], isRemoved: false)) }
    driver.press("g")
    #expect(driver.shows("A model maker") && !driver.shows("Sleeper trains"))
  }

  @Test("A list of what was removed keeps its row while it stays so, and loses it when another program restores it")
  func restoredElsewhere() {
    var driver = driver()
    driver.press("D D \\")
    driver.type("is:removed")
    driver.press("<enter>", "j")
    driver.elsewhere { $0.apply(.mark([StoryID("s100")], .starred(true))) }
    #expect(driver.shows("A model maker") && driver.shows("Sleeper trains"))
    driver.elsewhere { $0.apply(.remove([StoryID("s101")], isRemoved: false)) }
    #expect(driver.shows("A model maker") && !driver.shows("Sleeper trains"))
  }

  @Test("In the list of what was removed, D brings back")
  func removed() {
    var driver = driver()
    driver.press("D \\")
    driver.type("is:removed")
    driver.press("<enter>")
    #expect(driver.lines[0].contains("1"))
    driver.press("D")
    driver.expectEffects([.change(.remove([StoryID("s100")], isRemoved: false))])
    #expect(driver.foot == "1 story is back")
    driver.press("h")
    #expect(driver.lines[0].contains("16"))
  }

  @Test("What cannot be removed stays")
  func refused() {
    var driver = driver()
    driver.refusal = "the catalog is read-only"
    let before = driver.canvas.lines.dropLast()
    driver.press("D")
    #expect(driver.foot == "the catalog is read-only" && driver.canvas.lines.dropLast() == before)
  }

  @Test("An undo of an add takes its stories out of the list")
  func undoneAdd() {
    var catalog = FakeCatalog()
    catalog.add([StoryID("s100"), StoryID("s103")])
    var driver = driver(catalog: catalog)
    driver.press("U")
    #expect(driver.foot == "2 stories taken out again · ^r does it again")
    #expect(driver.lines[0].contains("14") && driver.cursorLine.contains("Sleeper trains"))
  }
}
