import Briefing
import GRDB

/// The hosts that stories cite.
enum Sources {
  /// Those whose host contains the text, those with the most claims first.
  static func sources(matching text: String, limit: Int, in database: Database) throws -> [Source] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT host, claims, stories, firstSeen, lastSeen FROM source
        WHERE instr(host, ?) > 0 ORDER BY claims DESC, stories DESC, host LIMIT ?
        """)
    return try GRDB.Row.fetchCursor(statement, arguments: [Query.host(text), limit]).mapToArray(Source.init)
  }

  static func source(_ host: String, in database: Database) throws -> Source? {
    let statement = try database.cachedStatement(
      sql: "SELECT host, claims, stories, firstSeen, lastSeen FROM source WHERE host = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [Citation.host(named: host)]).map(Source.init)
  }

  /// How many stories cite each host.
  static func citingStories(_ hosts: [String], in database: Database) throws -> [String: Int] {
    let statement = try database.cachedStatement(sql: "SELECT stories FROM source WHERE host = ?")
    var stories: [String: Int] = [:]
    for host in hosts { stories[host] = try Int.fetchOne(statement, arguments: [host]) }
    return stories
  }
}

extension Source {
  /// Columns: host, claims, stories, firstSeen, lastSeen.
  fileprivate init(_ row: GRDB.Row) throws {
    try self.init(
      host: row[0], claims: row[1], stories: row[2], firstSeen: Moment(seconds: row[3]),
      lastSeen: Moment(seconds: row[4]))
  }
}
