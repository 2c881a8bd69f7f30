import Briefing
import GRDB

/// What stories ask, grouped by meaning, the question asked last first.
struct Questions {
  private let database: Database
  private let wanted: Query
  private let finder: WordFinder?
  /// The headings of stories read so far: the newest stories are looked at again for one question after the other.
  private var headings: [Int64: [String]] = [:]
  private static let mostKept = 1000

  /// - Parameter text: words that a question's wording must have; all questions if there are none.
  init(matching text: String, in database: Database) throws {
    self.database = database
    wanted = Query(asking: text)
    finder = wanted.clauses.isEmpty ? nil : try WordFinder(wanted.wanted, in: database)
  }

  /// The questions that come after one, each with at most so many of the newest stories that ask it.
  ///
  /// A question stands where the newest story that asks it stands. Whether a story is the newest one costs some 50 µs.
  mutating func questions(after: Question?, limit: Int, askings: Int) throws -> [Question] {
    var questions: [Question] = []
    let last = after?.askings.first
    let start = try last.flatMap { try Stored.number(of: $0.story, in: database) } ?? .max
    let stories = try self.stories(upTo: start)
    // Whatever was met before in this walk was met in a newer story.
    var seen: Set<Meaning> = []
    while questions.count < limit, let number = try stories.next() {
      for (section, heading) in try headings(of: number).enumerated() where isWanted(heading) {
        let meaning = Meaning(of: heading)
        guard seen.insert(meaning).inserted, number < start || section > last?.section ?? -1 else { continue }
        guard try isNewest(number, asking: meaning) else { continue }
        questions.append(try question(meaning, askings: askings))
        if questions.count == limit { break }
      }
    }
    return questions
  }

  /// The stories that may ask, newest first.
  private func stories(upTo start: Int64) throws -> FastDatabaseValueCursor<Int64> {
    guard let words = Filter(wanted).words else {
      return try Int64.fetchCursor(
        database.cachedStatement(
          sql: "SELECT number FROM story WHERE number <= ? AND +isRemoved = 0 ORDER BY number DESC"),
        arguments: [start])
    }
    return try Int64.fetchCursor(
      database.cachedStatement(
        sql: "SELECT rowid FROM words WHERE words MATCH ? AND rowid <= ? ORDER BY rowid DESC"),
      arguments: [words, start])
  }

  private func isWanted(_ heading: String) -> Bool {
    guard let finder else { return true }
    return Set(finder.matches(in: heading, isQuestion: true).map(\.term)).count == wanted.clauses.count
  }

  private func isNewest(_ number: Int64, asking meaning: Meaning) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM words WHERE words MATCH ? AND rowid > ? LIMIT 1")
    return try Int.fetchOne(statement, arguments: [Match.asks(meaning), number]) == nil
  }

  /// Each asking costs the reading of a story, some 20 µs, unless that was read before.
  private mutating func question(_ meaning: Meaning, askings limit: Int) throws -> Question {
    let statement = try database.cachedStatement(
      sql: """
        SELECT number, id, headline, date FROM words CROSS JOIN story ON story.number = words.rowid
        WHERE words MATCH ? AND isRemoved = 0 ORDER BY words.rowid DESC
        """)
    var askings: [Question.Asking] = []
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [Match.asks(meaning)])
    while askings.count < limit, let row = try rows.next() {
      for (section, heading) in try headings(of: try row[0]).enumerated()
      where askings.count < limit && Meaning(of: heading) == meaning {
        askings.append(
          try Question.Asking(
            story: StoryID(row[1]), headline: row[2], date: Moment(seconds: row[3]), section: section,
            wording: Line.of(heading)))
      }
    }
    // Numbers are nearly in the order of dates; `sort` keeps equal ones as they are.
    askings.sort { $0.date > $1.date }
    let total = askings.count < limit ? askings.count : try total(meaning)
    return Question(wording: askings.first?.wording ?? "", askings: askings, total: total)
  }

  private mutating func headings(of number: Int64) throws -> [String] {
    if let headings = headings[number] { return headings }
    let sections = try Stored.reading(number, in: database)?.story.sections ?? []
    if headings.count == Self.mostKept { headings = [:] }
    headings[number] = sections.map(\.heading)
    return sections.map(\.heading)
  }

  private func total(_ meaning: Meaning) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM words WHERE words MATCH ?"),
      arguments: [Match.asks(meaning)]) ?? 0
  }
}

extension Query {
  /// Questions that have all these words, the last of which may still be being typed.
  fileprivate init(asking text: String) {
    let typed = Query(text).wanted
    let words = typed.enumerated().map { number, condition in
      switch condition {
      case .words(let words, let isPrefix), .asks(let words, let isPrefix):
        Condition.asks(words, isPrefix: isPrefix || number == typed.count - 1)
      default: condition
      }
    }
    self.init(clauses: words.map { [Term($0)] })
  }
}
