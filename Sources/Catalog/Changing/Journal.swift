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

  /// Begins what a later undo takes back as a whole, whatever is still to be part of it.
  /// - Parameter undo: what takes it back, given the number of the entry.
  static func begin(at date: Moment, in database: Database, _ undo: (Int64) -> Change) throws -> Int64 {
    try add(undo(0), at: date, in: database)
    let number = database.lastInsertedRowID
    try database.cachedStatement(sql: "UPDATE journal SET undo = ? WHERE number = ?").execute(
      arguments: [try JSONEncoder().encode(undo(number)), number])
    return number
  }

  /// Takes the last change back that still can be: one whose story has left is passed over.
  static func undo(at date: Moment, in database: Database) throws -> Undone {
    while let last = try last(in: database) {
      try database.cachedStatement(sql: "DELETE FROM journal WHERE number = ?").execute(arguments: [last.number])
      if case .withdraw(let addition)? = last.undo {
        guard let withdrawn = try Withdrawal.run(addition, at: date, in: database) else { continue }
        return Undone(changes: last.undo.map { [$0] } ?? [], withdrawn: withdrawn)
      }
      if let undo = last.undo, try Changing.apply(undo, at: date, in: database) != nil {
        return Undone(changes: [undo])
      }
    }
    return Undone()
  }

  /// Moves what would take a story's notes back along with them, to where their sections are in a newer version.
  ///
  /// Where two of the notes became one, neither is taken back any more: the other would go with it.
  static func carry(
    _ notes: [Note], of id: StoryID, from old: Story, to new: Story, in database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT number, undo FROM journal WHERE instr(CAST(undo AS TEXT), ?) > 0")
    let rows = try GRDB.Row.fetchAll(statement, arguments: ["\"\(id)\""])
    guard !rows.isEmpty, old != new else { return }
    let match = SectionMatch(from: old, to: new)
    func moved(_ section: Int?) -> Int? { section.flatMap(match.nearest) }
    let met = Dictionary(grouping: notes) { moved($0.section) }
    for row in rows {
      guard case .note(id, let section, let text)? = try? JSONDecoder().decode(Change.self, from: row[1] as Data)
      else { continue }
      let there = moved(section)
      if met[there]?.count ?? 0 > 1 {
        try database.execute(sql: "DELETE FROM journal WHERE number = ?", arguments: [row[0] as Int64])
      } else if there != section {
        let undo = try JSONEncoder().encode(Change.note(id, section: there, text: text))
        try database.execute(sql: "UPDATE journal SET undo = ? WHERE number = ?", arguments: [undo, row[0] as Int64])
      }
    }
  }

  private static func last(in database: Database) throws -> (number: Int64, undo: Change?)? {
    let statement = try database.cachedStatement(
      sql: "SELECT number, undo FROM journal ORDER BY number DESC LIMIT 1")
    return try GRDB.Row.fetchOne(statement).map { row in
      (try row[0], try? JSONDecoder().decode(Change.self, from: row[1] as Data))
    }
  }
}
