import Briefing
import Catalog
import Foundation
import Testing
import TmuxSupport

/// `courant feeds`, `unfollow`, `import` and `export --opml`, none of which needs a network.
@Suite("Feeds from the command line")
struct FeedCommandTests {
  let home: TemporaryFolder
  let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try folder.write(
      "urls",
      """
      https://sea.example/feed.xml sea "~Sea Watch"
      https://port.example/rss ports "deep sea" "~Port News"
      https://www.sea.example/feed.xml twice
      exec:~/bin/tides
      filter:/bin/true:https://f.example/
      feed://old.example/rss "~Port Letters"
      """)
  }

  private func run(_ words: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(words, home: home) }

  private func imported() throws { #expect(try run("import", folder.path + "/urls").code == 0) }

  private func catalog() throws -> Catalog { try Catalog.open(at: home.path + "/.local/share/courant/catalog.db") }

  @Test func `a list is followed once, and what is no address is named`() throws {
    let first = try run("import", folder.path + "/urls")
    #expect(first.code == 0 && first.output.isEmpty)
    for part in [
      "“exec:~/bin/tides” is no address of the web", "“filter:/bin/true:https://f.example/”", "3 feeds are followed; ",
    ] {
      #expect(first.talk.contains(part), "\(first.talk)")
    }
    #expect(try run("import", folder.path + "/urls").talk.contains("all 3 feeds are followed already"))
    let lines = try run("feeds").lines
    #expect(
      lines == [
        "Port Letters  0 unread of 0  not fetched yet  http://old.example/rss",
        "Port News  0 unread of 0  not fetched yet  #deep-sea  #ports  https://port.example/rss".replacing(
          "#deep-sea  #ports", with: "#ports  #deep-sea"),
        "Sea Watch  0 unread of 0  not fetched yet  #sea  https://sea.example/feed.xml",
      ])
  }

  @Test func `a list comes back as it was written`() throws {
    try imported()
    let file = folder.path + "/feeds.opml"
    #expect(try run("export", "--opml", file).talk.contains("3 feeds in"))
    #expect(try run("export", "--opml", file).code == 0)
    let other = try TemporaryFolder()
    #expect(try BuiltProgram.run(["import", file], home: other).code == 0)
    #expect(try BuiltProgram.run(["feeds"], home: other).lines == run("feeds").lines)
    #expect(try run("export", "--opml", "-").output == String(contentsOfFile: file, encoding: .utf8))
    try folder.write("feeds.opml", "mine")
    #expect(try run("export", "--opml", file).code == 73)
    #expect(try run("export", "--opml", file, "--force").code == 0)
    #expect(try run("export", "--opml", file, "there").code == 64 && run("export").code == 64)
  }

  @Test func `a feed is unfollowed by a name that means no other, and an undo follows it again`() throws {
    try imported()
    let several = try run("unfollow", "port")
    #expect(several.code == 66 && several.talk.contains("“Port Letters”, “Port News”"))
    #expect(try run("unfollow", "nobody").code == 66)
    for name in ["news", "https://sea.example/feed.xml?utm_source=x"] {
      #expect(try run("unfollow", name).code == 0, "\(name)")
    }
    #expect(try run("feeds").lines.map { $0.prefix(12) } == ["Port Letters"])
    #expect(try run("undo").talk.contains("taken back, so that “Sea Watch” is followed again"))
    #expect(try run("feeds").lines.count == 2)
    #expect(try run("undo").code == 0 && run("feeds").lines.count == 3)
  }

  @Test func `a feed says what is wrong with it, and so does the doctor`() throws {
    try imported()
    let since = Moment(seconds: 1_789_000_000)
    let feeds = try catalog().subscriptions()
    let failed = FetchRecord(attempted: since, due: since, failures: 2, failingSince: since, failure: "no answer")
    try catalog().record([FeedFetch(of: feeds[0].id, failed)])
    #expect(try run("feeds").lines.last?.contains("failing since 2026-09-10 (no answer)") == true)
    let json = try run("feeds", "--json").lines.last ?? ""
    for part in [
      #""name": "Sea Watch""#, #""failures": 2"#, #""failure": "no answer""#, #""keep": 90"#, #""tags": ["sea"]"#,
    ] {
      #expect(json.contains(part), "\(json)")
    }
    #expect(
      try run("doctor").output.contains("note   1 of 3 feeds fails, “Sea Watch” since 2026-09-10: no answer"))
  }

  @Test func `what is no list of feeds is told, and nothing is followed`() throws {
    try folder.write("story.txt", "A port grows\n\nIt rains.")
    let outcome = try run("import", folder.path + "/story.txt")
    #expect(outcome.code == 65 && outcome.talk.contains("lists no feeds"))
    #expect(try run("import", folder.path + "/missing").code == 66)
    #expect(try run("feeds").code == 66)
    #expect(try BuiltProgram.run(["import", "-"], input: "https://a.example/feed tag\n", home: home).code == 0)
    #expect(try run("feeds").lines.count == 1)
  }

  @Test func `show names the places of a story, and list finds them by their feeds`() throws {
    try imported()
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall again."
    let story = Story(headline: "High tide", lede: [Block(text: words)])
    let stories = [("https://sea.example/feed.xml", "1"), ("https://port.example/rss", "a")].map { feed, guid in
      IncomingStory(
        reading: Reading(story: story), original: Array(words.utf8),
        provenance: .entry(feed: feed, guid: guid, url: "https://sea.example/tide"),
        date: Moment(seconds: 1_789_000_000))
    }
    _ = try catalog().add(stories)
    let lines = try run("list", "feed:port").lines
    #expect(lines.count == 1)
    let json = try run("show", "--json", String(lines.first?.prefix(4) ?? "")).output
    #expect(
      json.contains(
        #""kind": "entry", "feed": "Sea Watch", "places": [{"feed": "Port News", "guid": "a"}]"#), "\(json)")
  }
}
