import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct StoryNoteTests {
  @Test("A note stands under its heading while the section is open, and in the fold summary while it is not")
  func shown() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ]")
    driver.write("Compare the filing of March.")
    #expect(driver.foot == "the note is kept")
    #expect(driver.cursorLine.contains("2 lines · note"))
    driver.press("<enter>")
    let row = driver.lines.firstIndex { $0.contains("▾ What changed on paper?") } ?? 0
    #expect(driver.lines[row + 1].contains("✎ Compare the filing of March."))
  }

  @Test("On a narrow screen, which has no tallies, a sign stands beside the folded heading")
  func narrow() {
    var driver = Driver(size: .small)
    driver.press("<enter> ]")
    driver.write("Mine.")
    #expect(driver.cursorLine == "›▸✎What changed on paper?")
  }

  @Test("A note is shown once it is kept, and not before")
  func onceKept() {
    var state = Driver(size: .usual).opened("<enter> ] <enter> a").state
    _ = state.receive(.keyPressed(.scalar("x")))
    let effects = state.receive(.keyPressed(.enter))
    let change = Change.note(StoryID("s100"), section: 0, text: "x")
    #expect(effects.contains(.change(change)))
    #expect(!state.text.contains("✎"))
    _ = state.receive(.changed(change))
    #expect(state.text.contains("✎ x"))
  }

  @Test("What is kept while a search is typed is still shown when the search is called off")
  func keptMeanwhile() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter>")
    driver.isHoldingChanges = true
    driver.write("Mine.")
    driver.press("/")
    driver.type("cap")
    driver.keepChanges()
    driver.press("<esc>")
    #expect(driver.shows("✎ Mine."))
  }

  @Test("The prompt opens with the note that there is; emptied, it takes the note away")
  func change() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter>")
    driver.write("First thought")
    driver.press("a")
    #expect(driver.foot == "note: First thought")
    driver.type(", and second")
    driver.press("<enter>")
    #expect(driver.shows("✎ First thought, and second"))
    driver.press("a ^u <enter>")
    #expect(driver.foot == "the note is taken away")
    #expect(!driver.shows("✎"))
  }

  @Test("A note called off, or left as it is, changes nothing", arguments: ["<esc>", "<enter>"])
  func calledOff(key: String) {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter>")
    driver.write("Mine.")
    driver.press("a \(key)")
    driver.expectEffects([])
    #expect(driver.shows("✎ Mine."))
  }

  @Test("Above the questions and below them a note is on the whole story, and stands under its headline")
  func wholeStory() {
    var driver = Driver(size: .usual)
    driver.press("<enter> G")
    driver.write("For the Monday call.")
    driver.press("g")
    #expect(driver.cursorLine == "› ✎ For the Monday call.")
    driver.press("j a")
    #expect(driver.foot == "note: For the Monday call.")
  }

  @Test("A note on the whole story is seen by whoever writes it near the top")
  func wholeStorySeen() {
    var driver = Driver(size: .usual)
    driver.press("<enter>")
    driver.write("For the Monday call.")
    #expect(driver.shows("✎ For the Monday call."))
  }

  @Test("Undo takes a note back where it is shown, and brings back the one before it")
  func undo() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter>")
    driver.write("one")
    driver.press("a")
    driver.type(" two")
    driver.press("<enter> U")
    #expect(driver.shows("✎ one"))
    #expect(!driver.shows("✎ one two"))
    driver.press("U")
    #expect(!driver.shows("✎"))
  }

  @Test("Taking away the note that the cursor stands on leaves the cursor on its question")
  func cursorOnNote() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter>")
    driver.write("one")
    driver.press("j a ^u <enter>")
    #expect(driver.cursorLine.contains("What changed on paper?"))
  }

  @Test("A note is found by its words, opened where it is folded away, and copied without its sign")
  func found() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ]")
    driver.write("Ask the harbour master.")
    driver.press("] /")
    driver.type("harbour master")
    driver.press("<enter>")
    #expect(driver.cursorLine.contains("✎ Ask the harbour master."))
    driver.press("y")
    driver.expectEffects([.copy("Ask the harbour master.")])
  }

  @Test("A long note in several lines, as two become when their sections do, is not cut or changed by looking at it")
  func longNote() {
    let words = String(repeating: "mine and yours ", count: 100)
    var catalog = FakeCatalog()
    catalog.apply(.note(StoryID("s100"), section: 0, text: words + "\n\n" + words + "end"))
    var driver = Driver(size: .usual, catalog: catalog)
    driver.press("<enter> ] a <enter>")
    driver.expectEffects([])
    driver.press("a")
    driver.type(".")
    driver.press("<enter>")
    driver.expectEffects([.change(.note(StoryID("s100"), section: 0, text: words + "  " + words + "end."))])
  }

  @Test("A note wraps under its own first letter, at any width", arguments: [9, 20, 40, 80])
  func wraps(columns: Int) {
    var detail = StorySamples.short
    let words = "The light was sold with its keeper, and nobody has said who feeds the cat from now on."
    detail.notes = [Note(section: 0, text: words, date: Moment(seconds: 0))]
    var bench = StoryBench(detail, columns: columns, rows: 12)
    let seen = bench.opened.readThroughOnce().filter { !$0.isWhitespace && $0 != "✎" }
    #expect(seen.contains(words.filter { !$0.isWhitespace }))
    bench.perform(.openAllFolds)
    #expect(bench.canvas.cursor != nil)
  }
}

extension Driver {
  /// Writes a note where the cursor stands.
  fileprivate mutating func write(_ note: String) {
    press("a")
    type(note)
    press("<enter>")
  }

  func opened(_ keys: String) -> Driver {
    var driver = self
    driver.press(keys)
    return driver
  }
}

extension State {
  /// What is drawn now.
  var text: String {
    var canvas = Canvas(size: size)
    draw(on: &canvas)
    return canvas.textPlane
  }
}

extension StoryBench {
  fileprivate func readThroughOnce() -> String {
    var bench = self
    return bench.readThrough()
  }
}
