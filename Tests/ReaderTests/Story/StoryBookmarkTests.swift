import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

struct StoryBookmarkTests {
  private let cloud = StoryID("s100")

  @Test("A story opens where it was left, with the folds as they were")
  func opensWhereLeft() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] ] <enter> j")
    let line = driver.cursorLine
    driver.press("h <enter>")
    #expect(driver.cursorLine == line)
    #expect(driver.shows("▾ Why does losing a first claim matter so much?"))
    #expect(driver.shows("▸ What changed on paper?"))
  }

  @Test("What was read to its end is still dim when the story is opened anew")
  func staysDim() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .enter, .enter)
    var detail = StorySamples.trains
    detail.bookmark = bench.state.newBookmark()
    let again = StoryBench(detail)
    #expect(again.styleOfLine("What opens").role == .faint)
    #expect(again.styleOfLine("Why did they").role == .heading)
  }

  @Test("A story that is opened for the first time opens at its start, folded, and is begun then")
  func firstTime() {
    var driver = Driver(size: .usual)
    driver.press("<enter>")
    #expect(driver.shows("› • The two partners"))
    driver.press("h")
    #expect(driver.catalog.bookmark(of: cloud)?.progress == .begun)
    #expect(driver.cursorLine.hasPrefix("› ◦"))
  }

  @Test("The place is kept whichever way one leaves", arguments: ["h", "H", "q", "J", "<tab> <enter>", "Q", "^z", "1"])
  func everyWay(keys: String) {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] ] <enter>")
    driver.press(keys)
    #expect(driver.catalog.bookmark(of: cloud)?.open == [1])
    #expect(driver.catalog.bookmark(of: cloud)?.place.block.section == 1)
  }

  @Test("A claim opens at its own place, and the place that was left is kept until one reads on there")
  func claim() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] <enter> j")
    let left = driver.catalog.bookmark(of: cloud)
    driver.press("h 3 / axle <enter> <enter> <enter>")
    #expect(driver.shows("▾ The short of it"))
    #expect(driver.shows("▾ What changed on paper?"))
    #expect(driver.catalog.bookmark(of: cloud) == left)
    driver.press("k")
    #expect(driver.catalog.bookmark(of: cloud)?.place.block.section == 4)
  }

  @Test("A story that was read to what stands below it opens at its start again")
  func finished() {
    var driver = Driver(size: .usual)
    driver.press("<enter> zR G h <enter>")
    #expect(driver.shows("› • The two partners"))
    #expect(driver.shows("▾ What changed on paper?"))
  }

  @Test("The place is that in the text, whatever the size of the screen was")
  func otherSize() {
    var driver = Driver(size: .usual)
    driver.press("<enter> zR ] ] j j")
    let place = driver.catalog.bookmark(of: cloud)?.place
    driver.press("h")
    driver.send(.resized(.small))
    driver.press("<enter> k j")
    #expect(driver.catalog.bookmark(of: cloud)?.place.block == place?.block)
  }

  @Test("A story that is opened again before its place is written opens where it was left all the same")
  func notWrittenYet() {
    var driver = Driver(size: .usual)
    driver.press("<enter> ] ] <enter> j")
    let line = driver.cursorLine
    // The catalog as it was before.
    driver.replaceCatalog(FakeCatalog())
    driver.press("h <enter>")
    #expect(driver.cursorLine == line)
    driver.replaceCatalog(.revised)
    driver.press("h <enter>")
    #expect(driver.cursorLine.hasPrefix("› • The two partners"))
  }

  @Test("A search that is called off leaves no place behind; one that is done does")
  func search() {
    var driver = Driver(size: .usual)
    driver.press("<enter> j")
    let place = driver.catalog.bookmark(of: cloud)
    driver.press("/")
    driver.type("prepared")
    #expect(driver.catalog.bookmark(of: cloud) == place)
    driver.press("<esc>")
    #expect(driver.catalog.bookmark(of: cloud) == place)
    driver.press("/")
    driver.type("prepared")
    driver.press("<enter>")
    #expect(driver.catalog.bookmark(of: cloud)?.place.block == .paragraph(section: 3, index: 0))
  }

  @Test("Whoever ends the reader while words are typed is told where the user is, once")
  func leaving() {
    var state = Driver(size: .usual).state
    #expect(state.leave().isEmpty)
    var driver = Driver(size: .usual)
    driver.press("<enter> /")
    driver.type("prepared")
    state = driver.state
    let effects = state.leave()
    guard case .remember(cloud, let bookmark)? = effects.first else {
      Issue.record("nothing to keep: \(effects)")
      return
    }
    #expect(bookmark.place.block == .paragraph(section: 3, index: 0))
    #expect(state.leave().isEmpty)
  }

  @Test("A bookmark of what the story does not have opens it somewhere in it")
  func stray() {
    var detail = StorySamples.trains
    for block: Place.Block in [.bullet(9), .lede(9), .heading(section: 99), .paragraph(section: 1, index: 9)] {
      for offset in [-1, 7, 1_000_000] {
        detail.bookmark = Bookmark(place: Place(block, offset: offset), open: [-1, 2, 99], read: [-1, 99])
        var bench = StoryBench(detail)
        #expect(bench.lines.contains { $0.contains("▾ Where do the coaches come from?") })
        for command in Command.allCases { bench.perform(command) }
        #expect(bench.canvas.cursor != nil)
      }
    }
  }
}
