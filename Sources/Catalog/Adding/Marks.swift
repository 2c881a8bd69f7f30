import Briefing
import GRDB

/// What the user has set on stories.
enum Marks {
  /// Setting a mark that is set already changes nothing.
  static func set(_ mark: Mark, on id: StoryID, in database: Database) throws {
    switch mark {
    case .unread(let isUnread):
      try database.cachedStatement(sql: "UPDATE story SET isUnread = ?1 WHERE id = ?2 AND isUnread <> ?1").execute(
        arguments: [isUnread, id.text])
      let change = database.changesCount * (isUnread ? 1 : -1)
      try database.cachedStatement(sql: "UPDATE total SET unread = unread + ?").execute(arguments: [change])
    case .starred(let isStarred):
      try database.cachedStatement(sql: "UPDATE story SET isStarred = ? WHERE id = ?").execute(
        arguments: [isStarred, id.text])
    }
  }
}
