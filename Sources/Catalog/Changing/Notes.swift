import Briefing
import Foundation
import GRDB

/// What the user wrote on sections.
enum Notes {
  /// Stands for what is before the first section.
  private static let top = -1

  static func all(on number: Int64, in database: Database) throws -> [Note] {
    let statement = try database.cachedStatement(
      sql: "SELECT section, text, date FROM note WHERE story = ? ORDER BY section")
    return try GRDB.Row.fetchCursor(statement, arguments: [number]).mapToArray { row in
      let section: Int = try row[0]
      return try Note(section: section == top ? nil : section, text: row[1], date: Moment(seconds: row[2]))
    }
  }

  /// Puts a note in the place of the one that was there; an empty one only takes that away.
  static func put(_ note: Note, on number: Int64, in database: Database) throws {
    let section = note.section ?? top
    if note.text.isEmpty {
      try database.cachedStatement(sql: "DELETE FROM note WHERE story = ? AND section = ?").execute(
        arguments: [number, section])
    } else {
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO note(story, section, text, date) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [number, section, note.text, note.date.seconds])
    }
  }

  /// Moves the notes along to where their sections are in a newer version.
  static func carry(_ number: Int64, from old: Story, to new: Story, in database: Database) throws {
    let notes = try all(on: number, in: database)
    guard !notes.isEmpty else { return }
    try database.cachedStatement(sql: "DELETE FROM note WHERE story = ?").execute(arguments: [number])
    for note in notes.carried(from: old, to: new) { try put(note, on: number, in: database) }
  }
}

/// Where the user was in stories.
enum Bookmarks {
  static func bookmark(of number: Int64, in database: Database) throws -> Bookmark? {
    let statement = try database.cachedStatement(sql: "SELECT place FROM bookmark WHERE story = ?")
    return try Data.fetchOne(statement, arguments: [number]).flatMap { BookmarkCoding.decode(Array($0)) }
  }

  /// Keeps a place, and in the story's row how far that is.
  static func remember(_ bookmark: Bookmark, on number: Int64, in database: Database) throws {
    try set(bookmark, on: number, in: database)
    try database.cachedStatement(sql: "UPDATE story SET progress = ?1 WHERE number = ?2 AND progress <> ?1").execute(
      arguments: [bookmark.progress.rawValue, number])
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
