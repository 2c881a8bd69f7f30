import Briefing
import GRDB

/// What the user calls the feeds of stories.
enum FeedTitles {
  /// Rows with the name of their feed in the place of its key: the one that the user gave it. A feed without has none, since the
  /// publisher of its stories says what it calls itself.
  ///
  /// The cost is a look at one row for each feed among them.
  static func naming(_ rows: [Briefing.Row], in database: Database) throws -> [Briefing.Row] {
    var titles: [String: String] = [:]
    for key in Set(rows.compactMap(\.feed)) { titles[key] = try title(of: key, in: database) }
    return rows.map { row in
      var row = row
      row.feed = row.feed.flatMap { titles[$0] }
      return row
    }
  }

  private static func title(of key: String, in database: Database) throws -> String? {
    let statement = try database.cachedStatement(sql: "SELECT givenTitle FROM subscription WHERE key = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [key]).flatMap { try $0[0] as String? }
  }
}
