public import Briefing
import Foundation
import GRDB

/// What a purge forgot.
public struct Purged: Hashable, Sendable {
  /// How many removed stories are gone for good.
  public var stories = 0
  /// By how many bytes the file is smaller.
  public var bytes = 0
  /// Whether the file could be made smaller: not while another program reads it.
  public var isShrunk = true
}

/// Forgets stories that were removed, or taken out by an undo, with everything that was set on them, and the texts that no
/// story has any more.
enum Purge {
  /// - Returns: how many stories the user had removed are gone.
  static func run(upTo date: Moment, in database: Database) throws -> Int {
    let condition = "isRemoved IN (1, 2) AND removedAt <= \(date.seconds)"
    let stories =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM story WHERE isRemoved = 1 AND \(condition)") ?? 0
    try keepNames(of: condition, in: database)
    for table in Forgetting.tables + ["sketch"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE story IN (SELECT number FROM story WHERE \(condition))")
    }
    // That the server of the account has it stays known, or it would come again.
    try database.execute(
      sql: "UPDATE item SET story = NULL WHERE story IN (SELECT number FROM story WHERE \(condition))")
    try database.execute(sql: "DELETE FROM story WHERE \(condition)")
    try Journal.forgetTakenBack(in: database)
    try forgetBundles(in: database)
    return stories
  }

  /// A feed goes on naming an entry for a while after it was removed: its name is all that keeps it away.
  private static func keepNames(of condition: String, in database: Database) throws {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT number, removedAt FROM story
        WHERE (kind = 2 OR number IN (SELECT story FROM placement)) AND isRemoved = 1 AND \(condition)
        """)
    for row in rows { try Tombstones.add(for: row[0], at: Moment(seconds: row[1]), in: database) }
  }

  /// Empties the places of texts that belong to no story, and drops bundles in which nothing is left. The last one stays:
  /// by it the lookup knows its catalog.
  private static func forgetBundles(in database: Database) throws {
    let used = try self.used(in: database)
    let numbers = try Int64.fetchAll(database, sql: "SELECT number FROM text ORDER BY number")
    for number in numbers.dropLast() {
      guard let bundle = try StoryTable.bundle(number, in: database) else { continue }
      let isUsed = (0..<bundle.count).map { used.contains(BundlePlace(bundle: number, index: $0)) }
      if !isUsed.contains(true) {
        try database.cachedStatement(sql: "DELETE FROM text WHERE number = ?").execute(arguments: [number])
      } else if (0..<bundle.count).contains(where: { !isUsed[$0] && !(bundle[$0]?.original.isEmpty ?? true) }) {
        let stories = (0..<bundle.count).compactMap { index in
          bundle[index].map {
            isUsed[index] ? $0 : StoredStory(number: $0.number, date: $0.date, original: [], reading: [])
          }
        }
        try database.cachedStatement(sql: "UPDATE text SET pieces = ? WHERE number = ?").execute(
          arguments: [Data(Bundle.encode(stories)), number])
      }
    }
    try database.execute(sql: "DELETE FROM replaced WHERE text NOT IN (SELECT number FROM text)")
  }

  private static func used(in database: Database) throws -> Set<BundlePlace> {
    var used: Set<BundlePlace> = []
    let rows = try GRDB.Row.fetchCursor(
      database, sql: "SELECT text, piece FROM story UNION ALL SELECT text, piece FROM version")
    while let row = try rows.next() { used.insert(try BundlePlace(bundle: row[0], index: row[1])) }
    return used
  }
}

extension Catalog {
  /// Forgets what was removed up to a moment, for good, and makes the file smaller.
  ///
  /// An add of such a story brings it as a new one; an entry of a feed stays away all the same. Takes as long as it takes to
  /// write the file anew; nobody can change it meanwhile.
  public func purge(removedUpTo date: Moment) throws(CatalogError) -> Purged {
    // What leaves the lookup is subtracted from it by its text.
    try catchUp()
    let before = try size()
    var purged = Purged()
    purged.stories = try storage.write { try Purge.run(upTo: date, in: $0) }
    sketches.reset()
    purged.isShrunk = try storage.compact()
    purged.bytes = max(0, try before - size())
    return purged
  }

  private func size() throws(CatalogError) -> Int {
    try storage.read { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA main.page_count") ?? 0
      return try pages * (Int.fetchOne(database, sql: "PRAGMA main.page_size") ?? 0)
    }
  }
}
