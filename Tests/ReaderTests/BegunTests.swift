import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

@Suite("A story that was begun")
struct BegunTests {
  private let id = StoryID("s104")

  private func driver(progress: Row.Progress = .begun, passing: String? = nil, columns: Int = 80) -> Driver {
    var catalog = FakeCatalog()
    catalog.apply(.mark([id], .unread(false)))
    catalog.remember(Bookmark(place: Place(.heading(section: 1)), open: [1], progress: progress), of: id)
    return Driver(size: Size(columns: columns, rows: 24), catalog: catalog, passing: passing)
  }

  @Test("Is offered when the reader starts, and the key goes on where it was left, with the list standing on it")
  func goesOn() {
    var driver = driver()
    #expect(driver.foot.hasPrefix("begun: “") && driver.foot.hasSuffix("” · . goes on with it"))
    var byHand = self.driver()
    byHand.press("j j j j <enter>")
    driver.press(".")
    #expect(driver.lines[0].contains("5 of 16") && driver.canvas == byHand.canvas)
    driver.press("h")
    #expect(driver.canvas.cursor?.row == 6)
  }

  @Test("Is offered for one key: after another, the same key reads the next unread story")
  func once() {
    var driver = driver()
    driver.press("j")
    #expect(!driver.foot.contains("begun"))
    driver.press("k .")
    #expect(driver.lines[0].contains("1 of 16"))
  }

  @Test("Is not offered where it was read to its end, where nothing is kept, or once the user has pressed a key")
  func not() {
    #expect(driver(progress: .finished).foot.contains("help"))
    #expect(driver(passing: "these stories are only being read").foot.contains("help"))
    var late = State(size: .usual)
    let effects = late.start()
    #expect(effects.last == .ask(State.newestBegun))
    _ = late.receive(.keyPressed(.scalar("j")))
    _ = late.receive(.answered(State.newestBegun, .rows([StorySamples.short.row])))
    #expect(late.message?.contains("begun") != true)
  }

  @Test("Is named in one line, however narrow the screen", arguments: [40, 60, 100])
  func narrow(columns: Int) {
    #expect(driver(columns: columns).lastRow.hasSuffix(". goes on with it"))
  }
}
