import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// The lists of notes and of tags.
struct NotesTests {
  private var catalog: FakeCatalog {
    var catalog = FakeCatalog()
    catalog.apply(.note(StoryID("s101"), section: 1, text: "Ask about\nthe doors."))
    catalog.apply(.note(StoryID("s100"), section: nil, text: "For the Monday call."))
    catalog.apply(.note(StoryID("s100"), section: 4, text: "So what?"))
    return catalog
  }

  private func driver(_ keys: String) -> Driver {
    Driver(size: .usual, catalog: catalog).opened(keys)
  }

  @Test("Notes stand under their stories and sections, each on one line, the newest story first")
  func shown() {
    let driver = driver("N")
    #expect(driver.lines[0].hasPrefix(" Notes") && driver.lines[0].hasSuffix("3 notes"))
    let lines = driver.lines.map { $0.trimming(" ") }
    let first = lines.firstIndex { $0.contains("A model maker may now sell") } ?? 0
    #expect(lines[first + 1] == "›   ✎ For the Monday call." && lines[first + 2] == "The short of it")
    #expect(lines[first + 3] == "✎ So what?")
    #expect(driver.shows("✎ Ask about the doors."))
  }

  @Test("Enter goes to the note in its story, its section open; back returns to the list")
  func enter() {
    var driver = driver("N j")
    let line = driver.cursorLine
    driver.press("<enter>")
    #expect(driver.cursorLine.contains("✎ So what?") && driver.shows("▾ The short of it"))
    driver.press("h")
    #expect(driver.cursorLine == line)
    driver.press("h")
    #expect(driver.shows("Stories   Questions"))
  }

  @Test("D takes the note away, and one undo brings it back")
  func remove() {
    var driver = driver("N j")
    driver.press("D")
    driver.expectEffects([.change(.note(StoryID("s100"), section: 4, text: ""))])
    #expect(driver.lines[0].hasSuffix("2 notes") && driver.foot.hasPrefix("the note is taken away"))
    driver.press("U")
    #expect(driver.lines[0].hasSuffix("3 notes"))
  }

  @Test("A note that is changed in its story is changed in the list")
  func changed() {
    var driver = driver("N j <enter> a")
    driver.type(" And when?")
    driver.press("<enter> h")
    #expect(driver.shows("✎ So what? And when?"))
    driver.press("<enter> a ^u <enter> h")
    #expect(!driver.shows("So what?") && driver.lines[0].hasSuffix("2 notes"))
  }

  @Test(
    "Typing narrows the notes by their words, their questions and their headlines",
    arguments: [
      ("doors", "the doors."), ("short of it", "So what?"), ("sleeper", "the doors."),
    ])
  func narrow(words: String, found: String) {
    var driver = driver("N /")
    driver.type(words)
    driver.press("<enter>")
    #expect(driver.shows(found) && driver.shows("“\(words)” 1 note"))
  }

  @Test("The list is reached by its name from a story; without notes it says how one is written")
  func byName() {
    var driver = Driver(size: .usual)
    driver.press("<enter> :")
    driver.type("notes")
    driver.press("<enter>")
    #expect(driver.foot == "no notes yet; a in a story writes one")
  }
}

struct TagListTests {
  private func driver(_ keys: String) -> Driver {
    var catalog = FakeCatalog()
    catalog.apply(.mark([StoryID("s100"), StoryID("s103")], .tagged("ports", true)))
    catalog.apply(.mark([StoryID("s101")], .tagged("energy-policy", true)))
    return Driver(size: .usual, catalog: catalog).opened(keys)
  }

  @Test("Tags stand with how many stories have them, those that the most have first")
  func shown() {
    let driver = driver("T")
    #expect(driver.lines[0].hasPrefix(" Tags") && driver.lines[0].hasSuffix("2 tags"))
    #expect(driver.cursorLine.hasPrefix("› #ports") && driver.cursorLine.hasSuffix("2 stories"))
  }

  @Test("Enter shows the stories of a tag, and back leads to the list again, to the same tag")
  func enter() {
    var driver = driver("T j <enter>")
    #expect(driver.shows("“tag:energy-policy” 1") && driver.shows("Sleeper trains"))
    driver.press("<enter> h h")
    #expect(driver.cursorLine.hasPrefix("› #energy-policy"))
    driver.press("h")
    #expect(driver.shows("A model maker") && driver.lines[0].hasPrefix(" Stories"))
  }

  @Test("Another limit on the way is lifted to all stories, as ever")
  func otherLimit() {
    var driver = driver("T <enter> \\ ^u")
    driver.type("sleeper")
    driver.press("<enter> h")
    #expect(driver.lines[0].hasPrefix(" Stories") && driver.shows("A model maker"))
  }

  @Test("D takes the tag from all its stories, and one undo gives it back")
  func remove() {
    var driver = driver("T")
    driver.press("D")
    #expect(driver.foot.contains("without #ports") && driver.lines[0].hasSuffix("1 tag"))
    driver.press("U")
    #expect(driver.lines[0].hasSuffix("2 tags") && driver.lines[2].hasSuffix("2 stories"))
  }

  @Test("A tag that is taken away from its last story leaves the list")
  func gone() {
    var driver = driver("T j <enter> t")
    driver.type("-energy-policy")
    driver.press("<enter> h")
    #expect(!driver.shows("#energy-policy") && driver.shows("#ports"))
  }

  @Test("The lists at the root are one key away")
  func lists() {
    var driver = driver("N 1")
    #expect(driver.lines[0].contains("Stories"))
    driver.press("T 4")
    #expect(driver.lines[2].contains("All"))
  }
}
