import Briefing
import GRDB

/// What the user wrote, story by story.
///
/// A query finds the notes on the stories that it finds, and where it is of words alone, those that have the words
/// themselves: the index of words knows nothing of notes.
struct NoteListing {
  private let query: Query
  private let filter: Filter

  /// - Parameter now: the day from which the query counts days back.
  init(_ query: Query, now: Moment) {
    self.query = query
    filter = Filter(query, now: now)
  }

  /// Whether its stories are found through the lookup.
  var needsLookup: Bool { filter.needsLookup }

  /// The newest story first, each in the order of its sections. A note whose section is not there is left out.
  func notes(in database: Database) throws -> [PlacedNote] {
    if try filter.isUnanswered(in: database) { return [] }
    let found = try Set(numbers(filter.whole.conditions, filter.whole.arguments, in: database))
    guard let finder = try finder(in: database) else {
      return try numbers(in: database).filter(found.contains).flatMap { try notes(on: $0, in: database) { _ in true } }
    }
    return try numbers(in: database).flatMap { number in
      try notes(on: number, in: database) { found.contains(number) || hasAllWords($0, finder) }
    }
  }

  /// The stories that have notes and are in sight, or are out of it where those are sought.
  private func numbers(in database: Database) throws -> [Int64] {
    try numbers(["isRemoved = \(filter.visibility.rawValue)"], in: database)
  }

  private func numbers(
    _ conditions: [String], _ arguments: StatementArguments = [], in database: Database
  ) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number FROM story WHERE number IN (SELECT story FROM note) AND \(conditions.joined(separator: " AND "))
        ORDER BY date DESC, number DESC
        """)
    return try Int64.fetchAll(statement, arguments: arguments)
  }

  /// Nil where the query is not of words alone.
  private func finder(in database: Database) throws -> WordFinder? {
    let isOfWords = query.clauses.allSatisfy { clause in
      clause.count == 1 && clause.allSatisfy { if case .words = $0.condition { !$0.isNegated } else { false } }
    }
    return isOfWords && !query.clauses.isEmpty ? try WordFinder(query.wanted, in: database) : nil
  }

  private func hasAllWords(_ note: Note, _ finder: WordFinder) -> Bool {
    Set(finder.matches(in: note.text, isQuestion: false).map(\.term)).count == query.clauses.count
  }

  private func notes(
    on number: Int64, in database: Database, _ isWanted: (Note) -> Bool
  ) throws -> [PlacedNote] {
    let notes = try Notes.all(on: number, in: database).filter(isWanted)
    guard !notes.isEmpty, let row = try StoryQueries.row(number, in: database) else { return [] }
    let place = try StoryTable.place(of: number, in: database)
    let sections = try place.flatMap { try StoryTable.reading(at: $0, in: database) }?.story.sections ?? []
    return notes.compactMap { note in
      if let section = note.section, !sections.indices.contains(section) { return nil }
      return PlacedNote(
        story: row.id, headline: row.headline, date: row.date,
        heading: note.section.map { LineText.of(sections[$0].heading) }, note: note)
    }
  }
}
