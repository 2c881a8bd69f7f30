import Briefing
import Foundation
import GRDB
import Synchronization
import System
import Testing

@testable import Catalog

/// Two steps here are made up, so that there are several.
@Suite struct `An older catalog` {
  private let folder = TemporaryPlace()
  private var files: CatalogFiles { CatalogFiles(catalog: folder.path("catalog.db")) }

  private struct Broken: Error {}

  private static func migrations(_ third: @escaping Migrations.Step) -> Migrations {
    Migrations(after: [
      { try $0.execute(sql: "ALTER TABLE story ADD COLUMN mood TEXT; UPDATE story SET mood = headline") }, third,
    ])
  }

  private static let whole = migrations { try $0.execute(sql: "UPDATE story SET mood = mood || '!'") }

  private func make() throws {
    let catalog = try Catalog.openOrCreate(at: files.catalog)
    let id = try catalog.add([incoming("Port", at: 20)]).ids[0]
    _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
  }

  private func moods() throws -> [String] {
    let queue = try DatabaseQueue(path: files.catalog)
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: "SELECT mood FROM story") }
  }

  @Test func `is brought forward step by step, and kept as it was`() throws {
    try make()
    let storage = try Storage.onDisk(files, migrations: Self.whole)
    let upgrade = try #require(storage.upgrade.value)
    #expect(upgrade == Upgrade(from: 5, to: 7, backup: files.catalog + ".before-6"))
    #expect(try moods() == ["Port!"])
    #expect(try folder.mode(of: "catalog.db.before-6") == 0o600)
    let before = try Catalog.open(at: upgrade.backup)
    #expect(try before.rows(Listing(), .first(1)).map(\.isStarred) == [true])
    #expect(try Storage.onDisk(files, migrations: Self.whole).upgrade.value == nil)
  }

  @Test func `stays in a whole version when a step fails, and comes further the next time`() throws {
    try make()
    let broken = Self.migrations { database in
      try database.execute(sql: "DELETE FROM story")
      throw Broken()
    }
    #expect(throws: CatalogError.self) { _ = try Storage.onDisk(files, migrations: broken) }
    #expect(try moods() == ["Port"])
    let upgrade = try #require(try Storage.onDisk(files, migrations: Self.whole).upgrade.value)
    #expect(upgrade.from == 6)
    #expect(try moods() == ["Port!"])
  }

  @Test func `is refused by the program of before, which touches nothing`() throws {
    try make()
    _ = try Storage.onDisk(files, migrations: Self.whole)
    try folder.expectUntouched {
      #expect(throws: CatalogError.newer(path: files.catalog, version: 7)) { _ = try Catalog.open(at: files.catalog) }
    }
  }

  private func version() throws -> Int {
    guard case .header(let header) = FileHeader.look(at: files.catalog) else { return 0 }
    return header.version
  }

  /// The tables as a release made them, written down so that a change of theirs cannot pass for the same version.
  private func make(version: Int, _ mode: String = "WAL") throws {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sql = try String(contentsOf: checkout.appendingPathComponent("Forms/form-\(version).sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: files.catalog)
    try queue.inDatabase { try $0.execute(sql: sql + "PRAGMA journal_mode = \(mode)") }
    try queue.close()
  }

  /// The columns of each table and index.
  private func schema(at path: String) throws -> [String: [String]] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      let names = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
      return try names.reduce(into: [:]) { columns, name in
        let sql = "SELECT name || type || \"notnull\" || pk FROM pragma_table_info('\(name)')"
        columns[name] = try String.fetchAll(database, sql: sql)
        if columns[name] == [] {
          columns[name] = try String.fetchAll(database, sql: "SELECT name FROM pragma_index_info('\(name)')")
        }
      }
    }
  }

  @Test(arguments: 1..<CatalogSchema.version) func `comes to the very tables of a new one`(version: Int) throws {
    try make(version: version)
    try Catalog.open(at: files.catalog).bringForward()
    let new = folder.path("new.db")
    _ = try Catalog.openOrCreate(at: new)
    #expect(try schema(at: files.catalog) == schema(at: new))
  }

  @Test func `of today's version is kept as it is`() throws {
    try make(version: CatalogSchema.version)
    let new = folder.path("new.db")
    _ = try Catalog.openOrCreate(at: new)
    #expect(try schema(at: files.catalog) == schema(at: new))
  }

  @Test(arguments: 2...CatalogSchema.version) func `of a later version opens, with everything in it`(version: Int)
    throws
  {
    try make(version: version)
    let catalog = try Catalog.open(at: files.catalog)
    try catalog.catchUp()
    let ferry = version == 2 ? "A ferry turns back" : "A ferry comes back"
    #expect(try catalog.headlines() == ["Tides", ferry, "A port grows"])
    #expect(try catalog.headlines("is:removed") == ["Gulls"])
    #expect(try catalog.headlines("is:begun") == (version == 2 ? [] : ["A port grows"]))
    #expect(try catalog.headlines("cranes is:starred") == ["A port grows"])
    let id = try catalog.rows(Listing(), .last(1))[0].id
    let detail = try #require(try catalog.detail(id))
    #expect(detail.row.isStarred && detail.row.tags == ["sea"] && !detail.row.isUnread && detail.versions == 2)
    #expect(detail.notes.map(\.text) == ["Ask them"])
    #expect(
      detail.bookmark?.open == [0] && detail.bookmark?.place == Place(.paragraph(section: 0, index: 0), offset: 2))
    #expect(try catalog.savedQueries() == [SavedQuery(name: "ports", query: "port")])
    let undone = try (0..<8).map { _ in try catalog.undo(at: Moment(seconds: 9)) }
    #expect(undone[0].changes == [.forget("ports")])
    #expect(undone[1].changes.count == 1 && undone.dropLast().allSatisfy { !$0.changes.isEmpty })
    #expect(undone[6].withdrawn == Withdrawn(stories: 2, versions: 1))
    #expect(undone[7].withdrawn?.stories == 2)
    #expect(try catalog.headlines().isEmpty)
  }

  @Test func `of the fourth version opens with its feeds, and the pages that it keeps and wants`() throws {
    try make(version: 4)
    let catalog = try Catalog.open(at: files.catalog)
    let subscription = try #require(try catalog.subscriptions().first)
    #expect(subscription.name == "The sea" && subscription.title == "Sea Watch" && subscription.stories == 1)
    #expect(subscription.settings.keep == .days(30) && subscription.settings.isFullText == false)
    #expect(subscription.fetches.failure == "no answer" && subscription.fetches.move?.answers == 2)
    #expect(try catalog.headlines("feed:sea") == ["Tides"])
    let id = try #require(try catalog.rows(Listing(query: "feed:sea"), .first(1)).first).id
    #expect(try catalog.detail(id)?.places.map(\.guid) == ["p1"])
    let page = try #require(try catalog.page(at: "https://m.example/1"))
    #expect(try catalog.detail(page)?.kept == Moment(seconds: 1_779_000_000))
    #expect(try catalog.page(at: "https://moon.example/water") == page && catalog.keptBytes() > 0)
    try catalog.catchUp()
    #expect(try catalog.headlines("is:page moon") == ["Moon and water"])
    #expect(try catalog.wants().map(\.url) == ["https://moon.example/next"])
  }

  @Test func `of the fifth version opens with what its account has, and is yet to be told`() throws {
    try make(version: 5)
    let catalog = try Catalog.open(at: files.catalog)
    let account = try #require(try catalog.account())
    #expect(account.server == "https://rss.example" && account.user == "alice" && account.owner == "1005")
    #expect(try catalog.subscriptions().map(\.stream) == ["feed/7"])
    let (tides, gone) = try (#require(ItemID("43")), #require(ItemID("42")))
    #expect(
      try catalog.items() == [
        tides: ItemState(isRead: false, isStarred: false), gone: ItemState(isRead: true, isStarred: false),
      ])
    #expect(try catalog.items(labelled: "moon") == [tides])
    let outgoing = OutgoingMark(item: tides, mark: .starred(true), date: Moment(seconds: 1_779_000_000))
    #expect(try catalog.outbox() == [outgoing])
    #expect(try catalog.take([ServerMark(tides, .unread(false))], at: Moment(seconds: 9)) == 1)
    #expect(try !catalog.headlines("is:unread").contains("Tides"))
  }

  @Test func `of the fourth version has no account, and takes marks all the same`() throws {
    try make(version: 4)
    let catalog = try Catalog.open(at: files.catalog)
    #expect(try catalog.account() == nil && catalog.items().isEmpty && catalog.outbox().isEmpty)
    #expect(try catalog.subscriptions().allSatisfy { $0.stream == nil })
    let id = try catalog.rows(Listing(), .first(1))[0].id
    #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 9)))
    #expect(try version() == CatalogSchema.version && catalog.outbox().isEmpty)
  }

  @Test func `of the third version knows pages by what leads to them, whatever else their addresses say`() throws {
    try make(version: 3)
    let queue = try DatabaseQueue(path: files.catalog)
    try queue.write {
      try $0.execute(sql: "UPDATE story SET address = 'sea.example/tides/1?utm_source=rss' WHERE headline = 'Tides'")
    }
    try queue.close()
    let catalog = try Catalog.open(at: files.catalog)
    #expect(try catalog.subscriptions().isEmpty && catalog.wants().isEmpty && catalog.headlines("is:page").isEmpty)
    #expect(try catalog.page(at: "https://sea.example/tides/1") == nil)
    try catalog.bringForward()
    #expect(try catalog.page(at: "https://sea.example/tides/1") != nil)
  }

  @Test func `of the second version knows its entries by their names, also those that were purged`() throws {
    try make(version: 2)
    let catalog = try Catalog.open(at: files.catalog)
    func entry(_ guid: String, _ headline: String) -> IncomingStory {
      let story = incoming(headline, at: 1_778_300_000, lede: "Another day.")
      return IncomingStory(
        reading: story.reading, original: story.original,
        provenance: .entry(feed: "https://sea.example/feed", guid: guid), date: story.date)
    }
    let added = try catalog.add([entry("tide-1", "Tides"), entry("tide-0", "Ebb"), entry("tide-2", "Flood")])
    #expect(added.versions == 1 && added.removed == 1 && added.new == 1)
  }

  @Test func `of the second version is read as it is, and knows once it is brought forward how far stories were read`()
    throws
  {
    try make(version: 2)
    let catalog = try Catalog.open(at: files.catalog)
    try catalog.catchUp()
    #expect(try catalog.headlines("cranes is:starred") == ["A port grows"])
    #expect(try catalog.headlines("is:removed") == ["Gulls"])
    #expect(try catalog.headlines("is:begun").isEmpty && catalog.isOlder())
    #expect(try version() == 2)
    try catalog.bringForward()
    try catalog.readPublishers()
    #expect(try catalog.headlines("is:begun") == ["A port grows"])
    #expect(try version() == CatalogSchema.version && !catalog.isOlder())
  }

  @Test func `learns from its stories who publishes them, also where one has another number now`() throws {
    let catalog = try Catalog.openOrCreate(at: files.catalog)
    let stories = (0..<1500).map {
      incoming("Tide \($0)", at: Int64($0) * 100, publisher: $0 % 3 == 0 ? nil : "Sea Watch")
    }
    _ = try catalog.add(stories)
    let rows = try catalog.rows(Listing(), .first(2000))
    let queue = try DatabaseQueue(path: files.catalog)
    try queue.write {
      try $0.execute(sql: "UPDATE story SET publisher = NULL; UPDATE total SET publishersBelow = \(Int64.max)")
      try $0.execute(sql: "UPDATE story SET number = number + 1 WHERE number % 7 = 0")
    }
    try queue.close()
    #expect(try catalog.isOlder() && !catalog.rows(Listing(), .first(2000)).contains { $0.publisher != nil })
    var parts = 0
    try catalog.readPublishers {
      parts += 1
      return parts < 2
    }
    #expect(try catalog.isOlder())
    try catalog.readPublishers()
    #expect(try catalog.rows(Listing(), .first(2000)) == rows && !catalog.isOlder())
    #expect(rows.count { $0.publisher == "Sea Watch" } == 1000)
  }

  @Test(arguments: ["WAL", "DELETE"]) func `of the first version is read as it is`(mode: String) throws {
    try make(version: 1, mode)
    let catalog = try Catalog.open(at: files.catalog)
    try catalog.catchUp()
    for order in Listing.Order.allCases {
      #expect(try Set(catalog.headlines("", order)) == ["A ferry turns back", "A port grows"])
    }
    #expect(try catalog.headlines("cranes is:starred") == ["A port grows"])
    #expect(try catalog.headlines("is:removed").isEmpty)
    #expect(try catalog.count(Listing()).stories == 2)
    let id = try #require(try catalog.rows(Listing(query: "cranes"), .first(1)).first).id
    #expect(try catalog.detail(id)?.notes.map(\.text) == ["Ask them"])
    #expect(try catalog.questions().map(\.wording) == ["Who pays?"])
    #expect(try !catalog.related(to: id, limit: 5).contains { $0.row.id == id })
    #expect(try catalog.hasChanged())
    #expect(try version() == 1 && catalog.upgrade == nil)
    #expect(!FileManager.default.fileExists(atPath: files.catalog + ".before-2"))
  }

  @Test(arguments: ["WAL", "DELETE"]) func `of the first version is brought forward by the first change`(
    mode: String
  ) throws {
    try make(version: 1, mode)
    let told = Mutex<[UpgradeStage]>([])
    let catalog = try Catalog.open(at: files.catalog) { upgrade in told.withLock { $0.append(upgrade) } }
    let other = try Catalog.open(at: files.catalog)
    let ids = try catalog.rows(Listing(), .first(9)).map(\.id)
    #expect(try other.rows(Listing(), .first(9)).map(\.id) == ids)
    #expect(try catalog.apply(.remove([ids[0]], isRemoved: true), at: Moment(seconds: 9)))
    let upgrade = Upgrade(from: 1, to: CatalogSchema.version, backup: files.catalog + ".before-2")
    #expect(told.withLock(\.self) == [.begins, .done(upgrade)] && catalog.upgrade == upgrade)
    #expect(try catalog.headlines() == ["A port grows"])
    #expect(try other.headlines() == ["A port grows"])
    #expect(try other.hasChanged())
    #expect(try other.apply(.remove([ids[0]], isRemoved: false), at: Moment(seconds: 9)))
    #expect(other.upgrade == nil)
    #expect(try catalog.headlines().count == 2)
    let queue = try DatabaseQueue(path: files.catalog)
    defer { try? queue.close() }
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == mode.lowercased())
  }

  @Test func `of the first version is read by many while it is brought forward`() throws {
    try make(version: 1)
    let catalog = try Catalog.open(at: files.catalog)
    let readers = (0..<3).map { _ in
      Prefetch { [path = files.catalog] () throws(CatalogError) in
        let catalog = try Catalog.open(at: path)
        var seen: Set<Int> = []
        for _ in 0..<200 { seen.insert(try catalog.rows(Listing(), .first(9)).count) }
        return seen
      }
    }
    try catalog.bringForward()
    for reader in readers { #expect(try reader.value() == [2]) }
    #expect(try version() == CatalogSchema.version)
  }

  @Test func `of the first version that another program keeps open is read, and not changed`() throws {
    try make(version: 1)
    let queue = try DatabaseQueue(path: files.catalog)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM story") } == 2)
    let catalog = try Catalog.open(at: files.catalog)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    BusyTimeout.$present.withValue(.milliseconds(50)) {
      #expect(throws: CatalogError.busy) { _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 9)) }
    }
    #expect(try version() == 1)
    try queue.close()
    #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 9)))
  }

  @Test func `of the first version opens, with everything in it`() throws {
    try make(version: 1)
    let catalog = try Catalog.open(at: files.catalog)
    try catalog.catchUp()
    #expect(try catalog.headlines() == ["A ferry turns back", "A port grows"])
    #expect(try catalog.headlines("cranes") == ["A port grows"])
    let id = try catalog.rows(Listing(), .last(1))[0].id
    let detail = try #require(try catalog.detail(id))
    #expect(detail.row.isStarred && detail.row.tags == ["sea"] && !detail.row.isUnread && detail.versions == 2)
    #expect(detail.notes.map(\.text) == ["Ask them"])
    #expect(detail.bookmark?.open == [0])
    #expect(try catalog.savedQueries() == [SavedQuery(name: "ports", query: "port")])
    #expect(try catalog.undo(at: Moment(seconds: 9)).changes == [.forget("ports")])
  }
}
