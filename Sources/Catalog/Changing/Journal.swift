import Briefing
import Foundation
import GRDB

/// What would take the user's changes back, the last one first, also those of earlier sittings.
enum Journal {
  /// How many changes can be taken back.
  private static let longest = 1000

  static func add(_ undo: Change, at date: Moment, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO journal(date, undo) VALUES (?, ?)").execute(
      arguments: [date.seconds, try JSONEncoder().encode(undo)])
    try database.cachedStatement(
      sql: "DELETE FROM journal WHERE number <= (SELECT max(number) FROM journal) - ?"
    ).execute(arguments: [longest])
  }

  /// Takes the last change back that still can be: one whose story has left is passed over.
  static func undo(at date: Moment, in database: Database) throws -> Undone {
    while let last = try last(in: database) {
      try database.cachedStatement(sql: "DELETE FROM journal WHERE number = ?").execute(arguments: [last.number])
      if let undo = last.undo, try Changing.make(undo, at: date, in: database) != nil {
        return Undone(changes: [undo])
      }
    }
    return Undone()
  }

  private static func last(in database: Database) throws -> (number: Int64, undo: Change?)? {
    let statement = try database.cachedStatement(
      sql: "SELECT number, undo FROM journal ORDER BY number DESC LIMIT 1")
    return try GRDB.Row.fetchOne(statement).map { row in
      (row[0], try? JSONDecoder().decode(Change.self, from: row[1] as Data))
    }
  }
}
