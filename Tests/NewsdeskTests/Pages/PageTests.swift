import Briefing
import Catalog
import Formats
import SiteSupport
import Testing

@testable import Newsdesk

@Suite("Fetching pages", .serialized)
struct PageTests {
  @Test func `a page is kept once, out of the index, and its address leads to it`() throws {
    let site = try Site()
    try site.web.writePage("cranes.html", "Cranes fall")
    let first = try site.desk.keepPage(at: site.web.url("cranes.html"), namedBy: .user)
    let again = try site.desk.keepPage(at: site.web.url("cranes.html?utm_source=mail"), namedBy: .user)
    #expect(first.id == again.id && first.isNew && !again.isNew)
    #expect(try site.headlines.isEmpty)
    #expect(try site.catalog.page(at: site.web.url("cranes.html")) == first.id)
    #expect(try site.catalog.detail(first.id)?.kept != nil)
  }

  @Test func `what content names never reaches this machine, but for what the user follows there`() throws {
    let site = try Site()
    try site.web.writePage("cranes.html", "Cranes fall")
    #expect(throws: FetchFailure.http(.refusedAddress(host: "127.0.0.1"))) {
      try site.desk.keepPage(at: site.web.url("cranes.html"), namedBy: .content(of: nil))
    }
    #expect(site.web.requests.isEmpty)
    try site.web.writeFeed("feed.xml", [("Cranes", "Three <a href='cranes.html'>cranes</a> fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    let entry = try #require(try site.catalog.rows(Listing(), .first(1)).first)
    let namer = try site.desk.namer(of: try site.catalog.detail(entry.id))
    #expect(try site.desk.keepPage(at: site.web.url("cranes.html"), namedBy: namer).id != entry.id)
  }

  @Test func `a page that asks who one is, or says that it is not there, is none`() throws {
    let site = try Site()
    try site.web.write(
      "login.html", "<html><body><form><input type=password></form><p>Please log in.</p></body></html>")
    #expect(throws: FetchFailure.noArticle(.login)) {
      try site.desk.keepPage(at: site.web.url("login.html"), namedBy: .user)
    }
    #expect(throws: FetchFailure.status(404)) { try site.desk.keepPage(at: site.web.url("none.html"), namedBy: .user) }
  }

  @Test func `entries that are only openings bring their pages, and others do not`() throws {
    let site = try Site()
    try site.web.writeFeed("short.xml", title: "Short", [("Cranes", "Three cranes fell.")])
    try site.web.writePage("cranes.html", "Cranes")
    try site.web.writeFeed(
      "long.xml", title: "Long", [("Tides", String(repeating: "The tide rose and fell again. ", count: 60))])
    try site.web.writePage("tides.html", "Tides")
    _ = try site.desk.follow(site.web.url("short.xml"))
    _ = try site.desk.follow(site.web.url("long.xml"))
    #expect(try site.catalog.keptPage(at: site.web.url("cranes.html")) != nil)
    #expect(try site.catalog.keptPage(at: site.web.url("tides.html")) == nil)
    #expect(try site.catalog.subscription(url: site.web.url("short.xml"))?.settings.isFullText == true)
  }

  @Test func `a feed of which the user wants no pages brings none`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    try site.web.writePage("cranes.html", "Cranes")
    _ = try site.desk.follow(site.web.url("feed.xml"), settings: FeedSettings(isFullText: false))
    #expect(try site.catalog.keptPage(at: site.web.url("cranes.html")) == nil)
  }

  @Test func `with each refresh come the pages that starred stories cite, as robots txt lets them`() throws {
    let site = try Site(NewsdeskPreferences(offlineQuery: "is:starred") { "\($0)" })
    try site.web.write("robots.txt", "User-agent: *\nDisallow: /secret\n")
    try site.web.writePage("law.html", "The law")
    try site.web.writePage("secret.html", "A secret")
    let text = """
      Cranes fall

      Three cranes fell ([The law](\(site.web.url("law.html")))). Nobody knows why ([A secret](\(site.web.url("secret.html")))).
      """
    var reading = StoryParser.parse(Array(text.utf8))
    reading.story.url = site.web.url("own.html")
    try site.web.writeFeed("feed.xml", [("Tides", "They rose.")])
    _ = try site.desk.follow(site.web.url("feed.xml"), settings: FeedSettings(isFullText: false))
    let id = try #require(
      try site.catalog.add([
        IncomingStory(
          reading: reading, original: Array(text.utf8), provenance: .page(url: site.web.url("own.html")),
          date: Moment(seconds: 1))
      ]).ids.first)
    #expect(try site.desk.refresh(isForced: true).pages == 0)
    _ = try site.catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 2))
    let progress = try site.desk.refresh(isForced: true)
    #expect(progress.pages == 1 && progress.pagesFailed == 1)
    #expect(try site.catalog.keptPage(at: site.web.url("law.html")) != nil)
    #expect(!site.web.requests.contains { $0.hasPrefix("/secret.html") })
    // Whoever asks for it by key gets it.
    let asked = try site.desk.fetch([WantedPage(url: site.web.url("secret.html"), story: id, isAskedFor: true)])
    #expect(asked.kept == 1)
  }
}
