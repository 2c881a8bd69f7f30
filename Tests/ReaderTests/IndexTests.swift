import Briefing
import Canvas
import Samples
import Scenes
import Testing

@testable import Reader

/// The list of stories.
struct IndexTests {
  @Test("A limit that is lifted leaves the cursor on its story")
  func limitLifted() {
    var driver = Driver(size: .usual)
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> j j")
    let story = driver.cursorLine
    driver.press("<esc>")
    #expect(driver.cursorLine == story && driver.shows("16 · 5 unread"))
  }

  @Test("A limit that is lifted before the cursor was moved leads back to where it was before")
  func limitLiftedAtOnce() {
    var driver = Driver(size: .usual)
    driver.press("j j j")
    let story = driver.cursorLine
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> <esc>")
    #expect(driver.cursorLine == story)
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> \\")
    driver.type("<c-u>is:unread")
    driver.press("<enter> <esc>")
    #expect(driver.cursorLine == story)
  }

  @Test(
    "The head says what the list is limited to at every width, and the foot how that is lifted",
    arguments: [
      (80, "Stories Questions Sources Queries Feeds “source:wire” 5 · 2 unread"),
      (60, "Stories “source:wire” 5 · 2 unread"),
      (40, "Stories “source:wire” 5 · 2 unread"), (30, "Stories “source:wire” 5"), (24, "Stories “sourc…” 5"),
    ])
  func limitSeen(columns: Int, head: String) {
    var driver = Driver(size: Size(columns: columns, rows: 24))
    driver.press("\\")
    driver.type("source:wire")
    driver.press("<enter>")
    let words = { (line: String) in line.split(separator: " ").joined(separator: " ") }
    #expect(words(driver.lines[0]) == words(head))
    #expect(driver.foot.hasPrefix("Enter open   h all stories") || columns < 40)
    driver.press("h")
    #expect(!driver.shows("source:") && !driver.foot.contains("all stories"))
  }

  @Test("Where the limit has taken the place of the other lists, a press there shows none of them")
  func pressBesideLimit() {
    var driver = Driver(size: Size(columns: 48, rows: 24))
    driver.send(.mouse(Mouse(.press, at: Point(column: 12, row: 0))))
    #expect(driver.state.tabs.shown == .questions)
    driver.press("1 \\")
    driver.type("source:wire")
    driver.press("<enter>")
    driver.send(.mouse(Mouse(.press, at: Point(column: 12, row: 0))))
    #expect(driver.state.tabs.shown == .stories)
  }

  @Test("Back from another list leads to the stories, and quits only there")
  func backToStories() {
    var driver = Driver(size: .usual)
    driver.press("3 q")
    driver.expectEffects([])
    #expect(driver.lines[0].contains("16 · 5 unread"))
    driver.press("2 h")
    #expect(driver.lines[0].contains("16 · 5 unread"))
    driver.press("q")
    driver.expectEffects([.quit])
  }

  @Test("A count that comes before its rows is shown with them")
  func earlyCount() {
    var driver = Driver(size: .usual)
    driver.isHolding = true
    driver.press("\\")
    driver.type("is:unread")
    driver.press("<enter>")
    let count = driver.catalog.answer(to: .count(Listing(query: "is:unread")))
    driver.send(.answered(.count(Listing(query: "is:unread")), count))
    driver.isHolding = false
    driver.send(
      .answered(
        .rows(Listing(query: "is:unread"), .first(72)),
        driver.catalog.answer(to: .rows(Listing(query: "is:unread"), .first(72)))))
    #expect(driver.lines[0].contains("“is:unread” 5 · 5 unread"))
  }

  @Test("Opening a story marks it as read, on the screen and in the catalog")
  func openingReads() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    #expect(driver.shows("5 unread"))
    driver.press("<enter>")
    driver.expectEffects([.markRead(StoryID("s100"))])
    driver.press("h")
    #expect(driver.shows("4 unread"))
    #expect(driver.cursorLine.hasPrefix("› ◦ A model maker"))
  }

  @Test("Coming back lands on the row that was left")
  func backLandsOnRow() {
    var driver = Driver(size: .init(columns: 80, rows: 10))
    driver.press("G k")
    let line = driver.cursorLine
    let row = driver.canvas.cursor?.row
    driver.press("l h")
    #expect(driver.cursorLine.suffix(20) == line.suffix(20))
    #expect(driver.canvas.cursor?.row == row)
  }

  @Test("Selected rows are marked together, and undo takes it back together")
  func selection() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    driver.press("j j j v v s")
    driver.expectEffects([.change(.mark([StoryID("s103"), StoryID("s104")], .starred(true)))])
    #expect(!driver.shows("+"))
    driver.press("U")
    driver.expectEffects([.undo(isSure: false)])
    #expect(driver.foot == "2 stories without a star again · ^r does it again")
  }

  @Test("A mark goes only to the stories that lack it, so that undo gives back what was")
  func undo() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    // The second is unread, the third is read: marking both as read changes only the second.
    driver.press("j v v g j u")
    driver.expectEffects([.change(.mark([StoryID("s101")], .unread(false)))])
    driver.press("U")
    #expect(driver.foot == "“Sleeper trains come back, one border at a time” unread again" && driver.shows("5 unread"))
    driver.press("U")
    #expect(driver.foot == "nothing to undo")
  }

  @Test("Back drops a selection, then a limit, and only then says that it is the first screen")
  func callingOff() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    driver.press("\\")
    driver.type("note")
    driver.press("<enter> v")
    #expect(driver.shows("+"))
    driver.press("h")
    #expect(!driver.shows("+") && driver.shows("“note” 11"))
    driver.press("h")
    #expect(driver.shows("16 · 5 unread"))
    driver.press("h")
    #expect(driver.foot == "this is the first screen; q quits")
    driver.press("q")
    driver.expectEffects([.quit])
  }

  @Test("Sorting goes round: newest, oldest, by headline, by publisher")
  func sorting() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    driver.press("S")
    #expect(driver.foot == "oldest first" && driver.cursorLine.contains("number 11"))
    driver.press("S")
    #expect(driver.foot == "sorted by headline" && driver.cursorLine.contains("A model maker"))
    driver.press("S")
    #expect(driver.foot == "sorted by publisher" && driver.cursorLine.contains("A model maker"))
    driver.press("S")
    #expect(driver.foot == "newest first" && driver.cursorLine.contains("A model maker"))
  }

  @Test("The rows that are shown stay until those of a new order are there")
  func noFlicker() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    let before = driver.lines[2]
    driver.isHolding = true
    driver.press("S")
    #expect(driver.lines[2] == before)
    driver.release()
    #expect(driver.lines[2] != before)
  }

  @Test("Rows stay selected when the list has moved far on")
  func farSelection() {
    let stories = (0..<2_000).map { Story(headline: "Story \($0)", published: Moment(seconds: Int64(-$0 * 86_400))) }
    var driver = Driver(size: .init(columns: 80, rows: 24), catalog: FakeCatalog(stories))
    driver.press("v G v s")
    driver.expectEffects([.change(.mark([StoryID("s100"), StoryID("s2099")], .starred(true)))])
  }

  @Test("A day of another year is shown with its year, and in full where there is room")
  func years() {
    let stories = ["2026-01-02", "2024-12-31"].map { day in
      Story(
        headline: day, lede: [Block(text: "Rain.")], sections: [Section(heading: "Why?")], publisher: "Axle Daily",
        published: Moment(iso8601: day))
    }
    var driver = Driver(size: .init(columns: 80, rows: 24), catalog: FakeCatalog(stories))
    #expect(driver.lines[2].hasSuffix("   2 Jan") && driver.lines[3].hasSuffix("  Dec 2024"))
    driver.press("2")
    #expect(driver.lines[4].hasSuffix("  31 Dec 2024"))
    driver.press("1")
    for columns in [84, 99, 100, 139] {
      driver.send(.resized(.init(columns: columns, rows: 24)))
      #expect(driver.lines[2].hasSuffix("   2 Jan") && driver.lines[3].hasSuffix("  31 Dec 2024"))
      #expect(driver.lines[3].contains("Axle Daily") == (columns >= 100))
    }
  }

  @Test("Copying gives the headlines of what is chosen")
  func copying() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    driver.press("y")
    driver.expectEffects([.copy("A model maker may now sell on every cloud")])
    driver.press("v v y")
    driver.expectEffects([
      .copy("A model maker may now sell on every cloud\nSleeper trains come back, one border at a time")
    ])
  }
}

/// The window of rows on a long list.
struct IndexWindowTests {
  private static let many = FakeCatalog(
    (0..<2_000).map { number in
      Story(headline: "Story \(number)", published: Moment(seconds: Int64(2_000_000_000 - number * 86_400)))
    })

  private func driver(rows: Int = 24) -> Driver {
    Driver(size: Size(columns: 80, rows: rows), catalog: Self.many)
  }

  private func index(of driver: Driver) -> IndexState? { driver.state.index }

  @Test("Every row is reached going down, and again going up, with few rows held", .enabled(if: Thorough.isWanted))
  func everyRow() {
    var driver = driver()
    var most = 0
    for number in 1..<1_000 {
      driver.press("j")
      #expect(driver.cursorLine.contains("Story \(number) "), "row \(number)")
      most = max(most, index(of: driver)?.window.rows.count ?? 0)
    }
    for number in (0..<999).reversed() {
      driver.press("k")
      #expect(driver.cursorLine.contains("Story \(number) "), "row \(number)")
      most = max(most, index(of: driver)?.window.rows.count ?? 0)
    }
    #expect(most < 600)
  }

  @Test("The last row is one request away, and so is the first again")
  func ends() {
    var driver = driver()
    driver.press("G")
    #expect(driver.cursorLine.contains("Story 1999 "))
    #expect(driver.requests.count < 6)
    driver.press("b k")
    #expect(driver.cursorLine.contains("Story 1978 ") || driver.cursorLine.contains("Story 1977 "))
    driver.press("g")
    #expect(driver.cursorLine.contains("Story 0 "))
    #expect(driver.canvas.cursor?.row == 2)
  }

  @Test("A page goes on without leaving out or repeating a row")
  func pages() {
    var driver = driver()
    var numbers: [Int] = []
    for _ in 0..<40 {
      numbers += driver.lines[2..<22].compactMap { $0.split(separator: "Story ").last?.prefix { $0 != " " } }
        .compactMap { Int($0) }
      driver.press("<space>")
    }
    #expect(numbers == Array(0..<800))
  }

  @Test("Rows that come late do not move what is under the cursor")
  func lateRows() {
    var driver = driver()
    driver.press("G")
    for _ in 0..<30 { driver.press("k") }
    driver.isHolding = true
    for _ in 0..<10 { driver.press("k") }
    let (line, row) = (driver.cursorLine, driver.canvas.cursor?.row)
    driver.release()
    #expect(driver.cursorLine == line && driver.canvas.cursor?.row == row)
  }

  @Test("Where a story stands in the list is known after going to the end, too")
  func ordinals() {
    var driver = driver()
    driver.press("G k <enter>")
    #expect(driver.shows("1999 of 2000"))
    driver.press("J")
    #expect(driver.shows("2000 of 2000"))
    driver.press("J")
    #expect(driver.foot == "this is the last story")
    driver.press("h")
    #expect(driver.cursorLine.contains("Story 1999 "))
  }
}

/// Stories that arrive while the index is shown.
struct ArrivalTests {
  @Test("Until the user has moved, the newest stories show up at the top")
  func unmoved() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog([]))
    #expect(driver.shows("No stories here. Paste one"))
    driver.replaceCatalog(FakeCatalog(without: 3))
    driver.send(.reading(Progress(stories: 13, total: 16)))
    #expect(driver.foot.hasSuffix("reading, 13 of 16"))
    #expect(driver.cursorLine.contains("How a port"))
    driver.replaceCatalog(FakeCatalog())
    driver.send(.reading(Progress(stories: 16, total: 16, isDone: true)))
    #expect(driver.cursorLine.contains("A model maker"))
    #expect(driver.shows("16 · 5 unread") && !driver.foot.contains("reading"))
  }

  @Test(
    "Where there is no story, each key that needs one says so, and the foot offers none of them",
    arguments: [
      "<enter>", "s", "u", "D", "v", "V", "A", "y", "<space>", "j",
    ])
  func keysWithoutStories(key: String) {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog([]))
    #expect(driver.foot.contains(": add PATH") && !driver.foot.contains("star"))
    driver.press(key)
    #expect(driver.foot == "there is no story here")
  }

  @Test("Once the user has moved, only the count changes until all is read")
  func moved() {
    var driver = Driver(size: Size(columns: 80, rows: 12), catalog: FakeCatalog(without: 3))
    driver.press("j j")
    let (line, row) = (driver.cursorLine, driver.canvas.cursor?.row)
    driver.replaceCatalog(FakeCatalog())
    driver.send(.reading(Progress(stories: 16)))
    #expect(driver.cursorLine == line && driver.canvas.cursor?.row == row)
    #expect(driver.lines[0].contains("16 · 5 unread") && !driver.shows("new"))
  }

  @Test("A search that came before the stories finds them once they are there")
  func soughtEarly() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog([]))
    driver.send(.reading(Progress(stories: 0, total: 16)))
    driver.press("/")
    driver.type("cranes")
    driver.press("<enter>")
    #expect(driver.foot == "nothing found for “cranes”; stories are still being read")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.reading(Progress(stories: 16, total: 16, isDone: true)))
    #expect(driver.lines[0].contains("“cranes”") && driver.shows("cranes"))
  }

  @Test("One whose answer comes when the last story was just read is asked again")
  func soughtJustBefore() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog([]))
    driver.send(.searchable(lag: 16))
    driver.press("/")
    driver.type("cranes")
    driver.isHolding = true
    driver.press("<enter>")
    driver.send(.searchable(lag: 0))
    driver.release()
    #expect(driver.requests.count == 1 && driver.foot == "nothing found for “cranes”")
  }

  @Test("A key that is pressed meanwhile calls an early search off")
  func soughtEarlyAndGivenUp() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 16))
    driver.send(.reading(Progress(stories: 0, total: 16)))
    driver.press("/")
    driver.type("cranes")
    driver.press("<enter>", "j")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.reading(Progress(stories: 16, total: 16, isDone: true)))
    #expect(!driver.lines[0].contains("“cranes”"))
  }

  @Test("Where a story stands is known again once all is read")
  func numbered() {
    var driver = Driver(size: Size(columns: 80, rows: 12), catalog: FakeCatalog(without: 3))
    driver.press("G")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.reading(Progress(stories: 16, isDone: true)))
    driver.press("<enter>")
    #expect(driver.shows("16 of 16"))
  }

  @Test(
    "Stories from another program: the line under the cursor stays, and the foot says how many came and how to see them"
  )
  func fromElsewhere() {
    var driver = Driver(size: Size(columns: 80, rows: 12), catalog: FakeCatalog(without: 3))
    driver.press("j j")
    let lines = driver.lines[1..<10]
    driver.elsewhere { $0 = FakeCatalog() }
    #expect(driver.lines[1..<10] == lines)
    #expect(driver.foot == "3 new stories; g shows them" && driver.lines[0].contains("16 · 5 unread · 3 new"))
    driver.press("g")
    #expect(driver.cursorLine.contains("A model maker") && !driver.shows("new"))
  }

  @Test("Nothing moves where the list is shorter than the screen, either, nor at the next key")
  func fromElsewhereOnShortList() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 12))
    driver.press("j j")
    let lines = driver.lines[1..<22]
    driver.elsewhere { $0 = FakeCatalog() }
    #expect(driver.lines[1..<22] == lines)
    driver.press("k")
    #expect(driver.lines[5] == lines[5] && driver.canvas.cursor?.row == 3)
    driver.press("g")
    #expect(driver.lines[2].contains("A model maker"))
  }

  @Test("Until the user has moved, stories from another program just appear")
  func fromElsewhereUnmoved() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 3))
    driver.elsewhere { $0 = FakeCatalog() }
    #expect(driver.cursorLine.contains("A model maker") && driver.shows("16 · 5 unread"))
    #expect(driver.foot.contains("help"))
  }

  @Test("A story that arrives while another one is read says nothing there; the list tells of it")
  func fromElsewhereWhileReading() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 3))
    driver.press("j <enter>")
    let before = driver.canvas
    driver.elsewhere { $0 = FakeCatalog() }
    #expect(driver.canvas.lines.dropFirst() == before.lines.dropFirst())
    driver.press("h")
    #expect(driver.lines[0].contains("3 new") && driver.cursorLine.contains("ポートアイランド"))
  }

  @Test("A mark made meanwhile takes nothing away from the number of new stories")
  func countedWithMarks() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 3))
    driver.press("j")
    driver.replaceCatalog(FakeCatalog())
    driver.press("s")
    driver.send(.catalogChanged)
    #expect(driver.lines[0].contains("3 new"))
  }

  @Test("Back from the first story, one is on it, though others came in above it meanwhile")
  func fromElsewhereAboveTheFirst() {
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: FakeCatalog(without: 3))
    driver.press("<enter>")
    driver.elsewhere { $0 = FakeCatalog() }
    driver.press("h")
    #expect(driver.cursorLine.contains("How a port") && driver.canvas.cursor?.row == 2)
  }

  @Test("Marks that another program set are shown, also on the line under the cursor and in the story")
  func marksFromElsewhere() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("j j j")
    driver.elsewhere { $0.apply(.mark([StoryID("s102"), StoryID("s103")], .starred(true))) }
    #expect(driver.cursorLine.hasPrefix("› *") && driver.lines[4].hasPrefix("  *"))
    driver.press("<enter>")
    driver.elsewhere { $0.apply(.mark([StoryID("s103")], .starred(false))) }
    driver.press("s")
    driver.expectEffects([.change(.mark([StoryID("s103")], .starred(true)))])
  }

  @Test("A story that another program took away goes, and the cursor stands on the one after it")
  func goneElsewhere() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.press("j j")
    driver.elsewhere { $0.remove(StoryID("s102")) }
    #expect(driver.cursorLine.contains("How a port") && driver.shows("15 · "))
    driver.elsewhere { $0.remove(StoryID("s100")) }
    #expect(driver.cursorLine.contains("How a port") && !driver.shows("A model maker"))
  }

  @Test("How many files could not be read is said at the end")
  func failures() {
    var driver = Driver(size: Size(columns: 80, rows: 24))
    driver.send(.reading(Progress(stories: 16, failures: 2, isDone: true)))
    #expect(driver.foot == "2 files could not be read")
    driver.press("j")
    #expect(driver.foot.contains("help"))
  }
}

extension IndexTests {
  @Test("Who publishes a story stands in its row where there is room, and where the list goes by that")
  func publishers() {
    var driver = Driver(size: .init(columns: 100, rows: 24))
    #expect(driver.cursorLine.contains("Lantern") && driver.cursorLine.contains("5 q  3 src"))
    driver = Driver(size: .init(columns: 80, rows: 24))
    #expect(!driver.cursorLine.contains("Lantern") && driver.cursorLine.contains("5 q  3 src"))
    driver.press("S S S")
    #expect(driver.cursorLine.contains("Lantern") && !driver.cursorLine.contains("5 q  3 src"))
  }

  @Test("A row that is selected keeps its star in sight, and the head says how the list is sorted")
  func signs() {
    var driver = Driver(size: .init(columns: 80, rows: 24))
    driver.press("s v")
    #expect(driver.lines[2].hasPrefix(" +* A model maker"))
    #expect(!driver.lines[0].contains("first"))
    driver.press("<esc> S")
    #expect(driver.lines[0].hasSuffix("unread · oldest first"))
    driver.press("S")
    #expect(driver.lines[0].hasSuffix("unread · by headline"))
  }

  @Test(
    "How the list is sorted takes nothing away from what is unread, with many stories either", arguments: [16, 2_600])
  func sorted(stories: Int) {
    let stories = (0..<stories).map { Story(headline: "Story \($0)", published: Moment(seconds: Int64(-$0 * 86_400))) }
    var driver = Driver(size: .init(columns: 80, rows: 24), catalog: FakeCatalog(stories))
    for order in ["oldest", "headline", "publisher"] {
      driver.press("S")
      #expect(driver.lines[0].contains(" unread · ") && driver.lines[0].contains(order), "\(driver.lines[0])")
    }
  }

  @Test("Where there is no room for both, the day stands in a row and not the counts")
  func narrow() {
    let driver = Driver(size: .init(columns: 50, rows: 12))
    #expect(driver.cursorLine.hasSuffix("28 Apr") && !driver.cursorLine.contains("src"))
  }
}
