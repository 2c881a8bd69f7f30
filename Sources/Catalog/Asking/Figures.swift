import GRDB

/// How much there is.
enum Figures {
  static func stories(in database: Database) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT stories FROM total")) ?? 0
  }

  static func bytes(in database: Database) throws -> Int {
    try ["main", "lookup"].reduce(0) { bytes, schema in
      let pages = try Int.fetchOne(database, sql: "PRAGMA \(schema).page_count") ?? 0
      let size = try Int.fetchOne(database, sql: "PRAGMA \(schema).page_size") ?? 0
      return bytes + pages * size
    }
  }
}
