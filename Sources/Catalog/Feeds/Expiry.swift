public import Briefing
import GRDB

/// Which entries of feeds have been kept for as long as they are to be.
///
/// Those that were read, and on which nobody set anything. An entry that its feed still has would come again, and stays; so does
/// what stands in another feed that keeps it, or that is followed no more.
struct Expiry {
  private let now: Moment
  private let database: Database
  private let feeds: [String: Feed]

  private struct Feed {
    var subscription: Subscription
    /// What is older than this may go; nil where nothing may.
    var end: Moment?
    var held: Set<Int64>
  }

  init(at now: Moment, in database: Database) throws {
    (self.now, self.database) = (now, database)
    var feeds: [String: Feed] = [:]
    for subscription in try Subscriptions.followed(in: database) {
      let end: Moment? =
        switch subscription.settings.keep {
        // What a server keeps is let go of there.
        case _ where subscription.stream != nil: nil
        case .forever: nil
        case .days(let days): Moment(seconds: now.seconds - Int64(min(days, 1 << 20)) * 86_400)
        }
      let held = end == nil ? [] : try FetchLog.held(by: subscription.id, in: database)
      feeds[subscription.key] = Feed(subscription: subscription, end: end, held: held)
    }
    self.feeds = feeds
  }

  /// Some of them, at most so many; none at the end.
  func next(_ most: Int) throws -> [Int64] {
    var numbers: [Int64] = []
    for key in feeds.keys.sorted() where numbers.count < most { numbers += try next(most - numbers.count, of: key) }
    return numbers
  }

  private func next(_ most: Int, of key: String) throws -> [Int64] {
    guard let feed = feeds[key], let end = feed.end else { return [] }
    let statement = try database.cachedStatement(sql: Self.sql)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [key, end.seconds])
    var numbers: [Int64] = []
    while numbers.count < most, let row = try rows.next() {
      let (number, guid, tags): (Int64, String?, String?) = try (row[0], row[1], row[2])
      let own = Set(feed.subscription.settings.tags)
      guard let guid, !feed.held.contains(StoryName.entry(feed: key, guid: guid).number),
        tags?.split(separator: " ").allSatisfy({ own.contains(String($0)) }) ?? true,
        try isOverElsewhere(number, Moment(seconds: row[3]))
      else { continue }
      numbers.append(number)
    }
    return numbers
  }

  private static let sql = """
    SELECT number, guid, tags, date FROM story
    WHERE isRemoved = 0 AND feed = ? AND isUnread = 0 AND date < ? AND isStarred = 0
      AND editedHeadline IS NULL AND editedDate IS NULL AND number NOT IN (SELECT story FROM note)
    ORDER BY date
    """

  /// Whether no other feed in which the story stands keeps it.
  private func isOverElsewhere(_ number: Int64, _ date: Moment) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT feed, guid FROM placement WHERE story = ?")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      let (key, guid): (String, String) = try (row[0], row[1])
      guard let feed = feeds[key], let end = feed.end, date < end,
        !feed.held.contains(StoryName.entry(feed: key, guid: guid).number)
      else { return false }
    }
    return true
  }
}

/// The names of entries that are gone, by which they are kept from coming again.
enum Tombstones {
  /// Notes all names of a story. Where another story bears the same, it is told by what it says, and not by its name alone.
  static func add(for number: Int64, at date: Moment, in database: Database) throws {
    guard let row = try StoryRow.row(number, in: database) else { return }
    let placed = try database.cachedStatement(sql: "SELECT feed, guid FROM placement WHERE story = ?")
    var names = try GRDB.Row.fetchCursor(placed, arguments: [number]).mapToArray {
      try StoryName.entry(feed: $0[0], guid: $0[1])
    }
    if let name = StoryName(kind: row.kind, address: nil, feed: row.feed, guid: row.guid) { names.append(name) }
    let insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO tombstone(name, date) VALUES (?, ?)")
    for name in names {
      let isShared = try isShared(name, in: database)
      let tombstone = isShared ? name.number(saying: row.digest.fingerprint) : name.number
      try insert.execute(arguments: [tombstone, date.seconds])
    }
  }

  private static func isShared(_ name: StoryName, in database: Database) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM story WHERE guid = ? AND guid IS NOT NULL AND feed = ? LIMIT 2)")
    return try Int.fetchOne(statement, arguments: [name.guid, name.feed]) ?? 0 > 1
  }
}

extension Catalog {
  /// Lets entries of feeds go for good that were read, and are older than the feed's are kept (`FeedSettings.keep`). Starred,
  /// noted, edited and unread ones stay, those with tags beyond the feed's own, and those that the feed still has. None comes back
  /// when the feed names it again.
  ///
  /// In small parts, so that others have their turn. The room is used again; `purge` makes the file smaller.
  /// - Parameter goesOn: asked between two parts.
  /// - Returns: how many are gone.
  @discardableResult
  public func expire(now: Moment, goesOn: () -> Bool = { true }) throws(CatalogError) -> Int {
    let isAny = try storage.read { try !Expiry(at: now, in: $0).next(1).isEmpty }
    return try forget(at: now, goesOn: goesOn) { most, database in
      isAny ? try Expiry(at: now, in: database).next(most) : []
    } prepare: { number, database in
      try Tombstones.add(for: number, at: now, in: database)
    }
  }
}
