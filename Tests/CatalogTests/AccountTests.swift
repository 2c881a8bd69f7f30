import Briefing
import Testing

@testable import Catalog

@Suite struct `The account of a catalog` {
  private let now = Moment(seconds: 1_790_000_000)
  private let feed = "https://sea.example/feed"

  private func item(_ number: Int64) -> ItemID { ItemID(number) }

  private func arriving(
    _ number: Int64, _ headline: String, _ words: String = "", isRead: Bool = false, isStarred: Bool = false,
    tags: [String] = [], feed: String? = nil, url: String? = nil
  ) -> ArrivingItem {
    var story = Story(headline: headline)
    if !words.isEmpty { story.lede = [Block(text: words)] }
    story.url = url
    let incoming = IncomingStory(
      reading: Reading(story: story), original: Array((headline + words).utf8),
      provenance: .entry(feed: feed ?? self.feed, guid: "rss.example/item/\(number)", url: url),
      date: Moment(seconds: 1_780_000_000 + number),
      marks: UserMarks(isUnread: !isRead, isStarred: isStarred, tags: tags))
    return ArrivingItem(item(number), incoming, ItemState(isRead: isRead, isStarred: isStarred), tags: tags)
  }

  private func catalog(_ items: ArrivingItem...) throws -> Catalog {
    let catalog = try Catalog.inMemory()
    try catalog.begin(ServerAccount(server: "https://rss.example", user: "alice"))
    try catalog.follow([
      ServerFeed(stream: "feed/7", url: feed, title: "Sea", site: nil, tags: ["water"])
    ])
    _ = try catalog.take(items, at: now)
    return catalog
  }

  private func marks(_ catalog: Catalog) throws -> [ServerMark] {
    try catalog.outbox().map { ServerMark($0.item, $0.mark) }
  }

  @Test func `has entries with their marks, and the folders of their feeds as tags`() throws {
    let catalog = try catalog(
      arriving(1, "Tide", isRead: true), arriving(2, "Fog", isStarred: true, tags: ["moon"]), arriving(3, "Rain"))
    #expect(try catalog.headlines("is:unread") == ["Rain", "Fog"])
    #expect(try catalog.headlines("is:starred") == ["Fog"] && catalog.headlines("tag:moon") == ["Fog"])
    #expect(try catalog.headlines("tag:water").count == 3 && catalog.count(Listing()).unread == 2)
    #expect(try catalog.items()[item(1)] == ItemState(isRead: true, isStarred: false))
    #expect(try catalog.outbox().isEmpty)
    let subscription = try #require(try catalog.subscriptions().first)
    #expect(subscription.name == "Sea" && subscription.stream == "feed/7" && subscription.unread == 2)
  }

  @Test func `is told what is marked, unmarked, and taken back`() throws {
    let catalog = try catalog(arriving(1, "Tide"), arriving(2, "Fog"))
    let id = try catalog.rows(Listing(query: "tide"), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .unread(false)), at: now)
    _ = try catalog.apply(.marks([Marking([id], .starred(true)), Marking([id], .tagged("moon", true))]), at: now)
    #expect(
      try marks(catalog) == [
        .init(item(1), .unread(false)), .init(item(1), .starred(true)), .init(item(1), .tagged("moon", true)),
      ])
    for _ in 0..<2 { _ = try catalog.undo(at: Moment(seconds: now.seconds + 9)) }
    #expect(
      try Set(marks(catalog)) == [
        .init(item(1), .unread(true)), .init(item(1), .starred(false)), .init(item(1), .tagged("moon", false)),
      ])
  }

  @Test func `is told of one mark on very many stories at once`() throws {
    let catalog = try catalog()
    _ = try catalog.take((1...300).map { arriving($0, "Tide \($0)") }, at: now)
    #expect(try catalog.apply(BulkChange(.mark(.unread(false)), query: ""), at: now) == 300)
    #expect(try catalog.outboxCount() == 300)
  }

  @Test func `is told nothing of stories that are no entries of it`() throws {
    let catalog = try catalog(arriving(1, "Tide"))
    let id = try catalog.add([incoming("Port")]).ids[0]
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    #expect(try catalog.outbox().isEmpty)
  }

  @Test func `keeps a mark in the outbox that was set otherwise while it was told`() throws {
    let catalog = try catalog(arriving(1, "Tide"))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    let told = try catalog.outbox()
    _ = try catalog.apply(.mark([id], .starred(false)), at: now)
    try catalog.delivered(told)
    #expect(try marks(catalog) == [.init(item(1), .starred(false))])
    try catalog.delivered(try catalog.outbox())
    #expect(try catalog.outbox().isEmpty && catalog.items()[item(1)]?.isStarred == false)
  }

  @Test func `gives stories the marks that the server says, but for what it is yet to be told`() throws {
    let catalog = try catalog(arriving(1, "Tide"), arriving(2, "Fog"))
    let id = try catalog.rows(Listing(query: "tide"), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    let said = [1, 2].flatMap { number -> [ServerMark] in
      [
        .init(item(number), .starred(false)), .init(item(number), .unread(false)),
        .init(item(number), .tagged("moon", true)),
      ]
    }
    #expect(try catalog.take(said, at: now) == 4)
    #expect(try catalog.headlines("is:starred") == ["Tide"] && catalog.headlines("is:unread").isEmpty)
    #expect(try catalog.items(labelled: "moon") == [item(1), item(2)] && catalog.headlines("tag:moon").count == 2)
    #expect(try catalog.outboxCount() == 1)
    // What the server said is no step of undo.
    _ = try catalog.undo(at: now)
    #expect(try catalog.undo(at: now).changes.isEmpty && catalog.headlines("is:unread").isEmpty)
  }

  @Test func `has one story for two entries that lead to one page, and tells both`() throws {
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall."
    let catalog = try catalog(
      arriving(1, "Tide", words, url: "https://sea.example/tide"),
      arriving(2, "Tide", words, feed: "https://b.example/rss", url: "https://sea.example/tide"))
    #expect(try catalog.headlines() == ["Tide"])
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    #expect(try catalog.outboxCount() == 2)
    try catalog.delivered(try catalog.outbox())
    #expect(try catalog.take([ServerMark(item(1), .unread(false))], at: now) == 1)
    #expect(try marks(catalog) == [.init(item(2), .unread(false))])
  }

  @Test func `brings the marks together of an entry and a story that was here before`() throws {
    let catalog = try catalog()
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall."
    let local = arriving(9, "Tide", words, feed: "https://b.example/rss", url: "https://sea.example/tide").story
    let id = try catalog.add([local]).ids[0]
    _ = try catalog.apply(.mark([id], .unread(false)), at: now)
    #expect(
      try catalog.take([arriving(1, "Tide", words, isStarred: true, url: "https://sea.example/tide")], at: now) == 0)
    #expect(try catalog.headlines("is:starred") == ["Tide"])
    #expect(try marks(catalog) == [.init(item(1), .unread(false))])
  }

  @Test func `knows entries whose stories are gone, and brings none of them again`() throws {
    let catalog = try catalog(arriving(1, "Tide"), arriving(2, "Fog"))
    let id = try catalog.rows(Listing(query: "tide"), .first(1))[0].id
    _ = try catalog.apply(.remove([id], isRemoved: true), at: now)
    _ = try catalog.purge(removedUpTo: now)
    #expect(try catalog.items().count == 2)
    #expect(try catalog.take([ServerMark(item(1), .unread(false))], at: now) == 0)
    #expect(try catalog.take([arriving(1, "Tide")], at: now) == 0)
    #expect(try catalog.headlines() == ["Fog"])
  }

  @Test func `leaves stories here that the server has no more`() throws {
    let catalog = try catalog(arriving(1, "Tide"))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    try catalog.detach([item(1)])
    #expect(try catalog.headlines("is:starred") == ["Tide"] && catalog.outbox().isEmpty && catalog.items().isEmpty)
  }

  @Test func `stays read when an entry comes in other words`() throws {
    let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall"
    let catalog = try catalog(arriving(1, "Tide", words + ".", isRead: true))
    _ = try catalog.take([arriving(1, "Tide", words + " again.", isRead: true)], at: now)
    #expect(try catalog.headlines("is:unread").isEmpty && catalog.headlines("is:changed") == ["Tide"])
  }

  @Test func `follows what the server follows, and no more what it follows no more`() throws {
    let catalog = try catalog(arriving(1, "Tide"))
    let other = ServerFeed(stream: "feed/8", url: "https://b.example/rss", title: "B", site: nil, tags: [])
    #expect(try catalog.follow([other]) == (1, 1))
    #expect(try catalog.subscriptions().map(\.name) == ["B"] && catalog.headlines() == ["Tide"])
    #expect(try catalog.keysOfStreams() == ["feed/8": "https://b.example/rss"])
    #expect(try catalog.undo(at: now).changes.isEmpty)
  }

  @Test func `of another server begins from the start, and keeps all stories`() throws {
    let catalog = try catalog(arriving(1, "Tide", isStarred: true))
    try catalog.begin(ServerAccount(server: "https://other.example", user: "bob"))
    #expect(try catalog.items().isEmpty && catalog.headlines("is:starred") == ["Tide"])
  }

  @Test func `is exchanged with by one program at a time`() throws {
    let folder = TemporaryPlace()
    let one = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    let other = try Catalog.open(at: folder.path("catalog.db"))
    var lock = try one.beginExchange()
    #expect(lock != nil)
    #expect(try other.beginExchange() == nil)
    lock = nil
    #expect(try other.beginExchange() != nil)
    #expect(try folder.mode(of: "sync.lock") == 0o600)
  }
}
