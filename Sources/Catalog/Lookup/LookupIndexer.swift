import Briefing
import Foundation
import GRDB

/// Takes what was added to the catalog since into the lookup, a batch of the log within each transaction.
///
/// For every story number that a batch concerns, the lookup is made to say what the catalog says now. So it does not
/// matter where the work was broken off, nor whether another program did a part of it meanwhile.
struct LookupIndexer {
  private let database: Database
  private let batch: IndexBatch
  private var figures = SourceFigures()

  /// Up to which bundle the lookup has come.
  static func reached(in database: Database) throws -> Int64 {
    try Int64.fetchOne(database.cachedStatement(sql: "SELECT text FROM followed")) ?? 0
  }

  /// Takes a batch in.
  /// - Returns: false if another program took it in before.
  static func index(_ batch: IndexBatch, in database: Database) throws -> Bool {
    // The lookup's lock comes first: what is read after it is what no other follower is changing.
    try database.execute(sql: "UPDATE followed SET text = text")
    guard let end = batch.end, try reached(in: database) == batch.start else { return false }
    var following = LookupIndexer(database: database, batch: batch)
    try following.index(upTo: end)
    return true
  }

  private init(database: Database, batch: IndexBatch) {
    self.database = database
    self.batch = batch
  }

  private mutating func index(upTo end: Int64) throws {
    // The index of words takes stories in the order of their numbers at a small part of the cost of any other.
    for number in batch.numbers.sorted() { try refresh(number) }
    try figures.write(to: database)
    let print = try Self.print(of: end, in: database)
    try database.cachedStatement(sql: "UPDATE followed SET text = ?, print = ?").execute(arguments: [end, print])
  }

  private mutating func refresh(_ number: Int64) throws {
    let found = try found(number)
    let shown = try shown(number)
    guard found != shown?.text else { return }
    if let found, let story = try story(number, found) { try remove(story) }
    if let shown, var story = try story(number, shown.text) {
      story.date = shown.date
      try insert(story, as: shown.text)
    }
  }

  /// What the lookup has of a story, or should have.
  private struct Text: Equatable {
    var place: BundlePlace
    /// The user's own.
    var headline: String?
    var isKept = false
  }

  private func found(_ number: Int64) throws -> Text? {
    let statement = try database.cachedStatement(sql: "SELECT text, piece, headline, isKept FROM found WHERE story = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map {
      try Text(place: BundlePlace(bundle: $0[0], index: $0[1]), headline: $0[2], isKept: $0[3])
    }
  }

  private func shown(_ number: Int64) throws -> (text: Text, date: Moment)? {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece, editedHeadline, isRemoved, date FROM story WHERE number = ? AND +isRemoved IN (0, 3)")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map { row in
      let text = try Text(
        place: BundlePlace(bundle: row[0], index: row[1]), headline: row[2],
        isKept: row[3] == Visibility.kept.rawValue)
      return try (text, Moment(seconds: row[4]))
    }
  }

  private func story(_ number: Int64, _ text: Text) throws -> IndexedStory? {
    let story = try written(number, text)
    return text.isKept ? story?.ofKept : story
  }

  private func written(_ number: Int64, _ text: Text) throws -> IndexedStory? {
    if text.headline == nil, let story = batch.story(number, at: text.place) { return story }
    guard var stored = try StoryTable.stored(at: text.place, in: database) else { return nil }
    stored.number = number
    return IndexedStory(stored, at: text.place, headline: text.headline)
  }

  private mutating func insert(_ story: IndexedStory, as text: Text) throws {
    let words = try BoundStatement(
      "INSERT INTO words(rowid, headings, body, keys, byline, page) VALUES (?, ?, ?, ?, ?, ?)", in: database)
    try words.run { values in
      values.add(story.number)
      values.add(story.words.headings)
      values.add(story.words.body)
      values.add(story.words.keys)
      values.add(story.words.publisher)
      values.add(story.words.page)
    }
    let found = try BoundStatement(
      "INSERT INTO found(story, text, piece, headline, isKept) VALUES (?, ?, ?, ?, ?)", in: database)
    try found.run { values in
      values.add(story.number)
      values.add(story.place.bundle)
      values.add(story.place.index)
      values.add(text.headline)
      values.add(text.isKept)
    }
    figures.add(story)
  }

  private mutating func remove(_ story: IndexedStory) throws {
    try database.cachedStatement(
      sql: "INSERT INTO words(words, rowid, headings, body, keys, byline, page) VALUES ('delete', ?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [
        story.number, story.words.headings, story.words.body, story.words.keys, story.words.publisher,
        story.words.page,
      ])
    try database.cachedStatement(sql: "DELETE FROM found WHERE story = ?").execute(arguments: [story.number])
    figures.subtract(story)
  }
}

extension LookupIndexer {
  /// Whether the catalog still has what the lookup came to. A power failure may take bundles back that were not synced, and
  /// a user may put an older copy of the catalog in its place: what is added after that bears the same numbers.
  ///
  /// The lookup is read first, so that what another program adds and follows meanwhile does no harm.
  static func isOfThisCatalog(in database: Database) throws -> Bool {
    guard let row = try GRDB.Row.fetchOne(database, sql: "SELECT text, print FROM followed") else { return false }
    return try row[0] as Int64 == 0 || print(of: row[0], in: database) == row[1] as Int64
  }

  /// A number that two bundles hardly have in common; -1 if there is no such bundle. Of a large one, which holds one story,
  /// only the length is looked at.
  private static func print(of bundle: Int64, in database: Database) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "SELECT length(pieces), CASE WHEN length(pieces) <= 65536 THEN pieces END FROM text WHERE number = ?")
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [bundle]) else { return -1 }
    var print = Fingerprint()
    print.add(try row[0] as Int)
    if let content: Data = try row[1] { print.add(String(decoding: content, as: UTF8.self)) }
    return Int64(bitPattern: print.value)
  }

  /// How many stories were not taken in yet. Costs nothing where there are none, else a count of those that were.
  static func lag(in database: Database) throws -> Int {
    let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text")) ?? 0
    guard try reached(in: database) < last else { return 0 }
    let found =
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM found WHERE story NOT IN (SELECT story FROM kept)")) ?? 0
    return max(1, try Figures.stories(in: database) - found)
  }
}
