import GRDB

/// How much there is.
enum Figures {
  static func stories(in database: Database) throws -> Int {
    let stories = try Int.fetchOne(database.cachedStatement(sql: "SELECT stories FROM total")) ?? 0
    return stories.sensible
  }

  static func bytes(in database: Database) throws -> Int {
    try ["main", "lookup"].reduce(0) { bytes, schema in
      let pages = try Int.fetchOne(database, sql: "PRAGMA \(schema).page_count") ?? 0
      let size = try Int.fetchOne(database, sql: "PRAGMA \(schema).page_size") ?? 0
      return bytes + pages * size
    }
  }
}

extension FixedWidthInteger {
  /// The figure, or the nearest that can be true: a page that was garbled may say anything, and it is reckoned with.
  var sensible: Self { Swift.min(Swift.max(self, 0), 1 << 40) }
}
