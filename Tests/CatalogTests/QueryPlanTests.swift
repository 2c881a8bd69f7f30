import Briefing
import GRDB
import Synchronization
import Testing

@testable import Catalog

@Suite struct `The tables` {
  /// What SQLite may go through from end to end: all are small, or left after the first few rows.
  private static let mayScan = [
    // Hosts are few, and searched by any part of their name.
    "SCAN source",
    // One row.
    "SCAN total", "SCAN followed", "SCAN lookup.followed", "SCAN CONSTANT ROW",
    // What the user set, and stories that changed: few beside all stories.
    "SCAN tagging", "SCAN note", "SCAN version",
    // The last row.
    "SCAN journal",
    // Up to the first row, and the few tags of a story.
    "SCAN version", "SCAN item", "SCAN (subquery",
    // The index of words itself.
    "SCAN words VIRTUAL TABLE INDEX",
    // In order, up to the end of the page.
    "SCAN story USING INDEX storyByDate", "SCAN story USING INDEX storyByHeadline",
    "SCAN story USING INDEX unreadByDate", "SCAN story USING INDEX starredByDate",
    "SCAN story USING INDEX begunByDate", "SCAN story USING INDEX storyByPublisher",
  ]

  /// Everything that SQLite is asked while `body` runs.
  private func statements(of catalog: Catalog, _ body: () throws -> Void) throws -> Set<String> {
    let seen = Seen()
    try catalog.storage.read { database in
      database.trace(options: .statement) { event in
        if case .statement(let statement) = event { seen.add(statement.sql) }
      }
    }
    try body()
    try catalog.storage.read { $0.trace() }
    return seen.all
  }

  @Test func `answer every question by an index`() throws {
    let catalog = try Catalog.holding(
      incoming(
        "Port", at: 1, lede: "Rain.", cites: ["a.example"], asks: [("Who?", "We.")], url: "https://x.example/1",
        publisher: "Sea Watch"))
    let row = try catalog.rows(Listing(), .first(1))[0]
    let statements = try statements(of: catalog) {
      for order in Listing.Order.allCases {
        for query in [
          "", "rain", "is:unread", "is:starred", "before:2026", "rain is:unread", "tag:sea", "is:tagged",
          "is:noted -is:changed", "is:begun", "publisher:sea", "on:2026 after:7d",
        ] {
          for window in [RowWindow.first(9), .last(9), .after(row, 9), .before(row, 9)] {
            _ = try catalog.rows(Listing(query: query, order: order), window)
          }
          _ = try catalog.neighbour(of: row.id, in: Listing(query: query, order: order), forward: true)
          _ = try catalog.nextUnread(after: row.id, in: Listing(query: query, order: order))
        }
      }
      _ = try catalog.add([incoming("Other", asks: [("Who?", "They.")])])
      _ = try catalog.count(Listing())
      _ = try catalog.detail(row.id)
      _ = try catalog.original(row.id)
      _ = try catalog.page(at: "https://x.example/1")
      _ = try catalog.sources(matching: "a")
      _ = try catalog.source("a.example")
      _ = try catalog.claims(host: "a.example")
      _ = try catalog.questions()
      _ = try catalog.questions(matching: "who")
      _ = try catalog.hits(Search("rain"), limit: 5)
      _ = try catalog.hits(Search("rain is:unread", order: .best), limit: 5)
      _ = try catalog.related(to: row.id, limit: 5)
      _ = try catalog.apply(.mark([row.id], .starred(true)), at: .init(seconds: 0))
      _ = try catalog.apply(.mark([row.id], .tagged("sea", true)), at: .init(seconds: 0))
      _ = try catalog.apply(.note(row.id, section: 0, text: "Who?"), at: .init(seconds: 0))
      for query in ["", "rain", "tag:sea is:unread"] { _ = try catalog.notes(query) }
      _ = try catalog.tags()
      _ = try catalog.undo(at: .init(seconds: 0))
      try catalog.remember(Bookmark(place: Place(.headline)), of: row.id)
    }
    #expect(statements.count > 30)
    try expect(statements, scanOnly: Self.mayScan, in: catalog)
  }

  @Test func `change by an index what is removed, restored and taken back`() throws {
    let catalog = try Catalog.holding(
      incoming("Port", at: 1, lede: "Rain.", cites: ["a.example"], asks: [("Who?", "We.")], url: "https://x.example/1"))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let statements = try statements(of: catalog) {
      _ = try catalog.apply(.remove([id], isRemoved: true), at: .init(seconds: 1))
      try catalog.catchUp()
      _ = try catalog.apply(.remove([id], isRemoved: false), at: .init(seconds: 2))
      try catalog.catchUp()
      var addition: Addition? = Addition(at: .init(seconds: 3))
      let batch = [
        incoming(
          "Port", at: 90, lede: "Rain, and snow.", cites: ["a.example"], asks: [("Who?", "We.")],
          url: "https://x.example/1"),
        incoming("Ferry", at: 91, lede: "Fog."),
      ]
      let added = try catalog.add(batch, of: &addition)
      #expect(added.new == 1 && added.versions == 1)
      try catalog.catchUp()
      while try !catalog.undo(at: .init(seconds: 4)).changes.isEmpty {}
      try catalog.catchUp()
    }
    #expect(statements.contains { $0.contains("isRemoved = 2") })
    try expect(
      statements, scanOnly: Self.mayScan + ["SCAN json_each VIRTUAL TABLE", "SCAN replaced"], in: catalog)
  }

  @Test func `change all stories of a listing by an index`() throws {
    let catalog = try Catalog.inMemory()
    _ = try catalog.add((0..<100).map { incoming("Story \($0)", at: Int64($0), lede: "Rain.") })
    let statements = try statements(of: catalog) {
      for mark in [Mark.unread(false), .starred(true), .starred(false), .tagged("sea", true), .tagged("sea", false)] {
        #expect(try catalog.apply(BulkChange(.mark(mark), query: ""), at: .init(seconds: 1)) == 100)
      }
      while try !catalog.undo(at: .init(seconds: 4)).changes.isEmpty {}
    }
    try expect(statements, scanOnly: Self.mayScan + ["SCAN json_each VIRTUAL TABLE"], in: catalog)
  }

  /// An exchange compares all entries with what the server lists; the outbox is sent as a whole; feeds and labels are few.
  private static let mayScanOfAccount = [
    "SCAN outgoing", "SCAN stream", "SCAN label", "SCAN json_each VIRTUAL TABLE",
    "SCAN subscription",
  ]

  @Test func `answer by an index what an exchange with the account asks`() throws {
    let catalog = try Catalog.inMemory()
    let (feed, now, item) = ("https://sea.example/feed", Moment(seconds: 1_790_000_000), ItemID(7))
    let statements = try statements(of: catalog) {
      try catalog.begin(ServerAccount(server: "https://rss.example", user: "alice"))
      _ = try catalog.account()
      try catalog.follow([ServerFeed(stream: "feed/1", url: feed, title: "Sea", site: nil, tags: ["sea"])])
      _ = try catalog.keysOfStreams()
      let arriving = ArrivingItem(
        item, entry("Tide", "1", of: feed, "It rises."), ItemState(isRead: false, isStarred: false), tags: ["moon"])
      for _ in 0..<2 { _ = try catalog.take([arriving], at: now) }
      let id = try catalog.rows(Listing(), .first(1))[0].id
      for mark in [Mark.unread(false), .starred(true), .tagged("moon", false)] {
        _ = try catalog.apply(.mark([id], mark), at: now)
      }
      let outbox = try catalog.outbox()
      #expect(try outbox.count == 3 && catalog.outboxCount() == 3)
      try catalog.delivered(outbox)
      try catalog.withdraw(outbox)
      _ = try (catalog.items(), catalog.labels(), catalog.items(labelled: "moon"))
      _ = try catalog.take([ServerMark(item, .unread(true)), ServerMark(item, .tagged("moon", true))], at: now)
      try catalog.recordAccount(FetchRecord(attempted: now))
      try catalog.detach([item])
    }
    #expect(statements.contains { $0.contains("INTO outgoing") })
    try expect(statements, scanOnly: Self.mayScan + Self.mayScanOfAccount, in: catalog)
  }

  /// Feeds, wanted pages and copies of pages are few beside stories; what all feeds have is counted along an index.
  private static let mayScanOfFeeds = [
    "SCAN subscription", "SCAN named", "SCAN wanted", "SCAN kept", "SCAN alias", "SCAN placement",
    "SCAN story USING COVERING INDEX storyByFeed",
  ]

  @Test func `answer by an index what feeds and pages that are kept ask`() throws {
    let catalog = try Catalog.inMemory()
    let (feed, url, now) = ("https://sea.example/feed", "https://sea.example/tide", Moment(seconds: 1_790_000_000))
    let statements = try statements(of: catalog) {
      let id = try catalog.follow(feed, FeedSettings(tags: ["sea"]), at: now).id
      let words = "The tide rises at noon in the whole bay, and the ferries wait until the evening for it to fall."
      let stories = [
        entry("Tide", "1", of: feed, words, url: url), entry("Tide", "2", of: "https://b.example/rss", words, url: url),
        entry("Fog", "3", of: feed, "It lies."),
      ]
      for _ in 0..<2 { _ = try catalog.add(stories) }
      try catalog.record([FeedFetch(of: id, FetchRecord(), title: "Sea", url: "https://sea.example/new", guids: ["1"])])
      try catalog.change(id, FeedSettings(tags: ["sea"], title: "The sea"))
      _ = try catalog.subscriptions()
      _ = try (catalog.subscription(id), catalog.subscription(url: feed), catalog.subscription(key: feed))
      _ = try catalog.apply(.follow(feed, isFollowed: false), at: now)
      _ = try catalog.undo(at: now)
      let page = incoming("Page", at: 1, lede: "Rain.")
      for text in ["Rain.", "Snow."] {
        let page = incoming("Page", at: 1, lede: text)
        _ = try catalog.keep(page, url: "https://s.example/1", final: url + "/more", fetched: now)
      }
      _ = try catalog.keep(page, url: "https://s.example/2", fetched: now)
      _ = try (catalog.page(at: "https://s.example/1"), catalog.keptPage(at: url), catalog.keptBytes())
      _ = try catalog.claims(citing: url)
      _ = try catalog.citedPages(of: "", limit: 9)
      try catalog.want([WantedPage(url: url, isAskedFor: true)], at: now)
      try catalog.record([(url, FetchRecord(failures: 1))])
      _ = try catalog.wants(dueAt: now)
      try catalog.unwant(url)
      let row = try catalog.rows(Listing(), .first(1))[0]
      _ = try catalog.detail(row.id)
      for query in ["feed:sea", "is:entry", "is:page", "is:page rain", "is:page is:starred"] {
        for window in [RowWindow.first(9), .last(9), .after(row, 9), .before(row, 9)] {
          _ = try catalog.rows(Listing(query: query), window)
        }
        _ = try catalog.count(Listing(query: query))
      }
      _ = try catalog.apply(.mark(catalog.rows(Listing(), .first(9)).map(\.id), .unread(false)), at: now)
      #expect(try catalog.expire(now: Moment(seconds: now.seconds + 400 * 86_400)) == 1)
      #expect(try catalog.clearKept(downTo: 0, at: now) == 2)
    }
    #expect(statements.contains { $0.hasPrefix("DELETE FROM story") })
    try expect(
      statements, scanOnly: Self.mayScan + Self.mayScanOfFeeds + ["SCAN json_each VIRTUAL TABLE"], in: catalog)
  }

  /// A purge writes the whole file anew: it may go through all of it once, and not once for each story.
  @Test func `are gone through once when what was removed is purged`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 1, lede: "Rain."), incoming("Ferry", at: 2, lede: "Fog."))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.remove([id], isRemoved: true), at: .init(seconds: 1))
    let statements = try statements(of: catalog) { _ = try catalog.purge(removedUpTo: .init(seconds: 2)) }
    #expect(try catalog.headlines("is:removed").isEmpty)
    #expect(statements.contains { $0.hasPrefix("DELETE FROM story") })
    let whole = ["text", "story", "version", "replaced", "sketch", "note", "bookmark"].map { "SCAN " + $0 }
    try expect(statements, scanOnly: Self.mayScan + whole, in: catalog)
    for sql in statements where sql.hasPrefix("DELETE") || sql.hasPrefix("SELECT") {
      #expect(try plan(of: sql, in: catalog).allSatisfy { !$0.hasPrefix("CORRELATED") }, "\(sql)")
    }
  }

  private func expect(_ statements: Set<String>, scanOnly allowed: [String], in catalog: Catalog) throws {
    for sql in statements where ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(where: sql.hasPrefix) {
      for step in try plan(of: sql, in: catalog) where step.hasPrefix("SCAN") {
        #expect(allowed.contains(where: step.hasPrefix), "\(step) in \(sql)")
      }
    }
  }

  @Test(arguments: Listing.Order.allCases, ["", "rain", "is:unread", "is:begun"])
  func `need not sort to show a page`(order: Listing.Order, query: String) throws {
    if order == .headline || order == .publisher, !query.isEmpty { return }
    let catalog = try Catalog.holding(incoming("Port", lede: "Rain.", publisher: "Sea Watch"))
    let row = try catalog.rows(Listing(), .first(1))[0]
    let statements = try statements(of: catalog) {
      for window in [RowWindow.first(9), .last(9), .after(row, 9), .before(row, 9)] {
        _ = try catalog.rows(Listing(query: query, order: order), window)
      }
    }
    for sql in statements where sql.hasPrefix("SELECT") {
      #expect(try plan(of: sql, in: catalog).allSatisfy { !$0.contains("TEMP B-TREE") }, "\(sql)")
    }
  }

  private func plan(of sql: String, in catalog: Catalog) throws -> [String] {
    try catalog.storage.read { database in
      let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      // A plan needs no values.
      statement.setUncheckedArguments([])
      return try GRDB.Row.fetchAll(statement).map { $0["detail"] }
    }
  }
}

/// Statements seen so far.
private final class Seen: Sendable {
  private let statements = Mutex<Set<String>>([])

  func add(_ sql: String) { statements.withLock { _ = $0.insert(sql) } }
  var all: Set<String> { statements.withLock { $0 } }
}
