import Briefing
import GRDB

/// What the user put out of sight. It keeps all that was set on it, and comes back whole.
enum Removal {
  /// Removes those stories that are in sight, or brings back those that are not, and says which they were.
  ///
  /// All at once, however many they are: some microseconds each.
  static func set(_ isRemoved: Bool, on ids: [StoryID], at date: Moment, in database: Database) throws -> [StoryID] {
    try StoryOrders.move(ids.count, in: database) { try move(isRemoved, ids, at: date, in: database) }
  }

  private static func move(
    _ isRemoved: Bool, _ ids: [StoryID], at date: Moment, in database: Database
  ) throws -> [StoryID] {
    let statement = try BoundStatement(
      """
      UPDATE story SET isRemoved = ?1, removedAt = ?2
      WHERE +isRemoved = 1 - ?1 AND number IN (\(StoryTable.listed("?3")))
      RETURNING number, isUnread, isStarred
      """, in: database)
    var numbers: [Int64] = []
    var (unread, starred) = (0, 0)
    let list = try StoryTable.list(ids)
    try statement.forEachRow { values in
      values.add(isRemoved)
      values.add(isRemoved ? date.seconds : nil)
      values.add(list)
    } _: { row in
      numbers.append(try row.integer(0))
      unread += Int(try row.integer(1))
      starred += Int(try row.integer(2))
    }
    guard !numbers.isEmpty else { return [] }
    try count(stories: numbers.count, unread: unread, starred: starred, isAdded: !isRemoved, in: database)
    try BundleWriter.touch(numbers, in: database)
    guard numbers.count < ids.count else { return ids }
    let changed = try StoryTable.ids(of: numbers, in: database)
    return ids.filter { changed.contains($0.text) }
  }

  static func count(
    stories: Int, unread: Int, starred: Int, isAdded: Bool, in database: Database
  ) throws {
    let sign = isAdded ? 1 : -1
    try database.cachedStatement(
      sql: "UPDATE total SET stories = stories + ?, unread = unread + ?, starred = starred + ?"
    ).execute(arguments: [sign * stories, sign * unread, sign * starred])
  }
}
