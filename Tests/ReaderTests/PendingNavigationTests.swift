import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Going to other screens, and coming back.
struct PendingNavigationTests {
  private func driver() -> Driver { Driver(size: Size(columns: 80, rows: 24)) }

  @Test("A screen stays until the one that is gone to is there")
  func noFlicker() {
    var driver = driver()
    driver.isHolding = true
    let before = driver.canvas
    driver.press("<enter>")
    #expect(driver.canvas == before)
    driver.release()
    #expect(driver.shows("1 of 16"))
  }

  @Test("Keys typed on the way are meant for the screen that comes")
  func typeAhead() {
    var driver = driver()
    driver.isHolding = true
    driver.press("<enter> J")
    driver.release()
    #expect(driver.shows("2 of 16") && driver.shows("Sleeper trains"))
  }

  @Test("Going back after keys typed on the way is done after them; twice, it calls the way off")
  func typeAheadAndBack() {
    var driver = driver()
    driver.isHolding = true
    driver.press("<enter> J h")
    driver.release()
    #expect(driver.cursorLine.contains("Sleeper trains"))
    driver.isHolding = true
    driver.press("<enter> J h h")
    driver.release()
    #expect(driver.cursorLine.contains("Sleeper trains"))
    driver.expectEffects([])
  }

  @Test("Going back on the way calls it off")
  func callingOff() {
    var driver = driver()
    driver.isHolding = true
    driver.press("j <enter> h")
    driver.release()
    #expect(driver.cursorLine.contains("Sleeper trains"))
    driver.expectEffects([])
  }

  @Test("What cannot be had is said, and one stays where one is")
  func failure() {
    var driver = driver()
    driver.isHolding = true
    driver.press("<enter>")
    driver.send(.answered(.story(StoryID("s100")), .failed("the catalog cannot be read")))
    #expect(driver.foot == "the catalog cannot be read")
    driver.press("j")
    #expect(driver.cursorLine.contains("Sleeper trains"))
  }

  @Test("A story that has gone is said to be gone")
  func gone() {
    var driver = driver()
    driver.replaceCatalog(FakeCatalog([]))
    driver.press("<enter>")
    #expect(driver.foot == "the catalog no longer holds this story")
  }

  @Test("Back and forward walk the screens that one has been on")
  func history() {
    var driver = driver()
    driver.press("3 <enter>")
    let source = driver.lines[0]
    driver.press("<enter>")
    let story = driver.canvas
    driver.press("H")
    #expect(driver.lines[0] == source)
    driver.press("H")
    #expect(driver.shows("8 sources"))
    driver.press("L L")
    #expect(driver.canvas == story)
    driver.press("L")
    #expect(driver.foot == "nothing further on")
  }

  @Test("The next story takes the place of the one before, so that back leads to the list")
  func neighbours() {
    var driver = driver()
    driver.press("<enter> J J")
    #expect(driver.shows("The county that weighs its rubbish"))
    driver.press("h")
    #expect(driver.cursorLine.contains("The county that weighs its rubbish"))
    driver.press("<enter> K K")
    #expect(driver.shows("A model maker"))
    driver.press("K")
    #expect(driver.foot == "this is the first story")
  }

  @Test("A citation whose page the catalog lacks leads to its source")
  func citation() throws {
    var driver = driver()
    let citation = Citation(place: 0, host: "wire.example.org", url: "https://wire.example.org/a")
    driver.press("<enter> <enter>")
    var state = driver.state
    let page = state.go(to: .citation(citation))
    #expect(page == [.ask(.page(url: "https://wire.example.org/a"))])
    let source = state.receive(.answered(.page(url: "https://wire.example.org/a"), .story(nil)))
    let date = try #require(state.history.current.story).detail.row.date
    func asks(_ host: String) -> [Effect] { [.ask(.claims(host: host, reaching: date, limit: SourceState.part))] }
    #expect(source == asks("wire.example.org"))
    let bare = state.receive(.keyPressed(.escape))
    #expect(bare == [])
    #expect(state.go(to: .citation(Citation(place: 0, host: "a.example"))) == asks("a.example"))
  }

  @Test("The lists keep their places while one is on another")
  func tabs() {
    var driver = driver()
    driver.press("j j 2 j 3 j j 1")
    #expect(driver.cursorLine.contains("The county"))
    driver.press("2")
    #expect(driver.canvas.cursor?.row == 5)
    driver.press("3")
    #expect(driver.cursorLine.contains("blogs.example.com"))
  }

  @Test("A mark is seen in the index while another list is shown")
  func marksElsewhere() {
    var driver = driver()
    driver.press("2 <enter> h 1")
    #expect(driver.shows("4 unread"))
  }

  @Test("Quit quits anywhere; suspend and redraw are handed on")
  func program() {
    var driver = driver()
    driver.press("<enter> ^z")
    driver.expectEffects([.suspend])
    driver.press("^l")
    driver.expectEffects([.redraw])
    driver.press("Q")
    driver.expectEffects([.quit])
  }
}

/// Index and story side by side.
struct WideTests {
  private func driver() -> Driver { Driver(size: Size(columns: 160, rows: 30)) }

  @Test("The story follows Enter, not every row")
  func followsEnter() {
    var driver = driver()
    driver.press("<enter> h j")
    #expect(driver.requests.isEmpty)
    #expect(driver.lines[0].contains("A model maker"))
    driver.press("<enter>")
    #expect(driver.lines[0].contains("Sleeper trains"))
  }

  @Test("Tab goes from the index to the story as it was left, h comes back to the index")
  func focus() {
    var driver = driver()
    driver.press("<enter> ] ] h")
    #expect(driver.canvas.cursor?.column == 0)
    let before = driver.canvas.lines
    driver.press("<tab>")
    #expect((driver.canvas.cursor?.column ?? 0) > 53)
    #expect(driver.canvas.lines.dropLast() == before.dropLast())
  }

  @Test("Moving in the index draws nothing else anew")
  func quiet() {
    var driver = driver()
    driver.press("<enter> h")
    let before = driver.canvas
    driver.press("j")
    let after = driver.canvas
    let changed = (0..<30).flatMap { row in
      (0..<160).filter { before[$0, row] != after[$0, row] }.map { ($0, row) }
    }
    #expect(changed.count == 2 && changed.allSatisfy { $0.0 == 0 })
  }

  @Test("Neither side writes over the rule between them")
  func rule() {
    for scene in Scene.all {
      var driver = scene.driver
      driver.send(.resized(Size(columns: 141, rows: 22)))
      for keys in ["", "j", "<enter>", "zR", "G", "h", "3", "<enter>", "?"] {
        driver.press(keys)
        let canvas = driver.canvas
        for row in 0..<20 { #expect(canvas[47, row]?.text == "│", "\(scene.name) after \(keys), row \(row)") }
      }
    }
  }

  @Test("Growing narrow keeps what is being read, and wide again")
  func resizing() {
    var driver = driver()
    driver.press("j <enter>")
    driver.send(.resized(Size(columns: 60, rows: 20)))
    #expect(driver.lines[0].contains("Sleeper trains") && !driver.shows("Questions"))
    driver.send(.resized(Size(columns: 160, rows: 30)))
    #expect(driver.lines[0].contains("Sleeper trains") && driver.shows("Questions"))
  }
}
