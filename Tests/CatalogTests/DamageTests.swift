import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

@Suite struct `A damaged catalog` {
  /// A catalog with everything in it that a user can set, and how its file looks.
  private static let shared = try? DamagedCatalog()

  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }
  private let sample: DamagedCatalog

  init() throws {
    sample = try #require(Self.shared)
  }

  private func put(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test func `is set aside byte for byte`() throws {
    var bytes = sample.bytes
    for place in 0..<100 { bytes[place] = 0 }
    try put(bytes)
    #expect(throws: CatalogError.corrupt(path: path)) { _ = try Catalog.openOrCreate(at: path) }
    let rescue = try #require(try Catalog.rescue(at: path))
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: rescue.damaged))) == bytes)
    #expect(rescue.damaged.hasPrefix(path + ".damaged-"))
    #expect(try folder.mode(of: "catalog.db") == 0o600)
    #expect(try Catalog.rescue(at: path) == nil)
    #expect(try folder.files().keys.allSatisfy { !$0.contains(".rescued") })
  }

  @Test func `without its header loses nothing`() throws {
    var bytes = sample.bytes
    for place in 0..<100 { bytes[place] = 0 }
    try put(bytes)
    let rescue = try #require(try Catalog.rescue(at: path))
    #expect(rescue.saved == sample.stories && rescue.lost == 0 && rescue.garbled == 0)
    let catalog = try Catalog.open(at: path)
    #expect(try DamagedCatalog.Content(catalog) == sample.content)
    #expect(try catalog.flaws(in: .catalog).isEmpty)
    try catalog.catchUp()
    #expect(try catalog.count(Listing(query: "rain")).stories == sample.stories)
  }

  /// Whatever a later form adds to a table, or beside it.
  private static let further = """
    ALTER TABLE story ADD COLUMN mood TEXT;
    ALTER TABLE story ADD COLUMN weight INTEGER NOT NULL DEFAULT 3;
    UPDATE story SET mood = 'calm';
    ALTER TABLE version ADD COLUMN mood TEXT;
    UPDATE version SET mood = 'calm';
    CREATE TABLE feed(name TEXT PRIMARY KEY, address TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE visit(number INTEGER PRIMARY KEY, word TEXT NOT NULL, more BLOB) STRICT;
    CREATE TABLE flag(story INTEGER, name TEXT, PRIMARY KEY(story, name)) STRICT, WITHOUT ROWID;
    CREATE TABLE remark(story INTEGER, place INTEGER, word TEXT, date INTEGER, PRIMARY KEY(story, place))
      STRICT, WITHOUT ROWID;
    INSERT INTO feed SELECT 'feed ' || number, 'https://' || number FROM story;
    INSERT INTO visit SELECT number, headline, NULL FROM story;
    INSERT INTO flag SELECT number, 'made-up' FROM story;
    INSERT INTO remark SELECT number, 0, 'made up', 1 FROM story;
    CREATE INDEX feedByAddress ON feed(address);
    """

  @Test(arguments: [0..<100, 0..<CatalogSchema.pageSize]) func `with tables and columns of a later form loses nothing`(
    zeros: Range<Int>
  ) throws {
    try put(sample.bytes)
    let queue = try DatabaseQueue(path: path)
    // Without a list of tables, only what stands in tables that are known can be told apart.
    let isListed = zeros.count == 100
    let sql = isListed ? Self.further : Self.further.components(separatedBy: "CREATE TABLE")[0]
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for place in zeros { bytes[place] = 0 }
    try put(bytes)
    let rescue = try #require(try Catalog.rescue(at: path))
    #expect(rescue.saved == sample.stories && rescue.lost == 0 && rescue.garbled == 0)
    let catalog = try Catalog.open(at: path)
    let content = try DamagedCatalog.Content(catalog)
    #expect(content == sample.content)
    #expect(content.removed.count == 3)
    guard isListed else { return }
    // The last entries of the journal: the removal, then the add.
    _ = try catalog.undo(at: Moment(seconds: 100))
    #expect(try DamagedCatalog.Content(catalog).removed.isEmpty)
    #expect(try catalog.undo(at: Moment(seconds: 100)).withdrawn == Withdrawn(stories: 1, versions: 1))
  }

  @Test func `is put together with what stands beside it in its log`() throws {
    let catalog = try Catalog.openOrCreate(at: path)
    let id = try catalog.add([incoming("Port", at: 20)]).ids[0]
    _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
    let main = try Data(contentsOf: URL(fileURLWithPath: path))
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let other = TemporaryPlace()
    let copy = other.path("catalog.db")
    try Data(main.prefix(60)).write(to: URL(fileURLWithPath: copy))
    try log.write(to: URL(fileURLWithPath: copy + "-wal"))
    // The log has the first page whole; without a database before it, SQLite does not look at it.
    if (try? Catalog.open(at: copy).headlines()) == nil {
      let rescue = try #require(try Catalog.rescue(at: copy))
      #expect(FileManager.default.fileExists(atPath: rescue.damaged + "-wal"))
    }
    let saved = try Catalog.open(at: copy)
    #expect(try saved.rows(Listing(), .first(9)).map(\.isStarred) == [true])
  }

  @Test func `of which only texts are left gives back the stories`() throws {
    try put(sample.bytes)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; DROP TABLE story; DROP TABLE version; VACUUM")
    }
    try queue.close()
    let rescue = try #require(try Catalog.rescue(at: path))
    // What was out of sight is in sight again: only rows say that it was not.
    #expect(rescue.saved == sample.stories + 7 + 3)
    var content = try DamagedCatalog.Content(try Catalog.open(at: path))
    content.stories = content.stories.filter { sample.content.stories[$0.key] != nil }
    #expect(content.stories.mapValues(\.headline) == (sample.content.stories.mapValues(\.headline)))
    #expect(content.stories.mapValues(\.versions) == (sample.content.stories.mapValues(\.versions)))
    #expect(content.queries == (sample.content.queries))
    #expect(
      content.stories.values.flatMap(\.notes).sorted() == (sample.content.stories.values.flatMap(\.notes).sorted()))
  }

  @Test(
    arguments: [
      "CAST(x'fffe' || CAST(number AS BLOB) AS TEXT)", "'Né' || number", "id || char(0) || 'x'", "substr(id, 1, 3)",
      "id || hex(zeroblob(20))",
    ], [0, 100])
  func `with ids that are none names the flaw, and gives those stories others, with all that was set`(
    id: String, zeros: Int
  ) throws {
    try put(sample.bytes)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "UPDATE OR IGNORE story SET id = \(id) WHERE rowid % 3 = 0") }
    let count = try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try Int.fetchOne(database, sql: "SELECT count(*) FROM story WHERE id IS \(id) OR rowid % 3 = 0") ?? 0
    }
    try queue.close()
    #expect(count > 10)
    let flaws = try Catalog.openToInspect(at: path).flaws(in: .catalog)
    #expect(flaws.count == 1 && flaws[0].hasSuffix("stories have ids that no catalog gives"))
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for place in 0..<zeros { bytes[place] = 0 }
    try folder.clear()
    try put(bytes)
    let rescue = try #require(try Catalog.rescue(at: path))
    #expect(rescue.saved == sample.stories && rescue.lost == 0)
    let content = try DamagedCatalog.Content(try Catalog.open(at: path))
    #expect(Set(content.stories.values) == Set(sample.content.stories.values))
    #expect(content.removed.count == sample.content.removed.count && content.tags == sample.content.tags)
    #expect(content.stories.keys.allSatisfy { StoryID(named: $0.text) != nil })
    #expect(try Catalog.open(at: path).flaws(in: .catalog).isEmpty)
  }

  @Test func `of zeros alone makes room for a new one`() throws {
    try put([UInt8](repeating: 0, count: 40_000))
    #expect(throws: CatalogError.corrupt(path: path)) { _ = try Catalog.open(at: path) }
    #expect(try Catalog.rescue(at: path)?.saved == 0)
    #expect(try Catalog.open(at: path).headlines() == [])
  }

  @Test func `cut short gives back the part that is there`() throws {
    try put(Array(sample.bytes.prefix(sample.bytes.count * 4 / 5)))
    let rescue = try #require(try Catalog.rescue(at: path))
    #expect(rescue.saved > sample.stories / 4)
    #expect(rescue.saved + rescue.lost >= sample.stories)
  }

  @Test(.enabled(if: Thorough.isWanted)) func `with any one page garbled costs at most the stories of that page`()
    throws
  {
    var random = Random(seed: 7)
    for page in stride(from: 0, to: sample.bytes.count / CatalogSchema.pageSize, by: 3) {
      var bytes = sample.bytes
      for place in (page * CatalogSchema.pageSize)..<((page + 1) * CatalogSchema.pageSize) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      try put(bytes)
      #expect(throws: Never.self) { try DamagedCatalog.tryEverything(path) }
      if let rescue = try Catalog.rescue(at: path) {
        #expect(rescue.saved >= sample.stories * 3 / 4, "page \(page)")
        #expect(try Catalog.open(at: path).flaws(in: .catalog).isEmpty)
      }
      try folder.clear()
    }
  }

  @Test(.enabled(if: Thorough.isWanted))
  func `with one byte in a hundred garbled crashes nothing, and gives back much`() throws {
    var random = Random(seed: 11)
    for round in 0..<8 {
      var bytes = sample.bytes
      for _ in 0..<(bytes.count / 100) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try put(bytes)
      #expect(throws: Never.self) { try DamagedCatalog.tryEverything(path) }
      if let rescue = try? Catalog.rescue(at: path) {
        #expect(rescue.saved > sample.stories / 10, "round \(round)")
        #expect(try Catalog.open(at: path).flaws(in: .catalog).isEmpty)
      }
      try folder.clear()
    }
  }

  @Test func `is brought to its new place by the next opening when a kill came between`() throws {
    try put(sample.bytes)
    _ = try Catalog.open(at: path)
    try FileManager.default.moveItem(atPath: path, toPath: path + ".rescued")
    try put([1, 2, 3])
    #expect(try Catalog.open(at: path).count(Listing()).stories == sample.stories)
    let names = try folder.files().keys.filter { $0.hasPrefix("catalog.db.damaged-") && !$0.hasSuffix("-wal") }
    #expect(names.count == 1)
    #expect(!FileManager.default.fileExists(atPath: path + ".rescued"))
  }
}

/// A catalog to be damaged.
struct DamagedCatalog: Sendable {
  /// What of a catalog the user would miss.
  struct Content: Hashable {
    struct Story: Hashable {
      var headline: String
      var isUnread: Bool
      var isStarred: Bool
      var tags: [String]
      var versions: Int
      var publisher: String?
      var notes: [String]
      var bookmark: Bookmark?
      var original: [UInt8]?
    }
    var stories: [StoryID: Story] = [:]
    var queries: [SavedQuery]
    var tags: [String]
    var removed: [StoryID]
    var subscriptions: [Subscription]
    var wants: [WantedPage]
    /// The copies that addresses lead to, and when each was fetched.
    var pages: [StoryID?]
    var fetched: [Moment?]

    init(_ catalog: Catalog) throws {
      removed = try catalog.rows(Listing(query: "is:removed"), .first(100)).map(\.id)
      subscriptions = try catalog.subscriptions()
      wants = try catalog.wants()
      pages = try (0..<3).map { try catalog.page(at: "https://s.example/\($0)") }
      fetched = try pages.map { id in try id.flatMap { try catalog.detail($0)?.kept } }
      queries = try catalog.savedQueries()
      tags = try catalog.tags().map { "\($0.name) \($0.stories)" }
      for row in try catalog.rows(Listing(), .first(10_000)) {
        let detail = try catalog.detail(row.id)
        stories[row.id] = Story(
          headline: row.headline, isUnread: row.isUnread, isStarred: row.isStarred, tags: row.tags,
          versions: row.versions, publisher: row.publisher, notes: detail?.notes.map(\.text) ?? [],
          bookmark: detail?.bookmark,
          original: try catalog.original(row.id))
      }
    }
  }

  let bytes: [UInt8]
  let content: Content
  var stories: Int { content.stories.count }

  init() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let catalog = try Catalog.openOrCreate(at: path)
    func story(_ number: Int, _ more: String = "") -> IncomingStory {
      incoming(
        "Story \(number)", at: 1_770_000_000 + Int64(number) * 5000,
        lede: String(repeating: "It rains on quay \(number). ", count: 40), cites: ["a\(number % 7).example"],
        asks: [("Who asks \(number)?", String(repeating: "Someone of \(number). ", count: 60) + more)],
        publisher: number % 2 == 0 ? "Quay Times" : nil)
    }
    let ids = try catalog.add((0..<60).map { story($0) }).ids
    _ = try catalog.add(
      (0..<6).map { number in
        var newer = story(number, "There is more.")
        newer = IncomingStory(
          reading: newer.reading, original: newer.original, date: Moment(seconds: newer.date.seconds + 9))
        return newer
      })
    _ = try catalog.add([incoming("Long", at: 1_780_000_000, lede: String(repeating: "Rain and rain. ", count: 4000))])
    for (number, id) in ids.enumerated() {
      let now = Moment(seconds: Int64(number))
      if number % 3 == 0 { _ = try catalog.apply(.mark([id], .starred(true)), at: now) }
      if number % 4 == 0 { _ = try catalog.apply(.mark([id], .unread(false)), at: now) }
      if number % 5 == 0 { _ = try catalog.apply(.mark([id], .tagged("t\(number % 10)", true)), at: now) }
      if number % 6 == 0 { _ = try catalog.apply(.note(id, section: 0, text: "Note \(number)"), at: now) }
      if number % 7 == 0 {
        let bookmark = Bookmark(
          place: Place(.heading(section: 0)), open: [0], progress: number > 20 ? .begun : .finished)
        try catalog.remember(bookmark, of: id)
      }
    }
    _ = try catalog.apply(.keep(SavedQuery(name: "rain", query: "is:unread rain")), at: Moment(seconds: 99))
    var addition: Addition? = Addition(at: Moment(seconds: 98))
    _ = try catalog.add((70..<74).map { story($0) }, of: &addition)
    _ = try catalog.undo(at: Moment(seconds: 98))
    var other: Addition? = Addition(at: Moment(seconds: 98))
    _ = try catalog.add([story(80), story(7, "There is even more.")], of: &other)
    let removed = try catalog.add((90..<93).map { story($0) }).ids
    _ = try catalog.apply(.remove(removed, isRemoved: true), at: Moment(seconds: 99))
    try Self.addFeeds(to: catalog)
    try catalog.sync()
    content = try Content(catalog)
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func addFeeds(to catalog: Catalog) throws {
    let now = Moment(seconds: 100)
    let feeds = ["https://sea.example/feed", "https://port.example/rss"]
    for (number, url) in feeds.enumerated() {
      let settings = FeedSettings(tags: ["sea", "coast"], title: "Feed \(number)", interval: 60, keep: .forever)
      let id = try catalog.follow(url, settings, at: now, isUndoable: false).id
      let fetches = FetchRecord(etag: "a", attempted: now, failures: number, failure: number > 0 ? "no answer" : nil)
      try catalog.record([FeedFetch(of: id, fetches, title: "Sea", guids: ["1"])])
    }
    let words = String(repeating: "Rain falls on both feeds. ", count: 20)
    _ = try catalog.add(feeds.map { entry("Twice", "1", of: $0, words, url: "https://sea.example/twice") })
    for number in 0..<3 {
      let page = incoming("Page \(number)", at: 1_770_000_000, lede: "Kept \(number). " + words)
      _ = try catalog.keep(
        page, url: "https://s.example/\(number)", final: "https://sea.example/\(number)", fetched: now)
      try catalog.want([WantedPage(url: "https://want.example/\(number)", isAskedFor: number > 0)], at: now)
    }
  }

  /// Asks and changes all there is, whatever comes of it; anything but an error of the catalog's is a failure.
  static func tryEverything(_ path: String) throws {
    func attempt(_ body: () throws -> Void) throws {
      do { try body() } catch is CatalogError {}
    }
    try attempt {
      let catalog = try Catalog.openOrCreate(at: path)
      try attempt { try catalog.catchUp() }
      try attempt { _ = try catalog.lag() }
      try attempt { _ = try catalog.count(Listing()) }
      try attempt { _ = try catalog.count(Listing(query: "is:unread")) }
      for order in Listing.Order.allCases { try attempt { _ = try catalog.rows(Listing(order: order), .first(100)) } }
      try attempt { _ = try catalog.rows(Listing(query: "rain"), .last(10)) }
      try attempt { _ = try catalog.hits(Search("quay"), limit: 20) }
      try attempt { _ = try catalog.questions(limit: 20, askings: 3) }
      try attempt { _ = try catalog.sources() }
      try attempt { _ = try catalog.claims(host: "a1.example", limit: 20) }
      try attempt { _ = try catalog.tags() }
      try attempt { _ = try catalog.subscriptions() }
      try attempt { _ = try catalog.wants() }
      try attempt { _ = try catalog.page(at: "https://s.example/1") }
      try attempt { _ = try catalog.rows(Listing(query: "is:page kept"), .first(10)) }
      try attempt { _ = try catalog.citedPages(of: "feed:sea", limit: 9) }
      try attempt { _ = try catalog.expire(now: Moment(seconds: 1_990_000_000)) }
      try attempt { _ = try catalog.clearKept(downTo: 0, at: Moment(seconds: 1)) }
      try attempt { _ = try catalog.savedQueries() }
      try attempt {
        for row in try catalog.rows(Listing(), .first(100)) {
          try attempt { _ = try catalog.detail(row.id) }
          try attempt { _ = try catalog.related(to: row.id, limit: 3) }
          try attempt { _ = try catalog.apply(.mark([row.id], .starred(!row.isStarred)), at: Moment(seconds: 1)) }
          try attempt { _ = try catalog.apply(.mark([row.id], .tagged("x", true)), at: Moment(seconds: 1)) }
        }
      }
      try attempt { _ = try catalog.undo(at: Moment(seconds: 2)) }
      try attempt {
        _ = try catalog.add([incoming("Story 3", at: 9, lede: "New."), incoming("New", at: 1_770_000_000)])
      }
      for part in Catalog.Part.allCases { try attempt { _ = try catalog.flaws(in: part) } }
    }
  }
}

/// The same numbers each time (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension TemporaryPlace {
  /// Takes every file away.
  func clear() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path("")) {
      try FileManager.default.removeItem(atPath: path(name))
    }
  }
}
