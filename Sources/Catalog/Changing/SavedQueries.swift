import Briefing
import GRDB

/// The queries that the user kept.
enum SavedQueries {
  static func all(in database: Database) throws -> [SavedQuery] {
    let statement = try database.cachedStatement(sql: "SELECT name, query FROM query ORDER BY name")
    return try GRDB.Row.fetchCursor(statement).mapToArray { try SavedQuery(name: $0[0], query: $0[1]) }
  }

  static func query(named name: String, in database: Database) throws -> SavedQuery? {
    let statement = try database.cachedStatement(sql: "SELECT query FROM query WHERE name = ?")
    return try String.fetchOne(statement, arguments: [name]).map { SavedQuery(name: name, query: $0) }
  }

  static func put(_ query: SavedQuery, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO query(name, query) VALUES (?, ?)").execute(
      arguments: [query.name, query.query])
  }

  static func remove(_ name: String, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM query WHERE name = ?").execute(arguments: [name])
  }
}
