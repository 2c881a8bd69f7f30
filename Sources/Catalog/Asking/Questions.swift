import Briefing
import GRDB

/// What stories ask, grouped by meaning.
enum Questions {
  /// The meanings whose wording has the words, the one asked last first.
  static func meanings(matching text: String, limit: Int, in database: Database) throws -> [Int64] {
    let wanted = Query(asking: text)
    guard !wanted.clauses.isEmpty else { return try newest(limit, in: database) }
    return try matching(wanted, limit: limit, in: database)
  }

  private static func newest(_ limit: Int, in database: Database) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM meaning ORDER BY newest DESC, number LIMIT ?")
    return try Int64.fetchAll(statement, arguments: [limit])
  }

  /// The index of words knows which stories ask with these words; which of their questions has them is looked up.
  private static func matching(_ query: Query, limit: Int, in database: Database) throws -> [Int64] {
    guard let words = Filter(query).words else { return [] }
    let finder = try WordFinder(query.wanted, in: database)
    var meanings: [Int64] = []
    var seen: Set<Int64> = []
    let statement = try database.cachedStatement(
      sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC")
    let stories = try Int64.fetchCursor(statement, arguments: [words])
    while meanings.count < limit, let number = try stories.next() {
      for section in try Stored.reading(number, in: database)?.story.sections ?? [] {
        let matches = finder.matches(in: section.heading, isQuestion: true)
        guard Set(matches.map(\.term)).count == query.clauses.count else { continue }
        let meaning = Meaning(of: section.heading).number
        if seen.insert(meaning).inserted { meanings.append(meaning) }
      }
    }
    return Array(meanings.prefix(limit))
  }

  /// The newest stories that ask it, newest first. Each costs some µs.
  static func question(_ meaning: Int64, askings limit: Int, in database: Database) throws -> Question {
    let statement = try database.cachedStatement(
      sql: """
        SELECT story.id, story.headline, story.date, asking.section, asking.wording FROM asking
        JOIN story ON story.number = asking.story
        WHERE asking.meaning = ? ORDER BY asking.story DESC, asking.section LIMIT ?
        """)
    var askings = try GRDB.Row.fetchCursor(statement, arguments: [meaning, limit]).mapToArray { row in
      Question.Asking(
        story: StoryID(row[0]), headline: row[1], date: Moment(seconds: row[2]), section: row[3], wording: row[4])
    }
    // Numbers are nearly in the order of dates; `sort` keeps equal ones as they are.
    askings.sort { $0.date > $1.date }
    return Question(
      wording: askings.first?.wording ?? "", askings: askings, total: try total(meaning, in: database))
  }

  private static func total(_ meaning: Int64, in database: Database) throws -> Int? {
    try Int.fetchOne(
      try database.cachedStatement(sql: "SELECT askings FROM meaning WHERE number = ?"), arguments: [meaning])
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
