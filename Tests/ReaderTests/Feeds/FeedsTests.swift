import Briefing
import Canvas
import Scenes
import Testing

@testable import Reader

/// The list of feeds, and following them.
struct FeedsTests {
  @Test(
    "The list says of each feed what is unread, when it was fetched, and of one that fails why and when it is tried next"
  )
  func list() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5")
    #expect(driver.lines[0].hasSuffix("4 · 41 unread"))
    #expect(driver.lines[2].contains("Harbour council") && driver.lines[2].contains("! no answer, since Tuesday"))
    #expect(driver.lines[2].hasSuffix("next try 14:00"))
    #expect(driver.lines[3].hasSuffix("3 days ago") && !driver.lines[3].contains("unread"))
    #expect(driver.lines[5].contains("World — Kagi News") && driver.lines[5].contains("12 unread"))
    #expect(driver.lines[5].hasSuffix("today 07:10"))
  }

  @Test("Feeds of the account stand behind the others, by the folders that they are in there, and are unfollowed there")
  func account() {
    var driver = Driver(size: .usual, catalog: .withAccount, settings: .fetching)
    driver.press("5")
    #expect(driver.lines[2].contains("Harbour council") && driver.lines[3].contains("The Port Gazette"))
    #expect(driver.lines[4].contains("World — Kagi News  #news") && driver.lines[4].contains("12 unread"))
    #expect(driver.lines[5].contains("#sea"))
    driver.press("G D")
    #expect(driver.foot.contains("is followed by your account: unfollow it there"))
  }

  @Test("Times are those of the clock on the wall")
  func zone() {
    var settings = ReaderSettings.fetching
    settings.secondsAheadOfUTC = 2 * 3600
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: settings)
    driver.press("5")
    #expect(driver.lines[5].hasSuffix("today 09:10"))
    #expect(driver.lines[2].hasSuffix("next try 16:00"))
  }

  @Test("A list without feeds says how to begin")
  func empty() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press("5")
    #expect(driver.shows(":follow ADDRESS follows one; courant import FILE") && driver.foot.hasPrefix("F follow"))
    driver.press("D")
    #expect(driver.foot == "there is no feed here")
  }

  @Test("Enter shows the stories of the feed under its name, and back leads to the feed")
  func stories() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 j j <enter>")
    let query = "feed:\"https://gazette.example/rss\""
    #expect(driver.state.listing.query == query)
    #expect(driver.lines[0].contains("“The Port Gazette”"))
    driver.press("h")
    #expect(driver.cursorLine.contains("The Port Gazette"))
    #expect(driver.state.tabs.shown == .feeds)
  }

  @Test("In the index an entry has the name of its feed where others have their publisher")
  func index() {
    var catalog = FakeCatalog.withEntry
    var entry = Library.teaser
    (entry.feed, entry.row.feed) = ("Millers of the world", "Millers of the world")
    catalog.keep(entry)
    catalog.feeds = Library.feeds
    catalog.feeds[1].title = "Millers of the world"
    var driver = Driver(size: Size(columns: 120, rows: 24), catalog: catalog, settings: .fetching)
    #expect(driver.lines[3].contains("The mill turns again") && driver.lines[3].contains("Millers of the…"))
    #expect(driver.lines[4].contains("Lantern"))
    driver.press("5 j <enter>")
    #expect(driver.lines[2].contains("The mill turns again") && driver.lines[0].contains("“Millers of the world” 1"))
  }

  @Test("Typing narrows the feeds by their names and addresses")
  func narrow() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 /")
    driver.type("miller")
    #expect(driver.lines[2].contains("Notes of a miller") && !driver.shows("Gazette"))
  }

  @Test("Unfollowing is said and taken back")
  func unfollow() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 j D")
    driver.expectEffects([.change(.follow("https://miller.example/atom.xml", isFollowed: false))])
    #expect(driver.foot == "“Notes of a miller” is no longer followed; its stories stay · U takes it back")
    #expect(!driver.lines.dropLast().contains { $0.contains("Notes of a miller") })
    #expect(driver.cursorLine.contains("Gazette"))
    driver.press("U")
    #expect(driver.foot == "“Notes of a miller” is followed again · ^r does it again")
    #expect(driver.lines.contains { $0.contains("Notes of a miller") })
    driver.press("^r")
    #expect(driver.foot == "“Notes of a miller” is no longer followed · U takes it back")
  }

  @Test("A feed without stories says so, and how they are fetched")
  func withoutStories() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 G <enter>")
    let name = driver.lines[0].contains("World")
    #expect(name && driver.shows("“World — Kagi News” has no stories here yet; :refresh fetches what is new."))
  }

  @Test("An address is followed from any list, and the list of feeds has the cursor on it")
  func follow() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 1 F")
    driver.type("kagi:world")
    driver.press("<enter>")
    driver.expectEffects([.follow("kagi:world", choice: nil)])
    #expect(driver.foot.hasSuffix("looking at kagi:world · Esc stops"))
    driver.send(.followed([Library.feeds[3]], known: false))
    #expect(driver.foot == "following “World — Kagi News”")
    driver.press("5")
    #expect(driver.cursorLine.contains("World"))
    driver.send(.followed([Library.feeds[3]], known: true))
    #expect(driver.foot == "“World — Kagi News” is followed already")
  }

  @Test("Of a page that names several feeds one is chosen, by its row or by its number")
  func choice() {
    let page = "https://gazette.example/"
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    for keys in ["j <enter>", "2 <enter>"] {
      driver.press("F")
      driver.type(page)
      driver.press("<enter>")
      driver.send(.feedsFound(FeedChoice.samples, in: page))
      #expect(driver.lines[0].contains("Which one of gazette.example?"))
      driver.press(keys)
      driver.expectEffects([.follow(page, choice: 2)])
      #expect(driver.state.history.isAtRoot && driver.foot.contains("looking at gazette.example"))
      driver.send(.notFollowed("no answer"))
      #expect(driver.foot == "no answer")
    }
  }

  @Test("Feeds that are found once the user has gone on do not take the screen")
  func lateChoice() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("F")
    driver.type("https://gazette.example/")
    driver.press("<enter> <enter>")
    let lines = driver.lines.dropLast()
    driver.send(.feedsFound(FeedChoice.samples, in: "https://gazette.example/"))
    #expect(driver.lines.dropLast() == lines)
    #expect(driver.foot.contains("2 feeds at https://gazette.example/"))
  }

  @Test("A pasted address asks what to do with it: follow it, add the page, or neither")
  func paste() {
    let address = "https://gazette.example/today"
    var driver = Driver(size: .usual, settings: .fetching)
    driver.send(.pasted(" \(address)\n"))
    #expect(driver.foot == "\(address) · f follows it · a adds the page · Esc neither")
    driver.press("f")
    driver.expectEffects([.follow(address, choice: nil)])
    driver.send(.pasted(address))
    driver.press("a")
    driver.expectEffects([.addPage(address)])
    driver.send(.notAdded("there is no such page"))
    driver.send(.pasted(address))
    driver.press("<esc>")
    #expect(driver.foot == "left alone")
    driver.send(.pasted(address + " and words"))
    #expect(driver.effects == [.examine(address + " and words", number: 1)])
  }

  @Test("An address behind :add is the page to add, and behind :follow the feed to follow")
  func named() {
    var driver = Driver(size: .usual, settings: .fetching)
    driver.press(":")
    driver.type("add https://gazette.example/today")
    driver.press("<enter>")
    driver.expectEffects([.addPage("https://gazette.example/today")])
    driver.press("<esc> :")
    driver.type("follow https://gazette.example/")
    driver.press("<enter>")
    driver.expectEffects([.follow("https://gazette.example/", choice: nil)])
  }

  @Test("What is unread of a feed that fails stands beside when it is tried next", arguments: [80, 100, 60, 40])
  func failing(columns: Int) {
    var catalog = FakeCatalog.withFeeds
    catalog.feeds[0].unread = 26
    catalog.feeds[0].fetches.failure = "no answer"
    catalog.feeds[0].fetches.due = Moment(iso8601: "2027-10-12")
    var driver = Driver(size: Size(columns: columns, rows: 24), catalog: catalog, settings: .fetching)
    driver.press("5")
    let line = driver.lines.first { $0.contains(" 26 ") || $0.hasSuffix(" 26") }
    #expect(columns < 56 ? line != nil : line?.contains("26 unread  next try") == true)
  }

  @Test("A marks all of a feed read")
  func markAllRead() {
    var driver = Driver(size: .usual, catalog: .withFeeds, settings: .fetching)
    driver.press("5 A")
    guard case .changeAll(let bulk)? = driver.effects.first else {
      Issue.record("nothing is changed: \(driver.effects)")
      return
    }
    #expect(bulk.action == .mark(.unread(false)) && bulk.query.hasPrefix("feed:"))
  }

  @Test("Where nothing can be fetched, each key that would says so and asks for nothing")
  func nothingFetches() {
    var driver = Driver(size: .usual, catalog: .withFeeds)
    for keys in ["R", "5 r"] {
      driver.press(keys)
      driver.expectEffects([])
      #expect(driver.foot == "there is nothing here that could fetch it")
    }
  }
}

extension FeedChoice {
  static let samples = [
    FeedChoice(title: "All of it", url: "https://gazette.example/rss"),
    FeedChoice(title: "", url: "https://gazette.example/ports.rss"),
  ]
}
