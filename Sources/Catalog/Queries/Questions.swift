import Briefing
import GRDB

/// What stories ask, grouped by meaning, the question asked last first; headings that close a story come last, as they ask
/// nothing.
struct Questions {
  /// How far a walk through them has come, and what it need not read or ask again.
  struct Progress {
    /// The story that asked the last one, and in which section.
    fileprivate var number = Int64.max
    fileprivate var section = -1
    /// What was met in the story under way and, mostly, in newer ones.
    fileprivate var met: Set<Meaning> = []
    /// The stories read last: the newest are looked at again for one question after the other.
    fileprivate var asking: [Int64: AskingStory] = [:]
    /// The headings that close stories, until all others were given.
    fileprivate var closings: Question?
  }

  private let database: Database
  private let wanted: Query
  private let finder: WordFinder?
  private(set) var progress: Progress
  private static let mostKept = 1000
  private static let mostMet = 10_000

  /// - Parameters:
  ///   - text: words that a question's wording must have; all questions if there are none.
  ///   - progress: where a walk for the same words has come.
  init(matching text: String, from progress: Progress = Progress(), in database: Database) throws {
    self.database = database
    self.progress = progress
    wanted = Query(asking: text)
    finder = wanted.clauses.isEmpty ? nil : try WordFinder(wanted.wanted, in: database)
  }

  /// The next questions, each with at most so many of the newest stories that ask it.
  ///
  /// A question stands where the newest story that asks it stands. Whether a story is the newest one costs some 50 µs.
  mutating func next(_ limit: Int, askings: Int) throws -> [Question] {
    var questions: [Question] = []
    let stories = try self.stories(upTo: progress.number)
    while questions.count < limit, let number = try stories.next() {
      let story = try asking(number)
      if number != progress.number { enter(number) }
      while questions.count < limit, progress.section + 1 < story.headings.count {
        progress.section += 1
        guard let question = try question(story, number, askings: askings) else { continue }
        if story.meanings[progress.section]?.isClosing == true {
          progress.closings = question
        } else {
          questions.append(question)
        }
      }
    }
    if questions.count < limit, let closings = progress.closings.take() { questions.append(closings) }
    return questions
  }

  private mutating func enter(_ number: Int64) {
    (progress.number, progress.section) = (number, -1)
    // What was met in newer stories only saves a look at the index.
    if progress.met.count > Self.mostMet { progress.met = [] }
  }

  /// What the section that the walk has come to asks, if nothing before it did.
  private mutating func question(_ story: AskingStory, _ number: Int64, askings: Int) throws -> Question? {
    guard let meaning = story.meanings[progress.section], isWanted(story.headings[progress.section]),
      progress.met.insert(meaning).inserted,
      try isNewest(number, asking: meaning)
    else { return nil }
    let question = try question(meaning, askings: max(1, askings))
    // That of a story which is not searchable yet has none.
    return question.askings.isEmpty ? nil : question
  }

  /// The stories that may ask, newest first.
  private func stories(upTo start: Int64) throws -> FastDatabaseValueCursor<Int64> {
    // Words have no days.
    guard let words = Filter(wanted, now: Moment(seconds: 0)).words else {
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
      let story = try asking(try row[0])
      for section in story.sections[meaning, default: []].prefix(limit - askings.count) {
        askings.append(
          try Question.Asking(
            story: StoryID(row[1]), headline: row[2], date: Moment(seconds: row[3]), section: section,
            wording: LineText.of(story.headings[section])))
      }
    }
    // Numbers are nearly in the order of dates; `sort` keeps equal ones as they are.
    askings.sort { $0.date > $1.date }
    let total = askings.count < limit ? askings.count : try total(meaning)
    return Question(wording: askings.first?.wording ?? "", askings: askings, total: total)
  }

  /// What a story asks, read once for as long as it says the same.
  private mutating func asking(_ number: Int64) throws -> AskingStory {
    let place = try StoryTable.place(of: number, in: database)
    if let story = progress.asking[number], story.place == place { return story }
    if progress.asking.count == Self.mostKept { progress.asking = [:] }
    let reading = try place.flatMap { try StoryTable.reading(at: $0, in: database) }
    let story = AskingStory(reading?.story.sections ?? [], at: place)
    progress.asking[number] = story
    return story
  }

  private func total(_ meaning: Meaning) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM words WHERE words MATCH ?"),
      arguments: [Match.asks(meaning)]) ?? 0
  }
}

/// The headings of a story, with what they mean; nil for one that asks nothing.
private struct AskingStory {
  let place: BundlePlace?
  let headings: [String]
  let meanings: [Meaning?]
  let sections: [Meaning: [Int]]

  init(_ sections: [Section], at place: BundlePlace?) {
    self.place = place
    headings = sections.map(\.heading)
    meanings = sections.map { $0.isQuestion ? Meaning(of: $0.heading) : nil }
    var byMeaning: [Meaning: [Int]] = [:]
    for case (let section, let meaning?) in meanings.enumerated() { byMeaning[meaning, default: []].append(section) }
    self.sections = byMeaning
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
