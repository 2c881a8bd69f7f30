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
    #expect(driver.foot == "the note is kept · U takes it back")
    driver.press("<enter>")
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
    driver.press("zc")
    #expect(driver.cursorLine.hasSuffix("✎What changed on paper?"))
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
    #expect(driver.foot == "note on “What changed on paper?”: First thought")
    driver.type(", and second")
    driver.press("<enter>")
    #expect(driver.shows("✎ First thought, and second"))
    driver.press("a ^u <enter>")
    #expect(driver.foot == "the note is taken away · U takes it back")
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
    #expect(driver.cursorLine == "› ✎ For the Monday call.")
    driver.press("j a")
    #expect(driver.foot == "note on the whole story: For the Monday call.")
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
    driver.press("zc ] /")
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

  @Test("A note that is written far below its heading is brought into view", arguments: [1, 10])
  func intoView(count: Int) {
    var detail = StorySamples.short
    let words = String(repeating: "The light was sold with its keeper. ", count: 12 * count)
    detail.story.sections[0].blocks = [Block(text: words), Block(text: "The end of it.")]
    var bench = StoryBench(detail, columns: 60, rows: 12, at: Place(.paragraph(section: 0, index: 1)))
    _ = bench.state.entered("Mine.", for: .note, in: bench.frame)
    bench.state.noted(detail.row.id, section: 0, text: "Mine.", in: bench.frame)
    #expect(bench.lines.contains { $0.contains("✎ Mine.") })
  }

  @Test("A long heading leaves room for the note that is typed behind it")
  func longHeading() {
    var driver = Driver(size: .small)
    driver.press("<enter> ] ] a")
    #expect(driver.foot.hasPrefix("note on “Why does") && driver.foot.hasSuffix("…”:"))
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

/// Notes that are written in an editor.
struct EditedNoteTests {
  private let draft = NoteDraft(story: StoryID("s100"), section: 0, text: "")

  private var driver: Driver { Driver(size: .usual).opened("<enter> ]") }

  @Test("The editor gets the note under the cursor, and what it leaves is kept in its lines")
  func edited() {
    var driver = driver
    driver.press("e")
    driver.expectEffects([.editNote(draft)])
    driver.send(.noteEdited(draft, .text("First.\n\n  Third.  \n\n")))
    driver.expectEffects([.change(.note(StoryID("s100"), section: 0, text: "First.\n\n  Third."))])
    #expect(driver.foot.hasPrefix("the note is kept") && driver.shows("✎ First.") && driver.shows("Third."))
    driver.press("e")
    driver.expectEffects([.editNote(NoteDraft(story: StoryID("s100"), section: 0, text: "First.\n\n  Third."))])
  }

  @Test("A text that is left as it was changes nothing; one that is emptied is taken away, and comes back by undo")
  func unchangedOrEmptied() {
    var driver = driver
    driver.send(.noteEdited(draft, .text("\n \n")))
    #expect(driver.foot == "no note was written" && driver.effects.isEmpty)
    driver.send(.noteEdited(draft, .text("Mine.\n")))
    let kept = NoteDraft(story: StoryID("s100"), section: 0, text: "Mine.")
    driver.send(.noteEdited(kept, .text("Mine.\n")))
    #expect(driver.foot == "the note is unchanged" && driver.effects.isEmpty)
    driver.send(.noteEdited(kept, .text("")))
    #expect(driver.foot.hasPrefix("the note is taken away") && !driver.shows("✎"))
    driver.press("U")
    #expect(
      driver.foot.hasPrefix("the note on “A model maker may now sell on every cloud” is back")
        && driver.shows("✎ Mine."))
  }

  @Test("An editor that fails is told; where there is none, one line is asked for")
  func noEditor() {
    var driver = driver
    driver.send(.noteEdited(draft, .failed("vi ended with 1, so the note stays as it was")))
    #expect(driver.foot == "vi ended with 1, so the note stays as it was")
    driver.send(.noteEdited(draft, .noEditor("vi cannot be run, so here is one line")))
    #expect(driver.shows("vi cannot be run") && driver.foot == "note on “What changed on paper?”:")
    driver.type("Mine.")
    driver.press("<enter>")
    #expect(driver.shows("✎ Mine."))
  }

  @Test("What could not be kept is what the editor gets the next time")
  func refused() {
    var driver = driver
    driver.refusal = "the catalog is locked"
    driver.send(.noteEdited(draft, .text("A long thought.")))
    #expect(driver.foot == "the catalog is locked")
    driver.refusal = nil
    driver.press("e")
    let thought = NoteDraft(story: StoryID("s100"), section: 0, text: "A long thought.")
    driver.expectEffects([.editNote(thought)])
    driver.send(.noteEdited(thought, .text("A long thought.\n")))
    #expect(driver.foot.hasPrefix("the note is kept"))
  }

  @Test("What no terminal may be sent does not come in by an editor")
  func gate() {
    var driver = driver
    driver.send(.noteEdited(draft, .text("a\u{1B}[31mb\u{202E}c")))
    guard case .change(.note(_, _, let text))? = driver.effects.first else { return #expect(Bool(false), "no note") }
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
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
