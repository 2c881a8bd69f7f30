import Briefing
import GRDB

/// The tags of stories. Each row of the index carries its own, so that lists need not look for them.
enum Tags {
  /// False if nothing is different then, as where a story that is to be tagged has as many as it can have.
  @discardableResult
  static func set(_ name: String, _ isTagged: Bool, on id: StoryID, in database: Database) throws -> Bool {
    guard let number = try StoryTable.number(of: id, in: database) else { return false }
    if isTagged { return try add([name], to: number, in: database) > 0 }
    try database.cachedStatement(sql: "DELETE FROM tagging WHERE tag = ? AND story = ?").execute(
      arguments: [name, number])
    guard database.changesCount > 0 else { return false }
    try write(number, in: database)
    return true
  }

  /// Adds tags in their order, as many as the story can have.
  /// - Returns: how many are new to it.
  @discardableResult
  static func add(_ names: [String], to number: Int64, in database: Database) throws -> Int {
    let count = try database.cachedStatement(sql: "SELECT count(*) FROM tagging WHERE story = ?")
    let room = max(0, Tag.most - (try Int.fetchOne(count, arguments: [number]) ?? 0))
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO tagging(tag, story) VALUES (?, ?)")
    var added = 0
    for name in names where added < room {
      try statement.execute(arguments: [name, number])
      added += database.changesCount
    }
    if added > 0 { try write(number, in: database) }
    return added
  }

  /// Writes all tags of a story into its row.
  private static func write(_ number: Int64, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        UPDATE story SET tags = (
          SELECT group_concat(tag, ' ') FROM (SELECT tag FROM tagging WHERE story = ?1 ORDER BY tag))
        WHERE number = ?1
        """
    ).execute(arguments: [number])
  }

  static func all(in database: Database) throws -> [(name: String, stories: Int)] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT tag, count(*) AS stories FROM tagging CROSS JOIN story ON story.number = tagging.story
        WHERE +isRemoved = 0 GROUP BY tag ORDER BY stories DESC, tag
        """)
    return try GRDB.Row.fetchCursor(statement).mapToArray { try ($0[0], $0[1]) }
  }
}
