import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

/// Rows that no program of ours wrote, in a file that SQLite finds sound.
@Suite struct `Hostile rows` {
  private static let columns: [(table: String, column: String)] = [
    "story":
      "id headline sortKey fingerprint date questions sources isUnread isStarred versions tags address origin text "
      + "piece",
    "text": "pieces", "version": "date text piece fingerprint", "total": "stories unread starred displacement",
    "tagging": "tag", "note": "section text date", "bookmark": "place", "query": "name query", "journal": "date undo",
  ].flatMap { table, columns in columns.split(separator: " ").map { (table, String($0)) } }.sorted { $0 < $1 }

  private static let values = [
    "NULL", "CAST(x'ff41fe80' AS TEXT)", "x'00ff00ff'", "-9223372036854775808", "9e99", "''",
    "CAST(zeroblob(500000) AS TEXT)", "replace(hex(zeroblob(100000)), '0', 'é ')",
  ]

  private let folder = TemporaryPlace()

  @Test(.enabled(if: Thorough.isWanted), arguments: values)
  func `crash nothing, and what is beside them is read`(value: String) throws {
    let sample = try DamagedCatalog()
    let path = folder.path("catalog.db")
    try Data(sample.bytes).write(to: URL(fileURLWithPath: path))
    #expect(try spoil(path, value) > Self.columns.count / 2)
    #expect(throws: Never.self) { try DamagedCatalog.tryEverything(path) }
    _ = try? Catalog.rescue(at: path)
    let catalog = try Catalog.open(at: path)
    #expect(try catalog.rows(Listing(), .first(1000)).count >= sample.stories - Self.columns.count)
    #expect(throws: Never.self) { try DamagedCatalog.tryEverything(path) }
  }

  @Test func `with a headline of ten megabytes are read like any other`() throws {
    let path = folder.path("catalog.db")
    let catalog = try Catalog.openOrCreate(at: path)
    _ = try catalog.add([incoming("Port", at: 20, lede: "Rain."), incoming("Cranes", at: 40)])
    try DatabaseQueue(path: path).inDatabase {
      try $0.execute(sql: "UPDATE story SET headline = hex(zeroblob(5000000)) WHERE headline = 'Port'")
    }
    let rows = try catalog.rows(Listing(order: .oldest), .first(9))
    #expect(rows.map(\.headline.utf8.count) == [10_000_000, 6])
    #expect(try catalog.detail(rows[0].id)?.story.headline == "Port")
  }

  /// Sets a value in each column, in another row each time, and tells SQLite meanwhile that the tables allow it.
  /// - Returns: how many columns took it.
  private func spoil(_ path: String, _ value: String) throws -> Int {
    func edit(_ sql: String) throws -> Int {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.inDatabase { database in
        try database.execute(
          sql: "PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
        try database.execute(sql: sql)
        return database.changesCount
      }
    }
    let queue = try DatabaseQueue(path: path)
    let schema = try queue.read {
      try GRDB.Row.fetchAll($0, sql: "SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL")
    }
    try queue.close()
    let lax = "replace(replace(replace(sql, ' STRICT, ', ' '), ' STRICT', ''), ' NOT NULL', '')"
    _ = try edit("UPDATE sqlite_schema SET sql = \(lax) WHERE type = 'table'")
    var count = 0
    for (offset, place) in Self.columns.enumerated() {
      let one = "(SELECT rowid FROM \(place.table) LIMIT 1 OFFSET \(place.table == "story" ? offset : 0))"
      let change = "UPDATE OR IGNORE \(place.table) SET \(place.column) = \(value)"
      let changed = try? edit(change + " WHERE rowid = \(one)")
      count += (try? changed ?? edit(change)) ?? 0 > 0 ? 1 : 0
    }
    for row in schema {
      let (name, sql): (String, String) = (row["name"], row["sql"])
      _ = try edit(
        "UPDATE sqlite_schema SET sql = '\(sql.replacingOccurrences(of: "'", with: "''"))' WHERE name = '\(name)'")
    }
    return count
  }
}
