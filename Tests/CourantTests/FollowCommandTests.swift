import Foundation
import SiteSupport
import Testing
import TmuxSupport

/// Following and fetching, from the command line and against a site on this machine.
@Suite("Fetching from the command line", .serialized)
struct FollowCommandTests {
  private let home: TemporaryFolder
  private let site: TestSite

  init() throws {
    home = try TemporaryFolder()
    site = try #require(try TestSite())
    try site.writeFeed("feed.xml", [("Cranes", "Three cranes fell."), ("Strike", "It ended.")])
    try site.writePage("cranes.html", "Cranes")
    try site.writePage("strike.html", "Strike")
  }

  private func run(_ words: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(words, home: home) }

  @Test func `a feed is followed, listed and refreshed`() throws {
    let followed = try run("follow", site.url("feed.xml"), "--tag", "sea")
    #expect(followed.code == 0 && followed.output.isEmpty)
    #expect(followed.talk.contains("following “The Port”, 2 new stories"))
    #expect(try run("list", "tag:sea").lines.count == 2)
    #expect(try run("refresh").talk.contains("no feed is due; courant refresh --force fetches all 1"))
    try site.writeFeed(
      "feed.xml", [("Tides", "They rose."), ("Cranes", "Three cranes fell."), ("Strike", "It ended.")])
    let refreshed = try run("refresh", "port")
    #expect(refreshed.code == 0 && refreshed.talk.contains("1 new in 1 feed"))
    #expect(try run("search", "rose").lines.first?.contains("Tides") == true)
  }

  @Test func `a feed that fails is told with its reason, and the code says to try again`() throws {
    _ = try run("follow", site.url("feed.xml"))
    try site.head("feed.xml", #"{"status": 503}"#)
    let refreshed = try run("refresh", "--force")
    #expect(refreshed.code == 75)
    #expect(refreshed.talk.contains("“The Port”: the server has a fault of its own (503)"))
    #expect(refreshed.talk.contains("nothing new · 1 failed"))
    #expect(try run("list").lines.count == 2)
  }

  @Test func `of several feeds that a page names one is to be chosen`() throws {
    let links = ["feed", "other"].map {
      "<link rel=alternate type='application/rss+xml' title='\($0)' href='\($0).xml'>"
    }
    try site.write("index.html", "<html><head>\(links.joined())</head><body>Hello</body></html>")
    let refused = try run("follow", site.url(""))
    #expect(refused.code == 64)
    #expect(refused.talk.contains("names 2 feeds; choose one with --feed N") && refused.talk.contains("  2  other"))
    #expect(try run("follow", site.url(""), "--feed", "1").code == 0)
  }

  @Test func `what is no feed, not there or no address says so`() throws {
    #expect(try run("follow", site.url("none.xml")).talk.contains("the server has nothing there (404)"))
    #expect(try run("follow", site.url("none.xml")).code == 69)
    let link = "<link rel=alternate type='application/rss+xml' title='All' href='gone.xml'>"
    try site.write("index.html", "<html><head>\(link)</head><body>Hello</body></html>")
    let named = try run("follow", site.url(""))
    #expect(
      named.code == 69 && named.talk.contains("it names \(site.url("gone.xml")): the server has nothing there (404)"))
    try site.write("words.txt", "Only words.")
    #expect(try run("follow", site.url("words.txt")).code == 65)
    #expect(try run("follow", "nonsense").code == 64)
    #expect(try run("follow", "ftp://example.org/x").talk.contains("only https: and http:"))
    #expect(try run("feeds").output.isEmpty)
  }

  @Test func `a page is added, shown and refused by its address`() throws {
    #expect(try run("show", site.url("cranes.html")).lines.first == "Cranes")
    #expect(try run("list").lines.isEmpty)
    let added = try run("add", site.url("cranes.html"))
    #expect(added.code == 0 && added.talk.contains("is new"))
    #expect(try run("list").lines.count == 1)
    #expect(try run("add", site.url("cranes.html?utm_source=x")).talk.contains("there already"))
    #expect(try run("undo").code == 0)
    #expect(try run("list").lines.isEmpty)
    try site.write("paper.pdf", "%PDF-1.7\n%âãÏÓ\n")
    let refused = try run("add", site.url("paper.pdf"))
    #expect(refused.code == 65 && refused.talk.contains("a PDF document"))
  }

  @Test func `pages that a story cites are kept, and found`() throws {
    let text = "Cranes\n\nThree fell ([The law](https://sea.example/law)) ([Cranes](\(site.url("cranes.html")))).\n"
    _ = try BuiltProgram.run(["add", "-"], input: text, home: home)
    // What content names does not reach this machine; what is typed does.
    let cited = try run("fetch", "cranes")
    #expect(cited.talk.contains("is an address of this machine or a private network"))
    let fetched = try run("fetch", site.url("cranes.html"))
    #expect(fetched.code == 0 && fetched.talk.contains("1 page kept"))
    #expect(try run("list", "is:page").lines.count == 1)
    #expect(try run("list").lines.count == 1)
  }

  @Test func `offline, everything says so, and nothing is asked for`() throws {
    for words in [
      ["follow", site.url("feed.xml")], ["add", site.url("cranes.html")], ["show", site.url("cranes.html")],
    ] {
      let outcome = try BuiltProgram.run(words + ["--offline"], home: home)
      #expect(outcome.code == 69 && outcome.talk.contains("the network is switched off"))
    }
    try home.write(".config/courant/config.toml", "network = false\n")
    #expect(try run("follow", site.url("feed.xml")).code == 69)
    #expect(site.requests.isEmpty)
    #expect(try run("doctor").output.contains("the network is switched off by the settings"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not installed"))
  func `offline, no socket is opened by anything`() throws {
    _ = try run("follow", site.url("feed.xml"))
    let lines = [
      "list", "refresh --offline --force", "fetch --offline is:unread", "show --offline \(site.url("cranes.html"))",
    ]
    for line in lines {
      let traced = try BuiltProgram.shell(
        "strace -f -qq -e trace=socket,connect -o \"$folder/trace\" \"$courant\" \(line); cat \"$folder/trace\"",
        home: home)
      #expect(!traced.output.contains("socket(") && !traced.output.contains("connect("), "\(line): \(traced.output)")
    }
  }

  @Test func `a refresh that is killed at any moment loses nothing, and the next one has all`() throws {
    _ = try run("follow", site.url("feed.xml"), "--no-full")
    var entries = [("Cranes", "Three cranes fell."), ("Strike", "It ended.")]
    for (round, wait) in ["0.01", "0.03", "0.06", "0.1", "0.15", "0.25"].enumerated() {
      entries += (0..<30).map { ("Tide \(round) \($0)", "It rose by \($0) hands on day \(round), and fell again.") }
      try site.writeFeed("feed.xml", entries)
      _ = try BuiltProgram.shell(
        "\"$courant\" refresh --force 2>/dev/null & sleep \(wait); kill -9 $!; wait", home: home)
    }
    #expect(try run("refresh", "--force").code == 0)
    #expect(try run("list").lines.count == entries.count)
    #expect(try run("search", "hands").lines.count >= 180)
    #expect(try !run("doctor").output.contains("wrong"))
  }
}
