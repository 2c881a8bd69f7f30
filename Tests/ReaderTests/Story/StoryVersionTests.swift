import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct StoryVersionTests {
  @Test("The byline says which version of how many this is; of a single one it says nothing")
  func byline() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter>")
    #expect(driver.lines[1].contains("28 April 2026 · version 2 of 2 · 1 min"))
    driver.press("J")
    #expect(!driver.shows("version"))
  }

  @Test("What is new or reworded has a sign at its left, and folded questions say new or changed")
  func signs() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter>")
    #expect(driver.lines.contains { $0.hasPrefix(" +• A second rival") })
    #expect(driver.lines.contains { $0.contains("▸ What changed on paper?") && $0.contains("1 line · changed") })
    #expect(driver.lines.contains { $0.hasPrefix(" +▸ Who is next?") && $0.contains("1 line · new · [3]") })
    #expect(driver.lines.contains { $0.contains("▸ The short of it") && $0.hasSuffix("1 line · [3]") })
    driver.press("zR")
    #expect(driver.lines.contains { $0.hasPrefix(" +    The licence runs to 2033") })
  }

  @Test("On a narrow screen the badge says of a folded question what the fold summary would")
  func narrow() {
    var driver = Driver(size: .small, catalog: .revised)
    driver.press("<enter> ]")
    #expect(driver.cursorLine == "›▸+What changed on paper?")
    driver.press("]")
    #expect(driver.cursorLine.hasPrefix("›▸ Why does losing"))
  }

  @Test("What is no longer there can be read at the end, under a fold")
  func gone() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter> G")
    #expect(driver.cursorLine.hasPrefix("› ▸ No longer in this version"))
    #expect(driver.cursorLine.hasSuffix("2 pieces"))
    driver.press("<enter> j")
    #expect(driver.cursorLine.contains("A rival had the models in its own catalog within a day."))
  }

  @Test("The version before opens at the same place, with the same folds, and back again")
  func olderAndNewer() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter> ] ] <enter> j j")
    let line = driver.cursorLine
    let row = driver.canvas.cursor?.row
    driver.press("<")
    #expect(driver.shows("version 1 of 2"))
    #expect(driver.cursorLine == line)
    #expect(driver.canvas.cursor?.row == row)
    #expect(!driver.shows(" +"))
    driver.press(">")
    #expect(driver.shows("version 2 of 2"))
    #expect(driver.cursorLine == line)
  }

  @Test("Back from an older version leads where one came from, and the place is kept of the newest only")
  func back() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter> ] ]")
    let place = driver.catalog.bookmark(of: StoryID("s100"))
    driver.press("< G zR")
    #expect(driver.catalog.bookmark(of: StoryID("s100")) == place)
    driver.press("h")
    #expect(driver.shows("Stories   Questions"))
  }

  @Test("Where there is no other version, the foot says so")
  func noOther() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter> >")
    #expect(driver.foot == "this is the newest version")
    driver.press("< <")
    #expect(driver.foot == "this is the oldest version")
    driver.press("J <")
    #expect(driver.foot == "there is only this version")
  }

  @Test("Notes are written on the newest version only: an older one has other sections")
  func noNotes() {
    var driver = Driver(size: .usual, catalog: .revised)
    driver.press("<enter> < a")
    #expect(driver.foot == "notes are written on the newest version")
  }

  @Test("A version that another program puts in leaves what is read as it is, and is a key away")
  func arrives() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] ] <enter> j")
    let line = driver.cursorLine
    let place = driver.catalog.bookmark(of: StoryID("s100"))
    driver.elsewhere { $0 = .revised }
    #expect(driver.foot == "this story was changed; > shows the newer version")
    #expect(driver.lines[1].contains("version 1 of 2"))
    #expect(driver.cursorLine == line)
    driver.press("j")
    #expect(driver.catalog.bookmark(of: StoryID("s100")) == nil)
    driver.press("k >")
    #expect(driver.shows("version 2 of 2"))
    #expect(driver.cursorLine == line)
    driver.press("k j")
    #expect(driver.catalog.bookmark(of: StoryID("s100")) == place)
  }
}

extension FakeCatalog {
  /// The first story in two versions.
  static var revised: FakeCatalog {
    var catalog = FakeCatalog()
    let changes = StoryChanges(
      new: [.bullet(2), .paragraph(section: 0, index: 0), .heading(section: 4), .paragraph(section: 4, index: 0)],
      gone: [
        "A rival had the models in its own catalog within a day.",
        "The licence runs to 2032 and is no longer exclusive.",
      ])
    catalog.revise(StoryID("s100"), changes: changes) { story in
      story.summary[2] = "A second rival had the models in its own catalog within a week."
      story.sections[0].blocks = [StorySamples.paragraph("The licence runs to 2033.|blogs.example.com|")]
      let next = StorySamples.section("Who is next?", "Whoever asks.|axle.example.net|")
      story.sections.insert(next, at: 4)
    }
    return catalog
  }
}
