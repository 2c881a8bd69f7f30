import Briefing
import Foundation
import GRDB

/// Where the user was in stories.
enum Bookmarks {
  static func bookmark(of number: Int64, in database: Database) throws -> Bookmark? {
    let statement = try database.cachedStatement(sql: "SELECT place FROM bookmark WHERE story = ?")
    return try Data.fetchOne(statement, arguments: [number]).flatMap { BookmarkCoding.decode(Array($0)) }
  }

  static func set(_ bookmark: Bookmark, on number: Int64, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO bookmark(story, place) VALUES (?, ?)").execute(
      arguments: [number, Data(BookmarkCoding.encode(bookmark))])
  }

  /// Moves the place along to where it is in a newer version.
  static func carry(_ number: Int64, from old: Story, to new: Story, in database: Database) throws {
    guard let bookmark = try bookmark(of: number, in: database) else { return }
    try set(bookmark.carried(from: old, to: new), on: number, in: database)
  }
}
