import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Marks between the key and the disk.
struct ChangeTests {
  private func driver() -> Driver { Driver(size: Size(columns: 80, rows: 24)) }

  @Test("A mark shows only once it is kept; the cursor moves meanwhile")
  func keptFirst() {
    var driver = driver()
    driver.isHoldingChanges = true
    driver.press("u j")
    #expect(driver.lines[2].hasPrefix("  • A model maker") && driver.cursorLine.contains("Sleeper trains"))
    #expect(driver.shows("5 unread"))
    driver.keepChanges()
    #expect(driver.lines[2].hasPrefix("    A model maker") && driver.cursorLine.contains("Sleeper trains"))
    #expect(driver.shows("4 unread"))
  }

  @Test("The same key twice gives the mark and takes it away, however slow the disk is")
  func twice() {
    var driver = driver()
    driver.isHoldingChanges = true
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(true)))])
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(false)))])
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(true)))])
    driver.keepChanges(1)
    #expect(driver.lines[2].hasPrefix("›*•"))
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(false)))])
    driver.keepChanges()
    #expect(driver.lines[2].hasPrefix("› •"))
  }

  @Test("A key after an undo that is on its way goes by what will stand then", arguments: 0...2)
  func afterUndo(kept: Int) {
    var driver = driver()
    driver.isHoldingChanges = true
    driver.press("s U")
    driver.keepChanges(kept)
    driver.isHoldingChanges = true
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(true)))])
    driver.keepChanges()
    #expect(driver.lines[2].hasPrefix("›*•"))
  }

  @Test("In a story, too, the key goes by what is on its way")
  func inStory() {
    var driver = driver()
    driver.press("<enter>")
    driver.isHoldingChanges = true
    driver.press("u")
    driver.expectEffects([.change(.mark([StoryID("s100")], .unread(true)))])
    driver.press("u")
    driver.expectEffects([.change(.mark([StoryID("s100")], .unread(false)))])
  }

  @Test("What was read by opening it is taken back by no undo, which is for what was done on purpose")
  func openingIsNotUndone() {
    var driver = driver()
    driver.press("s <enter> J J h U")
    #expect(driver.foot == "“A model maker may now sell on every cloud” without a star again")
    driver.press("U")
    #expect(driver.foot == "nothing to undo")
  }

  @Test("A change that is refused leaves everything as it was, and the foot says why")
  func refused() {
    var driver = driver()
    let before = driver.canvas.lines.dropLast()
    driver.refusal = "another program is writing to the catalog"
    driver.press("s")
    #expect(driver.foot == "another program is writing to the catalog")
    #expect(driver.canvas.lines.dropLast() == before)
    driver.press("U")
    #expect(driver.foot == "another program is writing to the catalog")
    driver.refusal = nil
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s100")], .starred(true)))])
  }

  @Test("That what is opened cannot be marked as read is said once, not with every story")
  func refusedUnasked() {
    var driver = driver()
    driver.refusal = "the catalog is read-only"
    driver.press("<enter>")
    #expect(driver.foot == "the catalog is read-only")
    driver.press("h j <enter>")
    #expect(driver.foot.contains("help"))
    driver.press("s")
    #expect(driver.foot == "the catalog is read-only")
  }

  @Test("Undo goes further back each time, also to what was changed in another sitting")
  func undo() {
    var catalog = FakeCatalog()
    catalog.apply(.mark([StoryID("s100"), StoryID("s101")], .unread(false)))
    catalog.apply(.keep(SavedQuery(name: "ports", query: "port")))
    catalog.apply(.forget("ports"))
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: catalog)
    driver.press("s U")
    #expect(driver.foot == "“A model maker may now sell on every cloud” without a star again")
    driver.press("U")
    #expect(driver.foot == "the query “ports” is back · ^r does it again")
    driver.press("U")
    #expect(driver.foot == "the query “ports” is gone again · ^r does it again")
    driver.press("U")
    #expect(driver.foot == "2 stories unread again · ^r does it again" && driver.shows("5 unread"))
    driver.press("U")
    #expect(driver.foot == "nothing to undo")
  }

  @Test("What was undone too far is made again, step by step, until something else is changed")
  func redo() {
    var driver = driver()
    driver.press("s j D U U")
    #expect(driver.foot == "“A model maker may now sell on every cloud” without a star again")
    driver.press("^r")
    driver.expectEffects([.redo(isSure: false)])
    #expect(driver.foot == "“A model maker may now sell on every cloud” starred · U takes it back")
    #expect(driver.lines[2].contains("*•"))
    driver.press("^r")
    #expect(driver.foot.contains("removed") && !driver.lines.dropLast().contains { $0.contains("Sleeper trains") })
    driver.press("^r")
    #expect(driver.foot == "nothing was undone that could be made again")
    driver.press("U U")
    driver.press("u ^r")
    #expect(driver.foot == "nothing was undone that could be made again")
    driver.refusal = "another program is writing to the catalog"
    driver.press("^r")
    #expect(driver.foot == "another program is writing to the catalog")
  }

  @Test("Another key of every preset makes again what was undone", arguments: [nil, KeyPreset.newsboat, .vim, .less])
  func redoKeys(preset: KeyPreset?) throws {
    var settings = ReaderSettings()
    settings.keymap = preset.map { KeySettings(preset: $0).keymap } ?? Keymap()
    var driver = Driver(size: .usual, settings: settings)
    let undo = try #require(settings.keymap.label(for: .undo, in: [.index, .everywhere]))
    let redo = try #require(settings.keymap.label(for: .redo, in: [.index, .everywhere]))
    #expect(undo != redo)
    driver.press("A")
    driver.press(undo)
    driver.press(preset == .less ? "<alt-u>" : "^r")
    #expect(driver.lines[0].contains(" 0 unread"))
  }

  @Test("An undo of several changes is one sentence")
  func sentences() {
    let (one, two) = (StoryID("a"), StoryID("b"))
    #expect(
      Undone(changes: [.mark([one], .starred(true)), .mark([two], .starred(true)), .mark([two], .unread(false))])
        .sentence(columns: 78)
        == "2 stories starred again, 1 story read again")
    let changed = Undone(changes: [.note(one, section: 1, text: "x")])
    #expect(changed.sentence(columns: 78) == "the note is back as it was")
    let written = Undone(changes: [.note(one, section: nil, text: "")], headline: "A port loses three cranes")
    #expect(written.sentence(columns: 78) == "the note on “A port loses three cranes” is gone again")
    #expect(written.sentence(columns: 44) == "the note on “A port loses…” is gone again")
    #expect(written.sentence(columns: 30) == "the note is gone again")
  }

  @Test("An undo of what was done long ago says what that was, and the same key takes it back")
  func longAgo() {
    var driver = driver()
    driver.press("s")
    driver.lastDone = Moment(iso8601: "2026-04-28")
    driver.press("U")
    let question =
      "U again takes back what was done 28 Apr: “A model maker may now sell on every cloud” without a star again"
    #expect(driver.foot.hasPrefix("U again takes back what was done 28 Apr: “A mode"), "\(question)")
    #expect(driver.cursorLine.contains("*•"))
    driver.press("j U")
    #expect(driver.foot.hasPrefix("U again"))
    driver.press("k U U")
    driver.expectEffects([.undo(isSure: true)])
    #expect(driver.cursorLine.contains(" • A model"))
    driver.press("^r")
    #expect(driver.foot.hasPrefix("^r again makes again what was undone 28 Apr: “A mode"))
    driver.press("U")
    #expect(driver.foot.hasPrefix("nothing to undo"))
    driver.press("^r ^r")
    driver.expectEffects([.redo(isSure: true)])
    #expect(driver.cursorLine.contains("*•"))
  }

  @Test("Where changes end with the program, the first one that the user makes says so, once")
  func passing() {
    var driver = Driver(size: Size(columns: 80, rows: 24), passing: "these stories are only being read")
    driver.press("<enter>")
    #expect(driver.foot.contains("help"))
    driver.press("s")
    #expect(driver.foot == "starred · these stories are only being read")
    driver.press("s")
    #expect(driver.foot == "the star is taken away · U takes it back")
  }
}

/// Tags, on the index and in a story.
struct TagTests {
  private func driver(columns: Int = 80) -> Driver { Driver(size: Size(columns: columns, rows: 24)) }

  @Test("Tags are added, and with a hyphen taken away; the row shows them where there is room")
  func tagging() {
    var driver = driver()
    driver.press("j j t")
    #expect(driver.foot == "tag:" && driver.shows("no tags yet"))
    driver.type("Waste energy")
    driver.press("<enter>")
    let story = [StoryID("s102")]
    driver.expectEffects([
      .change(.marks([Marking(story, .tagged("waste", true)), Marking(story, .tagged("energy", true))]))
    ])
    #expect(driver.foot == "tagged #waste, tagged #energy · U takes it back")
    #expect(driver.cursorLine.contains("The county that weighs its rubbish  #energy"))
    driver.press("t")
    #expect(driver.shows("#energy  #waste"))
    driver.type("-energy waste")
    driver.press("<enter>")
    #expect(driver.foot == "without #energy · U takes it back")
    #expect(driver.cursorLine.contains("rubbish  #waste"))
    driver.press("U")
    #expect(
      driver.foot == "“The county that weighs its rubbish” tagged #energy again · ^r does it again"
        && driver.cursorLine.contains("#energy #waste"))
  }

  @Test("With a comma, tags have several words; one undo takes the whole line back")
  func commas() {
    var driver = driver(columns: 120)
    driver.press("j j t")
    driver.type("old")
    driver.press("<enter> t")
    driver.type("Energy policy, china, -old")
    driver.press("<enter>")
    #expect(driver.cursorLine.contains("#china #energy-policy") && !driver.cursorLine.contains("#old"))
    driver.press("U")
    #expect(driver.cursorLine.hasSuffix("26 Apr") && driver.cursorLine.contains("rubbish  #old  "))
  }

  @Test("Tab completes behind a comma, too")
  func completionBehindComma() {
    var catalog = FakeCatalog()
    catalog.apply(.mark([StoryID("s105")], .tagged("energy-policy", true)))
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: catalog)
    driver.press("t")
    driver.type("new ports, energy p")
    driver.press("<tab>")
    #expect(driver.foot == "tag: new ports, energy-policy")
  }

  @Test("Selected rows are tagged together, each only if it lacks the tag")
  func selection() {
    var driver = driver()
    driver.press("t")
    driver.type("ports")
    driver.press("<enter> v v t")
    #expect(driver.shows("#ports (1 of 2)"))
    driver.type("ports")
    driver.press("<enter>")
    driver.expectEffects([.change(.mark([StoryID("s101")], .tagged("ports", true)))])
    #expect(!driver.shows("+"))
  }

  @Test("Tab completes a tag that some story has; after a hyphen, one that these have")
  func completion() {
    var catalog = FakeCatalog()
    for tag in ["energy", "environment", "ports"] { catalog.apply(.mark([StoryID("s105")], .tagged(tag, true))) }
    catalog.apply(.mark([StoryID("s100")], .tagged("ports", true)))
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: catalog)
    driver.press("t")
    driver.type("ports e")
    driver.press("<tab>")
    #expect(driver.foot == "tag: ports en" && driver.lastRow == "energy 1  environment 1")
    driver.type("e")
    driver.press("<tab>")
    #expect(driver.foot == "tag: ports energy")
    driver.type(" -")
    driver.press("<tab>")
    #expect(driver.foot == "tag: ports energy -ports")
    driver.press("<esc>")
    driver.expectEffects([])
  }

  @Test("What is no tag is said to be none, and a story is tagged where it is read")
  func inStory() {
    var driver = driver()
    driver.press("<enter> t")
    driver.type("# -")
    driver.press("<enter>")
    driver.expectEffects([])
    #expect(driver.foot.hasSuffix("is no tag"))
    driver.press("t")
    driver.type("clouds")
    driver.press("<enter>")
    #expect(driver.foot == "tagged #clouds · U takes it back")
    driver.press("2 t")
    #expect(driver.foot.contains("tag:"))
  }

  @Test("A narrow window drops the tags first")
  func narrow() {
    var driver = driver(columns: 64)
    driver.press("t")
    driver.type("clouds")
    driver.press("<enter> j")
    #expect(driver.lines[2].contains("A model maker") && driver.lines[2].contains("28 Apr"))
    #expect(!driver.lines[2].contains("#clouds"))
  }
}

/// Queries that are kept under a name.
struct QueriesTests {
  private func driver(size: Size = Size(columns: 80, rows: 24)) -> Driver {
    var driver = Driver(size: size)
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> +")
    driver.type("short notes")
    driver.press("<enter>")
    return driver
  }

  @Test("A limit is kept under a name, which the head then shows")
  func keeping() {
    var driver = driver()
    driver.expectEffects([.change(.keep(SavedQuery(name: "short notes", query: "note")))])
    #expect(driver.foot == "“short notes” is kept among the queries · U takes it back")
    #expect(driver.lines[0].contains("“short notes” 11 · 3 unread"))
    driver.press("+")
    #expect(driver.foot == "keep as: short notes")
  }

  @Test("The fourth list shows all, unread, starred and begun stories and what was kept, with how many there are")
  func listing() {
    var driver = driver()
    driver.press("4")
    #expect(driver.lines[2...6].map { $0.contains("stories ·") } == [true, true, true, true, true])
    #expect(driver.lines[5].contains("Begun"))
    #expect(driver.lines[2].contains("All") && driver.lines[2].contains("16 stories ·     5 unread"))
    #expect(driver.lines[4].contains("Starred") && driver.lines[4].contains("2 stories ·     1 unread"))
    #expect(driver.lines[6].contains("short notes") && driver.lines[6].contains("11 stories ·     3 unread"))
  }

  @Test("Enter shows the stories of a query in the list, under its name; back drops the limit")
  func entering() {
    var driver = driver()
    driver.press("h 4 G <enter>")
    #expect(driver.lines[0].contains("“short notes” 11 · 3 unread"))
    driver.press("4 g j <enter>")
    #expect(driver.lines[0].contains("“Unread” 5 · 5 unread") && driver.cursorLine.contains("A model maker"))
    driver.press("h")
    #expect(driver.lines[0].contains("16 · 5 unread") && !driver.shows("“Unread”"))
  }

  @Test("The list of queries stays until the stories are there")
  func noFlicker() {
    var driver = driver()
    driver.press("h 4")
    let before = driver.canvas
    driver.isHolding = true
    driver.press("j <enter>")
    #expect(driver.lines[0] == before.lines[0])
    driver.release()
    #expect(driver.lines[0].contains("“Unread”"))
  }

  @Test("A query is forgotten with a key, and undo brings it back; those that are always there stay")
  func forgetting() {
    var driver = driver()
    driver.press("4 d")
    driver.expectEffects([])
    #expect(driver.foot == "“All” is there always")
    driver.press("G d")
    #expect(driver.foot == "“short notes” is forgotten · U takes it back" && !driver.lines[6].contains("short notes"))
    driver.press("U")
    #expect(
      driver.foot == "the query “short notes” is back · ^r does it again" && driver.lines[6].contains("short notes"))
  }

  @Test("Without a limit there is nothing to keep, and names of its own are not given away")
  func refusing() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("+")
    #expect(driver.foot == "limit the stories to a query first; then it can be kept")
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> +")
    driver.type(" unread ")
    driver.press("<enter>")
    driver.expectEffects([])
    #expect(driver.foot.hasPrefix("“unread” is there always"))
  }

  @Test("Typing narrows the queries by name and by what they ask")
  func narrowing() {
    var driver = driver()
    driver.press("4 /")
    driver.type("star")
    #expect(driver.shows("“star” 1 query"))
    driver.press("<enter> <enter>")
    #expect(driver.lines[0].contains("“Starred” 2"))
  }

  @Test("An undo on the list of queries counts anew")
  func recounting() {
    var driver = driver()
    driver.press("h j s 4")
    #expect(driver.lines[4].contains("1 story"))
    driver.press("U")
    #expect(driver.lines[4].contains("2 stories"))
  }

  @Test("At 45 columns the five lists and a number fit into the head, and below that the list that is shown")
  func small() {
    var driver = Driver(size: Size(columns: 45, rows: 12))
    #expect(driver.lines[0] == " Stories Questions Sources Queries Feeds  16")
    driver.send(.resized(Size(columns: 40, rows: 12)))
    #expect(driver.lines[0] == " Stories                  16 · 5 unread")
    driver.press("4")
    #expect(driver.lines[1].contains("All") && driver.lines[1].contains("16 stories"))
  }
}
