import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// Fetching what is followed, while one reads on.
struct RefreshTests {
  @Test("A refresh says how far it is at the right of the foot, and what came when it is over", arguments: [80, 40])
  func progress(columns: Int) {
    var driver = Driver(size: Size(columns: columns, rows: 12), settings: .fetching)
    driver.press("R")
    driver.expectEffects([.refresh(subscription: nil)])
    #expect(driver.foot.hasSuffix("refreshing · Esc stops"))
    driver.send(.refreshing(RefreshProgress(done: 12, total: 40)))
    #expect(driver.foot.hasSuffix("refreshing 12 of 40 · Esc stops"))
    driver.press("j")
    #expect(driver.foot.hasSuffix("refreshing 12 of 40 · Esc stops"))
    driver.send(
      .refreshing(RefreshProgress(done: 40, total: 40, newStories: 18, feedsWithNew: 5, failed: 1, isDone: true)))
    #expect(driver.foot == "18 new in 5 feeds · 1 failed")
    driver.press("j")
    #expect(!driver.foot.contains("refreshing") && !driver.foot.contains("failed"))
  }

  @Test(
    "What came is said in words",
    arguments: [
      (RefreshProgress(done: 7, total: 7, newStories: 1, feedsWithNew: 1), "1 new in 1 feed"),
      (RefreshProgress(done: 7, total: 7), "nothing new in 7 feeds"),
      (RefreshProgress(done: 7, total: 7, failed: 7), "nothing new · 7 failed"),
      (RefreshProgress(done: 3, total: 7, isStopped: true), "stopped after 3 of 7 · nothing new"),
      (RefreshProgress(exchange: ExchangeProgress()), "nothing new from your account"),
      (
        RefreshProgress(exchange: ExchangeProgress(newStories: 18, sent: 1, taken: 3)),
        "18 new from your account · 1 mark sent · 3 marks taken"
      ),
      (RefreshProgress(exchange: ExchangeProgress(sent: 2)), "2 marks sent"),
      (
        RefreshProgress(done: 7, total: 7, exchange: ExchangeProgress(trouble: "alice at h: no answer")),
        "alice at h: no answer · nothing new in 7 feeds"
      ),
    ])
  func words(progress: RefreshProgress, words: String) { #expect(progress.result == words) }

  @Test("The first stories of an account are counted as they come")
  func exchange() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("R")
    driver.send(.refreshing(RefreshProgress(exchange: ExchangeProgress(done: 1500, total: 50_000, newStories: 1400))))
    #expect(driver.foot.hasSuffix("fetching 1\u{A0}500 of 50\u{A0}000 stories · Esc stops"))
    let end = ExchangeProgress(done: 50_000, total: 50_000, newStories: 49_000)
    driver.send(.refreshing(RefreshProgress(isDone: true, exchange: end)))
    #expect(driver.foot == "49\u{A0}000 new from your account")
  }

  @Test(
    "What comes moves neither the line under the cursor nor the row that it stands on", arguments: ["", "j j", "G"])
  func nothingMoves(keys: String) {
    var driver = Driver(size: .usual, catalog: FakeCatalog(without: 3), settings: .fetching)
    driver.press(keys)
    let (line, lines) = (driver.cursorLine, driver.lines[2..<23])
    driver.press("R")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.refreshing(RefreshProgress(done: 1, total: 4, newStories: 3, feedsWithNew: 1)))
    #expect(driver.cursorLine == line)
    #expect(driver.lines[2..<23] == lines)
    #expect(driver.lines[0].hasSuffix("3 new"))
    driver.send(.refreshing(RefreshProgress(done: 4, total: 4, newStories: 3, feedsWithNew: 1, isDone: true)))
    #expect(driver.cursorLine == line)
    #expect(driver.foot == "3 new in 1 feed")
    driver.press("g")
    #expect(driver.cursorLine.contains("A model maker"))
  }

  @Test("The first stories of an empty list just appear")
  func first() {
    var driver = Driver(size: .usual, catalog: FakeCatalog([] as [Story]), settings: .fetching)
    driver.press("R")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.refreshing(RefreshProgress(done: 1, total: 4, newStories: 16, feedsWithNew: 1)))
    #expect(driver.cursorLine.contains("A model maker"))
  }

  @Test("A story that is read stays as it is while stories come")
  func reading() {
    var driver = Driver(size: .usual, catalog: FakeCatalog(without: 3), settings: .fetching)
    driver.press("<enter> ] <enter>")
    let lines = driver.lines.dropLast()
    driver.press("R")
    driver.replaceCatalog(FakeCatalog())
    driver.send(.refreshing(RefreshProgress(done: 4, total: 4, newStories: 3, feedsWithNew: 1, isDone: true)))
    #expect(driver.lines.dropLast().dropFirst() == lines.dropFirst())
    #expect(driver.foot == "3 new in 1 feed")
  }

  @Test("What a key has to say stands first, and what came is said with the next key that says nothing")
  func precedence() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("R s")
    let starred = driver.foot
    #expect(starred.contains("takes it back"))
    driver.send(.refreshing(RefreshProgress(done: 4, total: 4, newStories: 3, feedsWithNew: 1, isDone: true)))
    #expect(driver.foot == starred)
    driver.press("j")
    #expect(driver.foot == "3 new in 1 feed")
    driver.press("j")
    #expect(!driver.foot.contains("new"))
  }

  @Test("Esc and ^C stop it, and what they do otherwise they do not", arguments: ["<esc>", "^c"])
  func stopping(key: String) {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("<enter> R")
    driver.send(.refreshing(RefreshProgress(done: 12, total: 40)))
    let lines = driver.lines.dropLast()
    driver.press(key)
    driver.expectEffects([.stopFetching])
    #expect(driver.lines.dropLast() == lines && driver.foot == "stopped")
    driver.send(.refreshing(RefreshProgress(done: 13, total: 40)))
    #expect(!driver.foot.contains("13 of 40"))
    driver.send(.refreshing(RefreshProgress(done: 13, total: 40, isDone: true, isStopped: true)))
    driver.press(key)
    driver.expectEffects(key == "^c" ? [.quit] : [])
  }

  @Test("Other keys that go back go back, and the refresh goes on")
  func goingBack() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("<enter> R h")
    #expect(driver.state.history.isAtRoot && driver.foot.hasSuffix("Esc stops"))
  }

  @Test("Esc first calls off what was begun: a prompt, digits, letters beside citations")
  func escInPrompt() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("R / <esc>")
    driver.expectEffects([])
    driver.press("<enter> f <esc>")
    driver.expectEffects([])
    driver.press("3 <esc>")
    driver.expectEffects([])
    driver.press("<esc>")
    driver.expectEffects([.stopFetching])
  }

  @Test("While rows are selected Esc lets go of them, and ^C stops the refresh")
  func selected() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("R v")
    #expect(driver.foot.contains("Esc lets go") && driver.foot.hasSuffix("^c stops"))
    driver.press("<esc>")
    driver.expectEffects([])
    #expect(driver.foot.hasSuffix("Esc stops"))
  }

  @Test("One feed is fetched from the list of feeds, and what is being fetched is not fetched again")
  func oneFeed() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 j r")
    driver.expectEffects([.refresh(subscription: 3)])
    driver.press("R")
    driver.expectEffects([])
    #expect(driver.foot == "feeds are being fetched already; Esc stops")
  }

  @Test("The list of feeds shows what came, with the cursor on its feed")
  func feeds() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 j j R")
    var catalog = FakeCatalog.withFeeds
    catalog.feeds[2].unread = 33
    driver.replaceCatalog(catalog)
    driver.send(.refreshing(RefreshProgress(done: 2, total: 4, newStories: 4, feedsWithNew: 1)))
    #expect(driver.cursorLine.contains("The Port Gazette") && driver.cursorLine.contains("33 unread"))
    #expect(driver.lines[0].hasSuffix("4 · 45 unread"))
  }

  @Test("Where nothing is followed, a refresh says how to begin")
  func nothingFollowed() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("R")
    driver.send(.refreshing(RefreshProgress(isDone: true)))
    #expect(driver.foot == "nothing is followed yet; F follows a feed")
  }

  @Test("Offline, nothing is fetched, and it is said how that ends")
  func offline() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press(":")
    driver.type("offline on")
    driver.press("<enter>")
    driver.expectEffects([.goOffline(true)])
    driver.send(.connection(false))
    driver.press("j")
    #expect(driver.foot.hasSuffix("offline"))
    driver.press("R")
    driver.expectEffects([])
    #expect(driver.foot == "offline, so nothing is fetched; :offline off uses the network again")
    driver.press(":")
    driver.type("offline")
    driver.press("<enter>")
    driver.expectEffects([.goOffline(false)])
    driver.send(.connection(true))
    driver.press("R")
    driver.expectEffects([.refresh(subscription: nil)])
  }
}
