import Briefing
import Foundation
import GRDB

/// What the user put out of sight. It keeps all that was set on it, and comes back whole.
enum Removal {
  /// Removes those stories that are in sight, or brings back those that are not, and says which they were.
  ///
  /// All at once, however many they are: some microseconds each.
  static func set(_ isRemoved: Bool, on ids: [StoryID], at date: Moment, in database: Database) throws -> [StoryID] {
    let statement = try database.cachedStatement(
      sql: """
        UPDATE story SET isRemoved = ?1, removedAt = ?2
        WHERE +isRemoved = 1 - ?1 AND id IN (SELECT value FROM json_each(?3))
        RETURNING id, isUnread, isStarred
        """)
    var changed: Set<String> = []
    var (unread, starred) = (0, 0)
    let list = try Self.list(ids)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [isRemoved, isRemoved ? date.seconds : nil, list])
    while let row = try rows.next() {
      changed.insert(try row[0])
      unread += try row[1]
      starred += try row[2]
    }
    guard !changed.isEmpty else { return [] }
    try count(stories: changed.count, unread: unread, starred: starred, isAdded: !isRemoved, in: database)
    let ids = ids.filter { changed.contains($0.text) }
    try BundleWriter.touch(
      "SELECT number FROM story WHERE id IN (SELECT value FROM json_each(?))", [Self.list(ids)], in: database)
    return ids
  }

  static func count(
    stories: Int, unread: Int, starred: Int, isAdded: Bool, in database: Database
  ) throws {
    let sign = isAdded ? 1 : -1
    try database.cachedStatement(
      sql: "UPDATE total SET stories = stories + ?, unread = unread + ?, starred = starred + ?"
    ).execute(arguments: [sign * stories, sign * unread, sign * starred])
  }

  private static func list(_ ids: [StoryID]) throws -> String {
    String(decoding: try JSONEncoder().encode(ids.map(\.text)), as: UTF8.self)
  }
}
