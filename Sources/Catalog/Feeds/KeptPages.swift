public import Briefing
import GRDB

/// Copies of pages that are kept for reading. Each is a story out of sight, which its address leads to.
enum KeptPages {
  /// The number of the copy of the page at an address: also where that leads there by another, as it did the last time.
  static func number(at url: String, in database: Database) throws -> Int64? {
    let address = PageAddress.key(of: url)
    let alias = try database.cachedStatement(sql: "SELECT story FROM alias WHERE address = ?")
    return try Int64.fetchOne(alias, arguments: [address]) ?? number(standingAt: address, in: database)
  }

  /// The number of the copy of a page whose own address this is.
  private static func number(standingAt address: String, in database: Database) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number FROM story WHERE address = ? AND address IS NOT NULL AND +isRemoved = \(Visibility.kept.rawValue)
        ORDER BY number DESC LIMIT 1
        """)
    return try Int64.fetchOne(statement, arguments: [address])
  }

  static func fetched(_ number: Int64, in database: Database) throws -> Moment? {
    let statement = try database.cachedStatement(sql: "SELECT fetched FROM kept WHERE story = ?")
    return try Int64.fetchOne(statement, arguments: [number]).map { Moment(seconds: $0) }
  }

  /// How many bytes the copies take as they came.
  static func bytes(in database: Database) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT coalesce(sum(bytes), 0) FROM kept")) ?? 0
  }

  /// The oldest copies that nobody set anything on, so many that the others have no more than so many bytes.
  static func oldest(downTo limit: Int, most: Int, in database: Database) throws -> [Int64] {
    var excess = try bytes(in: database) - limit
    let statement = try database.cachedStatement(
      sql: """
        SELECT story, bytes FROM kept CROSS JOIN story ON story.number = kept.story
        WHERE isStarred = 0 AND tags IS NULL AND story NOT IN (SELECT story FROM note) ORDER BY fetched, story
        """)
    var numbers: [Int64] = []
    let rows = try GRDB.Row.fetchCursor(statement)
    while excess > 0, numbers.count < most, let row = try rows.next() {
      numbers.append(try row[0])
      excess -= try row[1]
    }
    return numbers
  }
}

/// A copy that was kept.
public struct KeptPage: Hashable, Sendable {
  public var id: StoryID
  /// Whether there was none of this page before; and where there was one, whether the page says something else now.
  public var isNew: Bool
  public var isChanged: Bool
}

extension Adding {
  /// Keeps a copy of a page that was fetched. One that says something else than the copy before is a version of that.
  /// - Parameters:
  ///   - url: where it was asked for.
  ///   - final: where it was in the end.
  mutating func keep(_ page: IncomingStory, url: String, final: String, fetched: Moment) throws -> KeptPage {
    let address = PageAddress.key(of: final)
    try forgetAlias(address)
    let kept: KeptPage
    if let number = try KeptPages.number(at: final, in: database), let existing = try existing(number) {
      kept = try renew(existing, with: page)
    } else {
      let id = try freeID(of: page)
      _ = try insert(page, id: id) { row in
        (row.visibility, row.removedAt) = (.kept, fetched.seconds)
        (row.kind, row.address) = (StoryRow.page, address)
        (row.feed, row.guid) = (nil, nil)
      }
      kept = KeptPage(id: id, isNew: true, isChanged: false)
    }
    try writer.flush()
    guard let number = try StoryTable.number(of: kept.id, in: database) else { return kept }
    try note(page, at: number, isLarger: kept.isNew || kept.isChanged, url: final, fetched: fetched)
    for asked in Set([PageAddress.key(of: url), address]) {
      if asked != address {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO alias(address, story) VALUES (?, ?)").execute(
          arguments: [asked, number])
      }
      try Wants.forget(asked, in: database)
    }
    return kept
  }

  /// What led to another page leads to one of its own now.
  private func forgetAlias(_ address: String) throws {
    try database.cachedStatement(sql: "DELETE FROM alias WHERE address = ?").execute(arguments: [address])
  }

  private mutating func renew(_ existing: ExistingStory, with page: IncomingStory) throws -> KeptPage {
    guard !existing.story.says(page.reading.story) else {
      return KeptPage(id: existing.id, isNew: false, isChanged: false)
    }
    var page = page
    // What was fetched last is shown, whatever date it bears.
    page.date = max(page.date, existing.date)
    try add(page, asVersionOf: existing)
    return KeptPage(id: existing.id, isNew: false, isChanged: true)
  }

  private func note(
    _ page: IncomingStory, at number: Int64, isLarger: Bool, url: String, fetched: Moment
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO kept(story, url, fetched, bytes) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT(story) DO UPDATE SET url = ?2, fetched = ?3, bytes = bytes + ?4
        """
    ).execute(arguments: [number, url, fetched.seconds, isLarger ? page.original.count : 0])
    try database.cachedStatement(
      sql: "UPDATE story SET removedAt = ?, address = ?, feed = NULL, guid = NULL WHERE number = ?"
    ).execute(arguments: [fetched.seconds, PageAddress.key(of: url), number])
  }
}
