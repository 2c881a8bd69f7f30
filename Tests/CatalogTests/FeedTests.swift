import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

private let feed = "https://sea.example/feed.xml"
private let now = Moment(seconds: 1_790_000_000)

/// An entry as a feed brings it.
func entry(
  _ headline: String, _ guid: String, of feed: String, at seconds: Int64 = 1_789_000_000, _ lede: String = "",
  url: String? = nil
) -> IncomingStory {
  let story = incoming(headline, at: seconds, lede: lede)
  return IncomingStory(
    reading: story.reading, original: story.original, provenance: .entry(feed: feed, guid: guid, url: url),
    date: story.date)
}

@Suite struct `A feed that is followed` {
  @Test func `is one however often it is followed, and however its address is written`() throws {
    let catalog = try Catalog.inMemory()
    let first = try catalog.follow(feed, FeedSettings(tags: ["Deep Sea"], title: "Tides", keep: .forever), at: now)
    #expect(first.key == feed && first.settings.tags == ["deep-sea"] && first.name == "Tides" && first.isFollowed)
    #expect(try catalog.follow("http://www.sea.example/feed.xml", FeedSettings(title: "Other"), at: now) == first)
    #expect(try catalog.subscriptions() == [first])
    #expect(try catalog.subscription(url: "sea.example/feed.xml") == first)
    #expect(try catalog.subscription(first.id) == first && catalog.subscription(key: feed) == first)
    #expect(try catalog.subscription(url: "https://other.example/") == nil)
  }

  @Test func `comes back with what was known of it, and an undo takes both back`() throws {
    let catalog = try Catalog.inMemory()
    let id = try catalog.follow(feed, FeedSettings(tags: ["sea"], interval: 600), at: now).id
    let fetches = FetchRecord(
      etag: "\"a\"", lastModified: "Tue", attempted: now, succeeded: now, due: Moment(seconds: now.seconds + 600),
      move: .init(url: "https://new.example/", answers: 2, since: now))
    try catalog.record([FeedFetch(of: id, fetches, title: "Tides", site: "https://sea.example/", guids: ["1"])])
    let known = try #require(try catalog.subscription(id))
    #expect(known.fetches == fetches && known.title == "Tides" && known.site == "https://sea.example/")
    _ = try catalog.add([entry("High tide", "1", of: feed, "It rises.")])
    #expect(try catalog.apply(.follow(feed, isFollowed: false), at: now))
    #expect(try !catalog.apply(.follow(feed, isFollowed: false), at: now))
    #expect(try catalog.subscriptions().isEmpty && catalog.headlines() == ["High tide"])
    #expect(try catalog.undo(at: now).changes == [.follow(feed, isFollowed: true)])
    #expect(try catalog.subscriptions().map(\.title) == ["Tides"])
    _ = try catalog.apply(.follow(feed, isFollowed: false), at: now)
    let back = try catalog.follow(feed, at: now)
    #expect(back.id == id && back.title == "Tides" && back.settings == known.settings && back.fetches.etag == "\"a\"")
    #expect(back.fetches.due == nil && back.stories == 1 && back.unread == 1)
    #expect(try catalog.undo(at: now).changes == [.follow(feed, isFollowed: false)])
  }

  @Test func `keeps what a fetch said, also of failing and of moving`() throws {
    let catalog = try Catalog.inMemory()
    let id = try catalog.follow(feed, at: now).id
    let failed = FetchRecord(
      attempted: now, due: now, failures: 3, failingSince: Moment(seconds: 7), failure: "no answer", hasEnded: true)
    try catalog.record([FeedFetch(of: id, failed, url: "https://moved.example/feed")])
    let moved = try #require(try catalog.subscription(url: "https://moved.example/feed"))
    #expect(moved.fetches == failed && moved.key == feed && moved.url == "https://moved.example/feed")
    var settings = moved.settings
    (settings.title, settings.isFullText, settings.keep) = ("Mine", true, .days(7))
    try catalog.change(id, settings)
    #expect(try catalog.subscription(id)?.settings == settings)
    #expect(try catalog.headlines("feed:mine").isEmpty && Query.doubts(in: "feed:mine").isEmpty)
  }

  @Test func `stands in lists by the name that the user gave it, and by none of its own`() throws {
    let catalog = try Catalog.inMemory()
    let other = "https://port.example/rss"
    let id = try catalog.follow(feed, FeedSettings(title: "Tides"), at: now).id
    try catalog.record([FeedFetch(of: catalog.follow(other, at: now).id, FetchRecord(), title: "The Port")])
    _ = try catalog.add([
      entry("High tide", "1", of: feed, "It rises."), entry("Cranes", "b", of: other, "They turn."), incoming("Fog"),
    ])
    func names() throws -> [String: String?] {
      let rows = try catalog.rows(Listing(), .first(9))
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.headline, $0.feed) })
    }
    #expect(try names() == ["High tide": "Tides", "Cranes": nil, "Fog": nil])
    try catalog.change(id, FeedSettings(title: "Ebb and flow"))
    #expect(try names() == ["High tide": "Ebb and flow", "Cranes": nil, "Fog": nil])
  }

  @Test func `counts its stories, those of other feeds that stand in it, too`() throws {
    let catalog = try Catalog.inMemory()
    let other = "https://port.example/rss"
    for url in [feed, other] { _ = try catalog.follow(url, at: now) }
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall again."
    _ = try catalog.add([
      entry("High tide", "1", of: feed, words, url: "https://sea.example/tide"),
      entry("High tide", "a", of: other, words, url: "https://www.sea.example/tide?utm_source=port"),
      entry("Cranes", "b", of: other, "They turn."),
      entry("Fog", "2", of: feed, "It lies."),
    ])
    let ids = try catalog.rows(Listing(query: "tide"), .first(9)).map(\.id)
    #expect(ids.count == 1)
    _ = try catalog.apply(.mark(ids, .unread(false)), at: now)
    _ = try catalog.apply(.remove(catalog.rows(Listing(query: "fog"), .first(1)).map(\.id), isRemoved: true), at: now)
    #expect(try catalog.subscriptions().map { [$0.stories, $0.unread] } == [[1, 0], [2, 1]])
    #expect(try catalog.subscription(key: other)?.stories == 2)
    let detail = try #require(try catalog.detail(ids[0]))
    #expect(detail.kind == .entry && detail.feed == feed)
    #expect(detail.places == [StoryPlace(feed: other, name: other, guid: "a")])
    #expect(try catalog.headlines("feed:port") == ["Cranes", "High tide"])
  }

  @Test func `is found by its name, its address, and whole before it is found by a word`() throws {
    let catalog = try Catalog.inMemory()
    for (url, title) in [(feed, "Port"), ("https://port.example/rss", "Port News")] {
      let id = try catalog.follow(url, at: now).id
      try catalog.record([FeedFetch(of: id, FetchRecord(), title: title)])
      _ = try catalog.add([entry(title, "1", of: url, "About \(url).")])
    }
    #expect(try catalog.headlines("feed:port") == ["Port"])
    #expect(try catalog.headlines("feed:news") == ["Port News"])
    #expect(try catalog.headlines("feed:\"port news\"") == ["Port News"])
    #expect(try catalog.headlines("feed:https://port.example/rss") == ["Port News"])
    #expect(try catalog.headlines("feed:example").count == 2)
    #expect(try catalog.headlines("-feed:news") == ["Port"])
    #expect(try catalog.headlines("feed:ort").isEmpty && catalog.headlines("feed:unknown").isEmpty)
    #expect(try catalog.headlines("is:entry").count == 2 && catalog.headlines("is:entry feed:news about").count == 1)
  }

  @Test func `gives its tags to what is new, and only to that`() throws {
    let catalog = try Catalog.inMemory()
    let id = try catalog.follow(feed, FeedSettings(tags: ["sea"]), at: now).id
    _ = try catalog.add([entry("Tide", "1", of: feed, "It rises.")])
    try catalog.change(id, FeedSettings(tags: ["sea", "coast"]))
    _ = try catalog.add([entry("Tide", "1", of: feed, "It rises."), entry("Fog", "2", of: feed, "It lies.")])
    #expect(try catalog.rows(Listing(order: .headline), .first(9)).map(\.tags) == [["coast", "sea"], ["sea"]])
  }

  @Test func `brings nothing that an undo takes back`() throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.follow(feed, at: now, isUndoable: false)
    _ = try catalog.add([entry("Tide", "1", of: feed)])
    #expect(try catalog.undo(at: now).changes.isEmpty)
  }
}

@Suite struct `An entry of a feed` {
  private let words =
    "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall again."
  private let others =
    "Three cranes were sold to a yard in the north, whose owners say nothing of what they paid for them."

  @Test func `that has the name of another and says something else is a new one, and both are known again`() throws {
    let catalog = try Catalog.inMemory()
    let both = [
      entry("High tide", "home", of: feed, words),
      entry("Cranes are sold", "home", of: feed, at: 1_789_100_000, others),
    ]
    for story in both { #expect(try catalog.add([story]).new == 1) }
    let again = try catalog.add(both)
    #expect(again.known == 2 && again.new == 0 && again.versions == 0)
    #expect(try catalog.headlines() == ["Cranes are sold", "High tide"])
  }

  @Test func `is nothing new where its date alone or an advert is another one`() throws {
    let catalog = try Catalog.inMemory()
    func story(_ advert: String, at seconds: Int64) -> IncomingStory {
      var story = Story(headline: "High tide")
      story.lede = [Block(text: words), Block(text: advert)]
      return IncomingStory(
        reading: Reading(story: story), original: Array("\(words)\n\(advert)".utf8),
        provenance: .entry(feed: feed, guid: "1"), date: Moment(seconds: seconds))
    }
    let id = try catalog.add([story("Advertisement: Buy an anchor", at: 100)]).ids[0]
    _ = try catalog.apply(.mark([id], .unread(false)), at: now)
    #expect(try catalog.add([story("Advertisement: Buy an anchor", at: 200)]).known == 1)
    #expect(try catalog.add([story("Advertisement: Buy a sail", at: 300)]).known == 1)
    #expect(try catalog.headlines("is:unread").isEmpty)
    #expect(try catalog.add([story("Update: it fell at six.", at: 400)]).versions == 1)
  }

  @Test func `that was reworded is a version, also under another headline`() throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add([entry("High tide", "1", of: feed, words)])
    let added = try catalog.add([entry("Ferries may sail", "1", of: feed, at: 1_789_100_000, words + " They sailed.")])
    #expect(added.versions == 1)
    #expect(try catalog.headlines() == ["Ferries may sail"])
  }

  @Test func `stays away where the user removed the same from another feed`() throws {
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([entry("High tide", "1", of: feed, words, url: "https://sea.example/tide")]).ids[0]
    _ = try catalog.apply(.remove([id], isRemoved: true), at: now)
    let added = try catalog.add([
      entry("High tide", "x", of: "https://port.example/rss", words + " So it was.", url: "https://sea.example/tide/")
    ])
    #expect(added.removed == 1 && added.new == 0)
  }

  @Test func `of another feed that says something else of one page stays a story of its own`() throws {
    let catalog = try Catalog.inMemory()
    let added = try catalog.add([
      entry("High tide", "1", of: feed, words, url: "https://sea.example/tide"),
      entry("What I think of it", "1", of: "https://blog.example/rss", others, url: "https://sea.example/tide"),
    ])
    #expect(added.new == 2)
  }

  @Test func `of another feed whose wording differs changes nothing at the next fetch`() throws {
    let catalog = try Catalog.inMemory()
    let own = entry("High tide", "1", of: feed, words, url: "https://sea.example/tide")
    let other = entry(
      "High tide", "x", of: "https://port.example/rss", words + " So it was.", url: "https://sea.example/tide")
    _ = try catalog.add([own])
    for _ in 0..<3 { #expect(try catalog.add([other, own]).known == 2) }
    #expect(try catalog.rows(Listing(), .first(9)).map(\.versions) == [1])
  }
}

@Suite struct `Entries that were kept for long enough` {
  private let old = now.seconds - 100 * 86_400

  private func make(_ keep: FeedSettings.Keep = .days(90), at path: String? = nil) throws -> Catalog {
    let catalog = try path.map { try Catalog.openOrCreate(at: $0) } ?? Catalog.inMemory()
    _ = try catalog.follow(feed, FeedSettings(tags: ["sea"], keep: keep), at: now, isUndoable: false)
    return catalog
  }

  private func add(_ names: [String], to catalog: Catalog) throws -> [String: StoryID] {
    let added = try catalog.add(
      names.map { entry("Story \($0)", $0, of: feed, at: old, "All about \($0) and no more.") })
    return Dictionary(uniqueKeysWithValues: zip(names, added.ids))
  }

  @Test func `go once they were read, and nothing of what the user set goes with them`() throws {
    let catalog = try make()
    let names = ["gone", "unread", "starred", "tagged", "noted", "edited", "held", "removed"]
    let ids = try add(names, to: catalog)
    let id = { try #require(ids[$0]) }
    for name in names where name != "unread" { _ = try catalog.apply(.mark([id(name)], .unread(false)), at: now) }
    _ = try catalog.apply(.mark([id("starred")], .starred(true)), at: now)
    _ = try catalog.apply(.mark([id("tagged")], .tagged("mine", true)), at: now)
    _ = try catalog.apply(.note(id("noted"), section: nil, text: "Ask"), at: now)
    _ = try catalog.apply(.edit(id("edited"), [.headline("Mine")]), at: now)
    _ = try catalog.apply(.remove([id("removed")], isRemoved: true), at: now)
    _ = try catalog.add([
      entry("Young", "young", of: feed, at: now.seconds - 86_400, "Of yesterday."), incoming("No entry", at: old),
    ])
    _ = try catalog.apply(
      .mark(catalog.rows(Listing(), .first(9)).filter { $0.headline == "Young" }.map(\.id), .unread(false)), at: now)
    let fetched = FeedFetch(of: 1, FetchRecord(), guids: ["held"])
    try catalog.record([fetched])
    #expect(try catalog.expire(now: now) == 1)
    #expect(
      try Set(catalog.headlines())
        == ["Story unread", "Story starred", "Story tagged", "Story noted", "Mine", "Story held", "Young", "No entry"])
    #expect(try catalog.headlines("is:removed") == ["Story removed"])
    #expect(try catalog.detail(id("gone")) == nil && catalog.headlines("gone").isEmpty)
    #expect(try catalog.count(Listing()).stories == 8)
    let again = try catalog.add([entry("Story gone", "gone", of: feed, at: old, "All about gone and no more.")])
    #expect(again.removed == 1 && again.new == 0)
    #expect(try catalog.expire(now: now) == 0)
  }

  @Test(arguments: [FeedSettings.Keep.forever, .days(101)]) func `are as old as their feed says`(
    keep: FeedSettings.Keep
  ) throws {
    let catalog = try make(keep)
    let ids = try add(["a"], to: catalog)
    _ = try catalog.apply(.mark(Array(ids.values), .unread(false)), at: now)
    #expect(try catalog.expire(now: now) == 0)
  }

  @Test func `stay once nobody follows their feed, and while another feed has them`() throws {
    let catalog = try make()
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall again."
    let other = "https://port.example/rss"
    _ = try catalog.follow(other, FeedSettings(keep: .forever), at: now)
    let added = try catalog.add([
      entry("High tide", "1", of: feed, at: old, words, url: "https://sea.example/tide"),
      entry("High tide", "a", of: other, at: old, words, url: "https://sea.example/tide"),
      entry("Fog", "2", of: feed, at: old, "It lies on the bay."),
    ])
    _ = try catalog.apply(.mark(added.ids, .unread(false)), at: now)
    _ = try catalog.apply(.follow(feed, isFollowed: false), at: now)
    #expect(try catalog.expire(now: now) == 0)
    _ = try catalog.undo(at: now)
    #expect(try catalog.expire(now: now) == 1)
    #expect(try catalog.headlines() == ["High tide"])
  }

  @Test func `go many at a time, and their room is used again`() throws {
    let folder = TemporaryPlace()
    let catalog = try make(at: folder.path("catalog.db"))
    let names = (0..<700).map { "entry\($0)" }
    let ids = try add(names, to: catalog)
    try catalog.catchUp()
    let read = names.filter { $0.hasSuffix("7") == false }.compactMap { ids[$0] }
    _ = try catalog.apply(.mark(read, .unread(false)), at: now)
    var parts = 0
    #expect(
      try catalog.expire(now: now) {
        parts += 1
        return parts < 3
      } < read.count)
    let rest = try Catalog.open(at: folder.path("catalog.db"))
    _ = try rest.expire(now: now)
    #expect(try rest.count(Listing()) == RowCount(stories: 70, unread: 70))
    #expect(try rest.headlines("about").count == 70 && rest.lag() == 0)
    #expect(try rest.flaws(in: .catalog).isEmpty && rest.flaws(in: .lookup).isEmpty)
    let left = try rest.storage.read { database in
      try ["story", "text", "placement", "tagging"].map {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0
      }
    }
    #expect(left[0] == 70 && left[3] == 70)
    try Catalog.forgetLookup(at: folder.path("catalog.db"))
    let anew = try Catalog.open(at: folder.path("catalog.db"))
    try anew.catchUp()
    #expect(try anew.headlines("about").count == 70)
  }

  @Test func `with one name in common go one by one`() throws {
    let catalog = try make()
    let words = [
      "The tide rises at noon in the whole bay.", "Three cranes were sold to a yard up north.",
      "Nobody knows who painted the town hall.",
    ]
    for (index, text) in words.enumerated() {
      _ = try catalog.add([entry("Headline\(index)", "home", of: feed, at: old + Int64(index) * 100, text)])
    }
    let ids = try catalog.rows(Listing(order: .oldest), .first(9)).map(\.id)
    _ = try catalog.apply(.mark(Array(ids.prefix(2)), .unread(false)), at: now)
    #expect(try catalog.expire(now: now) == 2)
    let added = try catalog.add(words.enumerated().map { entry("Headline\($0)", "home", of: feed, at: old, $1) })
    #expect(added.removed == 2 && added.known == 1)
    #expect(try catalog.add([entry("Quite another", "home", of: feed, "Bread is dearer than ever before.")]).new == 1)
  }
}
