import Briefing
import GRDB

/// The tags of stories. Each row of the index carries its own, so that lists need not look for them.
enum Tags {
  /// False if nothing is different then.
  @discardableResult
  static func set(_ name: String, _ isTagged: Bool, on id: StoryID, in database: Database) throws -> Bool {
    guard let number = try Stored.number(of: id, in: database) else { return false }
    let sql =
      isTagged
      ? "INSERT OR IGNORE INTO tagging(tag, story) VALUES (?, ?)" : "DELETE FROM tagging WHERE tag = ? AND story = ?"
    try database.cachedStatement(sql: sql).execute(arguments: [name, number])
    guard database.changesCount > 0 else { return false }
    try database.cachedStatement(
      sql: """
        UPDATE story SET tags = (
          SELECT group_concat(tag, ' ') FROM (SELECT tag FROM tagging WHERE story = ?1 ORDER BY tag))
        WHERE number = ?1
        """
    ).execute(arguments: [number])
    return true
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
