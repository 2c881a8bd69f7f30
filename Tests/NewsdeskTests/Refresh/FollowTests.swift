import Briefing
import Catalog
import SiteSupport
import Testing

@testable import Newsdesk

@Suite("Following", .serialized)
struct FollowTests {
  @Test func `a page is followed by the feed that it names, and of several one is to be chosen`() throws {
    let site = try Site()
    try site.web.writeFeed("a.xml", title: "A", [("Cranes", "Three cranes fell.")])
    try site.web.writeFeed("b.xml", title: "B", [("Strike", "It ended.")])
    let links = ["a", "b"].map { "<link rel='alternate' type='application/rss+xml' title='\($0)' href='/\($0).xml'>" }
    try site.web.write("one.html", "<html><head>\(links[0])</head><body>Hello</body></html>")
    try site.web.write("two.html", "<html><head>\(links.joined())</head><body>Hello</body></html>")
    #expect(try site.desk.follow(site.web.url("one.html")).feeds.map(\.name) == ["A"])
    do {
      _ = try site.desk.follow(site.web.url("two.html"))
      Issue.record("one of two was followed")
    } catch FetchFailure.severalFeeds(let found) {
      #expect(found.map(\.title) == ["a", "b"])
    }
    #expect(try site.desk.follow(site.web.url("two.html"), choice: 2).feeds.map(\.name) == ["B"])
    #expect(throws: FetchFailure.noSuchFeed(3, of: 2)) { try site.desk.follow(site.web.url("two.html"), choice: 3) }
  }

  @Test func `a feed that is followed twice is one`() throws {
    let site = try Site()
    try site.web.writeFeed("feed.xml", [("Cranes", "Three cranes fell.")])
    _ = try site.desk.follow(site.web.url("feed.xml"))
    let again = try site.desk.follow(site.web.url("feed.xml"))
    #expect(again.new == 0 && again.stories == 0)
    #expect(try site.catalog.subscriptions().count == 1)
  }

  @Test func `a list of feeds is followed as a whole, its folders as tags`() throws {
    let site = try Site()
    let outlines = ["a", "b"].map { "<outline type='rss' text='\($0)' xmlUrl='\(site.web.url($0 + ".xml"))'/>" }
    try site.web.write(
      "list.xml", "<opml version='2.0'><body><outline text='sea'>\(outlines.joined())</outline></body></opml>")
    #expect(try site.desk.follow(site.web.url("list.xml")).new == 2)
    #expect(try site.catalog.subscriptions().map(\.settings.tags) == [["sea"], ["sea"]])
  }

  @Test func `a day of Kagi News is a feed, whose stories have their questions and sources`() throws {
    let site = try Site()
    func day(_ title: String) -> String {
      """
      {"category": "World", "timestamp": 1790000000, "clusters": [{"title": "\(title)", "short_summary":
      "Three cranes fell [port.example#1].", "suggested_qna": [{"question": "Why?", "answer": "A storm [port.example#1]."}],
      "articles": [{"title": "Cranes", "link": "https://port.example/cranes", "domain": "port.example"}]}]}
      """
    }
    try site.web.write("world.json", day("Cranes fall"))
    let followed = try site.desk.follow(site.web.url("world.json"))
    #expect(followed.feeds.map(\.name) == ["World — Kagi News"] && followed.stories == 1)
    let row = try #require(try site.catalog.rows(Listing(), .first(1)).first)
    #expect(row.questions == 1 && row.sources == 1)
    // Worded anew on the same day it is the same story.
    try site.web.write("world.json", day("Three cranes fall"))
    site.pass(hours: 2)
    #expect(try site.desk.refresh().new == 0)
    #expect(try site.headlines == ["Three cranes fall"])
  }

  @Test func `the categories of Kagi News are there to choose from`() throws {
    let site = try Site()
    try site.web.write(
      "kite.json",
      """
      {"timestamp": 1790000000, "categories": [{"name": "World", "file": "world.json"}, {"name": "Tech", "file": "tech.json"}]}
      """)
    try site.web.write(
      "tech.json", #"{"category": "Tech", "timestamp": 1790000000, "clusters": [{"title": "Chips", "articles": []}]}"#)
    do {
      _ = try site.desk.follow(site.web.url("kite.json"))
      Issue.record("one of two was followed")
    } catch FetchFailure.severalFeeds(let found) {
      #expect(found.map(\.title) == ["World", "Tech"])
    }
    #expect(try site.desk.follow(site.web.url("kite.json"), choice: 2).feeds.map(\.name) == ["Tech — Kagi News"])
  }

  @Test(
    "What is no address says so, and what has no scheme is encrypted, but on this machine",
    arguments: [
      ("example.org/feed", "https://example.org/feed"), ("127.0.0.1:80/x", "http://127.0.0.1/x"),
      ("localhost:8080/x", "http://localhost:8080/x"), ("kagi:world", "https://kite.kagi.com/world.json"),
      ("nonsense", nil), ("ftp://example.org/feed", nil), ("file:///etc/passwd", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(typed: String, address: String?) {
    #expect((try? Newsdesk.address(typed: typed))?.text == address)
  }
}
