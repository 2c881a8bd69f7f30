import Briefing
import Foundation
import GRDB

/// What would take the user's changes back, the last one first, also those of earlier sittings; and what would make those
/// again that were taken back, until something else is changed.
///
/// An entry that is taken back goes on under its number below zero, and under its own once it is made again: the stories of an
/// `add` bear that.
enum Journal {
  /// How many changes can be taken back.
  private static let longest = 1000

  /// Keeps what takes a change back. What was taken back before it cannot be made again any more: it stood on something else.
  static func add(_ undo: Change, at date: Moment, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO journal(date, undo) VALUES (?, ?)").execute(
      arguments: [date.seconds, try JournalEntry.encode(undo)])
    try database.cachedStatement(
      sql: "DELETE FROM journal WHERE number < max(1, (SELECT max(number) FROM journal) - ?)"
    ).execute(arguments: [longest - 1])
  }

  /// Lets go of all that could be made again.
  static func forgetTakenBack(in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM journal WHERE number < 0").execute()
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

  /// Which way to go from here: back from what was done, or forward to what was taken back.
  enum Direction {
    case back, forward
  }

  /// Takes the last change back that still can be, or makes the one again that was taken back last: one whose story has left
  /// is passed over. One that was made, or taken back, before `since` is only told.
  static func go(_ direction: Direction, at date: Moment, since: Moment?, in database: Database) throws -> Undone {
    var undone = Undone()
    try database.inSavepoint {
      let last = try takeLast(direction, at: date, in: database)
      undone = last.undone
      guard let since, last.date < since, !undone.changes.isEmpty else { return .commit }
      undone.heldBack = last.date
      return .rollback
    }
    return undone
  }

  private static func takeLast(
    _ direction: Direction, at date: Moment, in database: Database
  ) throws -> (undone: Undone, date: Moment) {
    while let last = try last(direction, in: database) {
      try database.cachedStatement(sql: "DELETE FROM journal WHERE number = ?").execute(arguments: [last.number])
      guard let change = last.change, let taken = try take(change, at: date, in: database) else { continue }
      var undone = taken.undone
      undone.headline = try headline(of: change, in: database)
      undone.isReversible = taken.inverse != nil
      if let inverse = taken.inverse {
        try keep(inverse, as: -last.number, at: date, in: database)
      } else {
        // What came after it stood on it.
        try forgetTakenBack(in: database)
      }
      return (undone, last.date)
    }
    return (Undone(), date)
  }

  private static func keep(_ change: Change, as number: Int64, at date: Moment, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO journal(number, date, undo) VALUES (?, ?, ?)").execute(
      arguments: [number, date.seconds, try JournalEntry.encode(change)])
  }

  /// What came of it, and what leads the other way, if anything does; nil where nothing is different then.
  private static func take(
    _ change: Change, at date: Moment, in database: Database
  ) throws -> (undone: Undone, inverse: Change?)? {
    switch change {
    case .withdraw(let addition):
      guard let withdrawn = try Withdrawal.run(addition, at: date, in: database) else { return nil }
      // Versions are gone then, and come with the same text again.
      let inverse = withdrawn.versions == 0 ? Change.readmit(addition: addition) : nil
      return (Undone(changes: [change], withdrawn: withdrawn), inverse)
    case .readmit(let addition):
      guard let readmitted = try Withdrawal.takeBack(addition, in: database) else { return nil }
      return (Undone(changes: [change], readmitted: readmitted), .withdraw(addition: addition))
    default:
      return try Changing.apply(change, at: date, in: database).map { (Undone(changes: change.parts), $0) }
    }
  }

  private static func headline(of undo: Change, in database: Database) throws -> String? {
    if case .follow(let key, _) = undo { return try Subscriptions.one(key: key, in: database)?.name }
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

  private static func last(
    _ direction: Direction, in database: Database
  ) throws -> (number: Int64, change: Change?, date: Moment)? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number, undo, date FROM journal WHERE number \(direction == .back ? ">" : "<") 0
        ORDER BY number DESC LIMIT 1
        """)
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
    case .marks, .note, .keep, .forget, .edit, .withdraw, .readmit, .follow: self
    }
  }
}
