import Briefing
import Catalog
import SiteSupport
import Testing

@testable import Newsdesk

@Suite("Fetching feeds", .serialized)
struct RefreshTests {
  @Test func `a feed that is followed brings its stories, and the next refresh only what is new`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    let followed = try site.desk.follow(site.web.url("feed.xml"))
    #expect(followed.new == 1 && followed.stories == 1)
    #expect(followed.feeds.map(\.name) == ["The Port"])
    try site.web.writeFeed("feed.xml", [("Strike", "It ended."), ("Cranes", "Three cranes fell.")])
    site.pass(hours: 2)
    let progress = try site.desk.refresh()
    #expect(progress.new == 1 && progress.feedsWithNew == 1 && progress.failed == 0)
    #expect(try site.headlines == ["Cranes", "Strike"])
    #expect(try site.catalog.subscriptions().map(\.unread) == [2])
  }

  @Test func `a feed that has not changed is not sent again, and one that is not due is not asked for`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    #expect(try site.desk.refresh().total == 0)
    site.pass(hours: 2)
    #expect(try site.desk.refresh().new == 0)
    let asked = site.web.requests.filter { $0.hasPrefix("/feed.xml") }
    #expect(asked.count == 2)
    #expect(asked.last?.hasSuffix(" -") == false)
    #expect(try site.desk.refresh(isForced: true).total == 1)
  }

  @Test func `a feed that fails keeps its stories, says why, and harms no other`() throws {
    let site = try Site()
    try site.web.writeFeed("a.xml", title: "A", [("Cranes", "Three cranes fell.")])
    try site.web.writeFeed("b.xml", title: "B", [("Strike", "It ended.")])
    _ = try site.desk.follow(site.web.url("a.xml"))
    _ = try site.desk.follow(site.web.url("b.xml"))
    try site.web.head("a.xml", #"{"status": 500}"#)
    try site.web.writeFeed("b.xml", title: "B", [("Tides", "They rose."), ("Strike", "It ended.")])
    site.pass(hours: 2)
    let progress = try site.desk.refresh()
    #expect(progress.failed == 1 && progress.new == 1 && progress.done == 2)
    #expect(try site.headlines == ["Cranes", "Strike", "Tides"])
    let failing = try #require(try site.catalog.subscription(url: site.web.url("a.xml")))
    #expect(failing.fetches.failures == 1 && failing.fetches.failure != nil && failing.fetches.failingSince != nil)
    #expect(try site.catalog.subscription(url: site.web.url("b.xml"))?.fetches.failures == 0)
  }

  @Test func `asking for a feed that fails again and again does not put off the next time`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.head("feed.xml", #"{"status": 500}"#)
    site.pass(hours: 2)
    try site.desk.refresh()
    let due = try #require(try site.catalog.subscriptions().first?.fetches.due)
    for _ in 0..<4 { try site.desk.refresh(isForced: true) }
    #expect(try site.catalog.subscriptions().map(\.fetches.due) == [due])
    #expect(try site.catalog.subscriptions().map(\.fetches.failures) == [1])
  }

  @Test func `a page in the place of a feed is no feed, and the stories stay`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.writePage("feed.xml", "Log in")
    site.pass(hours: 2)
    #expect(try site.desk.refresh().failed == 1)
    #expect(try site.headlines == ["Cranes"])
  }

  @Test func `what is gone for good is asked for no more`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.head("feed.xml", #"{"status": 410}"#)
    site.pass(hours: 2)
    #expect(try site.desk.refresh().failed == 1)
    site.pass(hours: 1000)
    #expect(try site.desk.refresh().total == 0)
  }

  @Test func `an entry with other words is another version, and one with another date is nothing new`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell into the harbour on Sunday night.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.writeFeed("feed.xml", [("Cranes", "Four cranes fell into the harbour on Sunday night.")])
    site.pass(hours: 2)
    let progress = try site.desk.refresh()
    #expect(progress.new == 0 && progress.changed == 1)
    #expect(try site.catalog.rows(Listing(), .first(9)).map(\.versions) == [2])
  }

  @Test func `a refresh is nothing that an undo takes back`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.writeFeed("feed.xml", [("Strike", "It ended."), ("Cranes", "Three cranes fell.")])
    site.pass(hours: 2)
    try site.desk.refresh()
    _ = try site.catalog.undo(at: Moment(seconds: 1_790_100_000))
    #expect(try site.headlines == ["Cranes", "Strike"])
    #expect(try site.catalog.subscriptions().isEmpty)
  }

  @Test func `a stop ends a silent server's wait at once, and nothing is held against the server`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    try site.web.head("feed.xml", #"{"wait": 20}"#)
    site.pass(hours: 2)
    let stop = FetchStop()
    let begin = ContinuousClock.now
    try site.desk.refresh(stop: stop) { progress in if progress.done == 0 { stop.stop() } }
    #expect(ContinuousClock.now - begin < .seconds(3))
    #expect(try site.catalog.subscriptions().map(\.fetches.failures) == [0])
  }

  @Test func `offline, nothing is asked for and nothing lost`() throws {
    let site = try Site(isOffline: true)
    #expect(throws: FetchFailure.http(.offline)) { try site.desk.follow(site.web.url("feed.xml")) }
    #expect(try site.catalog.subscriptions().isEmpty)
    #expect(site.web.requests.isEmpty)
  }

  @Test func `settings of a feed stand above what was chosen when it was followed`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"), settings: FeedSettings(tags: ["sea"], interval: 7200))
    #expect(try site.catalog.rows(Listing(query: "tag:sea"), .first(9)).count == 1)
    let preferences = NewsdeskPreferences(feeds: [site.web.url("feed.xml"): FeedOverride(interval: 60_000)]) { "\($0)" }
    let feed = try #require(try site.catalog.subscriptions().first).overridden(by: preferences)
    #expect(feed.settings.interval == 60_000 && feed.settings.tags == ["sea"])
  }
}
