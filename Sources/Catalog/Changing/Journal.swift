import Briefing
import Foundation
import GRDB

/// What would take the user's changes back, the last one first, also those of earlier sittings.
enum Journal {
  /// How many changes can be taken back.
  private static let longest = 1000

  static func add(_ undo: Change, at date: Moment, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO journal(date, undo) VALUES (?, ?)").execute(
      arguments: [date.seconds, try JournalEntry.encode(undo)])
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
      arguments: [try JournalEntry.encode(undo(number)), number])
    return number
  }

  /// Takes the last change back that still can be: one whose story has left is passed over. One that was made before
  /// `since` is only told.
  static func undo(at date: Moment, since: Moment?, in database: Database) throws -> Undone {
    var undone = Undone()
    try database.inSavepoint {
      let last = try takeBackLast(at: date, in: database)
      undone = last.undone
      guard let since, last.date < since, !undone.changes.isEmpty else { return .commit }
      undone.heldBack = last.date
      return .rollback
    }
    return undone
  }

  private static func takeBackLast(at date: Moment, in database: Database) throws -> (undone: Undone, date: Moment) {
    while let last = try last(in: database) {
      try database.cachedStatement(sql: "DELETE FROM journal WHERE number = ?").execute(arguments: [last.number])
      if let undo = last.undo, var undone = try take(undo, at: date, in: database) {
        undone.headline = try headline(of: undo, in: database)
        return (undone, last.date)
      }
    }
    return (Undone(), date)
  }

  /// Nil where nothing is different then.
  private static func take(_ undo: Change, at date: Moment, in database: Database) throws -> Undone? {
    if case .withdraw(let addition) = undo {
      return try Withdrawal.run(addition, at: date, in: database).map { Undone(changes: [undo], withdrawn: $0) }
    }
    return try Changing.apply(undo, at: date, in: database) == nil ? nil : Undone(changes: undo.parts)
  }

  private static func headline(of undo: Change, in database: Database) throws -> String? {
    let stories = undo.stories
    guard let first = stories.first, stories.allSatisfy({ $0 == first }),
      let number = try StoryTable.number(of: first, in: database)
    else { return nil }
    return try StoryQueries.row(number, in: database)?.headline
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
      guard case .note(id, let section, let text)? = JournalEntry.decode(try row[1] as Data)
      else { continue }
      let there = moved(section)
      if met[there]?.count ?? 0 > 1 {
        try database.execute(sql: "DELETE FROM journal WHERE number = ?", arguments: [row[0] as Int64])
      } else if there != section {
        let undo = try JournalEntry.encode(.note(id, section: there, text: text))
        try database.execute(sql: "UPDATE journal SET undo = ? WHERE number = ?", arguments: [undo, row[0] as Int64])
      }
    }
  }

  private static func last(in database: Database) throws -> (number: Int64, undo: Change?, date: Moment)? {
    let statement = try database.cachedStatement(
      sql: "SELECT number, undo, date FROM journal ORDER BY number DESC LIMIT 1")
    return try GRDB.Row.fetchOne(statement).map { row in
      (try row[0], JournalEntry.decode(try row[1] as Data), Moment(seconds: try row[2]))
    }
  }
}

/// A change as the journal keeps it. Of one on very many stories, their ids stand in one text: as objects of their own they
/// would take a second to write and to read.
enum JournalEntry {
  private static let mostAsObjects = 64

  private struct OnMany: Codable {
    /// The change on no story.
    var change: Change
    /// With spaces between them.
    var stories: String
  }

  static func encode(_ change: Change) throws -> Data {
    let stories = change.stories
    guard stories.count > mostAsObjects else { return try JSONEncoder().encode(change) }
    return try JSONEncoder().encode(
      OnMany(change: change.on([]), stories: stories.map(\.text).joined(separator: " ")))
  }

  /// Nil where the bytes are no change.
  static func decode(_ bytes: Data) -> Change? {
    if let change = try? JSONDecoder().decode(Change.self, from: bytes) { return change }
    return (try? JSONDecoder().decode(OnMany.self, from: bytes)).map { entry in
      entry.change.on(entry.stories.split(separator: " ").map { StoryID(String($0)) })
    }
  }
}

extension Change {
  /// The same on other stories, where it can be on several.
  fileprivate func on(_ stories: [StoryID]) -> Change {
    switch self {
    case .mark(_, let mark): .mark(stories, mark)
    case .remove(_, let isRemoved): .remove(stories, isRemoved: isRemoved)
    case .marks, .note, .keep, .forget, .edit, .withdraw, .follow: self
    }
  }
}
