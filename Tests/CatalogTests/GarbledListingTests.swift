import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

/// Values in every column that no program of ours wrote there, in every row at once.
@Suite struct `Garbled values` {
  private static let columns: [(file: String, table: String, column: String)] = [
    ("catalog.db", "story", "id headline sortKey date questions sources isUnread versions tags address text piece"),
    ("catalog.db", "text", "pieces"), ("catalog.db", "version", "date text piece fingerprint"),
    ("catalog.db", "total", "stories unread displacement"), ("catalog.db", "tagging", "tag"),
    ("catalog.db", "note", "section text"), ("catalog.db", "query", "name query"),
    ("lookup.db", "source", "host claims stories firstSeen lastSeen"), ("lookup.db", "found", "text piece"),
    ("lookup.db", "followed", "text print"),
  ].flatMap { file, table, columns in columns.split(separator: " ").map { (file, table, String($0)) } }

  private static let values = [
    "NULL", "CAST(x'ff41fe80' AS TEXT)", "CAST(x'fffe' || hex(randomblob(4)) AS TEXT)", "x'00ff00ff'", "'same'",
    "9223372036854775807", "0.5", "abs(random() % 3)",
  ]

  private static let shared = try? Sample()

  @Test(.enabled(if: Thorough.isWanted), .timeLimit(.minutes(20)), arguments: values)
  func `end every listing, and repeat nothing in it`(value: String) throws {
    let sample = try #require(Self.shared)
    for (file, table, column) in Self.columns {
      let folder = TemporaryPlace()
      for (name, bytes) in sample.files { try bytes.write(to: URL(fileURLWithPath: folder.path(name))) }
      try set(value, inEvery: column, of: table, at: folder.path(file))
      let longest = try longestWalk(in: folder.path("catalog.db"))
      #expect(longest <= Sample.claims, "\(table).\(column)")
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `of an id or a headline leave all stories in sight`() throws {
    let sample = try #require(Self.shared)
    for column in ["id", "headline", "sortKey"] {
      let folder = TemporaryPlace()
      for (name, bytes) in sample.files { try bytes.write(to: URL(fileURLWithPath: folder.path(name))) }
      try set(
        "CAST(x'fffe' || hex(randomblob(4)) AS TEXT)", inEvery: column, of: "story", at: folder.path("catalog.db"))
      let catalog = try Catalog.open(at: folder.path("catalog.db"))
      for walk in try walks(in: catalog) { #expect(try [Sample.stories, Sample.claims].contains(walk()), "\(column)") }
    }
  }

  @Test func `of dates and numbers that disagree with their index end a listing with an error`() throws {
    let sample = try #require(Self.shared)
    let folder = TemporaryPlace()
    for (name, bytes) in sample.files { try bytes.write(to: URL(fileURLWithPath: folder.path(name))) }
    let path = folder.path("catalog.db")
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { database in
      // The index stays as it is: SQLite is told that there is none while the dates change.
      try database.execute(sql: "PRAGMA writable_schema = ON")
      let rows = try GRDB.Row.fetchAll(database, sql: "SELECT rowid, sql FROM sqlite_schema WHERE name = 'storyByDate'")
      try database.execute(
        sql:
          "UPDATE sqlite_schema SET sql = 'CREATE INDEX storyByDate ON story(date, number) WHERE date < 0' WHERE name = 'storyByDate'"
      )
      try database.execute(sql: "PRAGMA writable_schema = RESET")
      try database.execute(sql: "UPDATE story SET date = 1770000000 + (number * 7919) % 5000")
      try database.execute(sql: "PRAGMA writable_schema = ON")
      try database.execute(
        sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'storyByDate'", arguments: [rows[0]["sql"] as String])
    }
    try queue.close()
    #expect(try longestWalk(in: path) <= Sample.claims)
  }

  /// How many elements came of the walk that gave the most; one that goes on for ever is broken off.
  private func longestWalk(in path: String) throws -> Int {
    var longest = 0
    do {
      let catalog = try Catalog.open(at: path)
      try? catalog.catchUp()
      for walk in try walks(in: catalog) {
        do { longest = max(longest, try walk()) } catch is CatalogError {}
      }
      longest = max(longest, (try? catalog.questions().count) ?? 0)
      longest = max(longest, (try? catalog.claims(host: "a.example").count) ?? 0)
      _ = try? catalog.sources()
    } catch is CatalogError {}
    return longest
  }

  /// Every way to go through the stories; each tells how many came.
  private func walks(in catalog: Catalog) throws -> [() throws -> Int] {
    func all<Element>(_ walk: Batches<Element>) -> () throws -> Int {
      return {
        var count = 0
        while case let part = try walk.next(30), !part.isEmpty, count < 3 * Sample.claims { count += part.count }
        return count
      }
    }
    let listings = Listing.Order.allCases.flatMap { order in
      ["", "is:unread", "quay"].map { all(catalog.rowBatches(Listing(query: $0, order: order))) }
    }
    return listings + [
      all(catalog.claimBatches(host: "a.example")), all(catalog.questionBatches(matching: "")),
      all(catalog.questionBatches(matching: "asks")), all(catalog.hitBatches(Search("quay"))),
    ]
  }

  /// Writes past what the table allows.
  private func set(_ value: String, inEvery column: String, of table: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.inDatabase { database in
      try database.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
      let strict = try String.fetchOne(
        database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table])
      let lax = "replace(replace(replace(sql, ' STRICT, ', ' '), ' STRICT', ''), ' NOT NULL', '')"
      try database.execute(sql: "UPDATE sqlite_schema SET sql = \(lax) WHERE name = ?", arguments: [table])
      try database.execute(sql: "PRAGMA writable_schema = RESET")
      try database.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = \(value)")
      try database.execute(sql: "PRAGMA writable_schema = ON")
      try database.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [strict, table])
    }
  }

  /// The files of a catalog whose stories can be found by their words.
  private struct Sample {
    static let stories = 140
    /// One in the lede and one below the question of each.
    static let claims = 280
    var files: [String: Data] = [:]

    init() throws {
      let folder = TemporaryPlace()
      let catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
      let ids = try catalog.add(
        (0..<Self.stories).map { number in
          incoming(
            "Story \(number)", at: 1_770_000_000 + Int64(number / 3) * 20, lede: "It rains on the quay.",
            cites: ["a.example"], asks: [("Who asks \(Self.letters(number))?", "")])
        }
      ).ids
      for id in ids.prefix(3) {
        _ = try catalog.apply(.mark([id], .tagged("sea", true)), at: Moment(seconds: 1))
        _ = try catalog.apply(.note(id, section: nil, text: "Note"), at: Moment(seconds: 1))
      }
      _ = try catalog.apply(.keep(SavedQuery(name: "rain", query: "rain")), at: Moment(seconds: 1))
      try catalog.catchUp()
      for name in ["catalog.db", "lookup.db"] {
        let queue = try DatabaseQueue(path: folder.path(name))
        try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        files[name] = try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
      }
    }

    /// A word of its own for each number.
    private static func letters(_ number: Int) -> String {
      String(String(number).map { Character(Unicode.Scalar(UInt8(ascii: "b") + UInt8($0.wholeNumberValue ?? 0))) })
        + "x"
    }
  }
}
