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
    let place = try StoryTable.place(ofShown: number, in: database)
    guard found != place else { return }
    if let found, let story = try story(number, at: found) { try remove(story) }
    if let place, let story = try story(number, at: place) { try insert(story) }
  }

  private func found(_ number: Int64) throws -> BundlePlace? {
    let statement = try database.cachedStatement(sql: "SELECT text, piece FROM found WHERE story = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map { try BundlePlace(bundle: $0[0], index: $0[1]) }
  }

  private func story(_ number: Int64, at place: BundlePlace) throws -> IndexedStory? {
    if let story = batch.story(number, at: place) { return story }
    guard var stored = try StoryTable.stored(at: place, in: database) else { return nil }
    stored.number = number
    return IndexedStory(stored, at: place)
  }

  private mutating func insert(_ story: IndexedStory) throws {
    try database.cachedStatement(sql: "INSERT INTO words(rowid, headings, body, keys) VALUES (?, ?, ?, ?)").execute(
      arguments: [story.number, story.words.headings, story.words.body, story.words.keys])
    try database.cachedStatement(sql: "INSERT INTO found(story, text, piece) VALUES (?, ?, ?)").execute(
      arguments: [story.number, story.place.bundle, story.place.index])
    figures.add(story)
  }

  private mutating func remove(_ story: IndexedStory) throws {
    try database.cachedStatement(
      sql: "INSERT INTO words(words, rowid, headings, body, keys) VALUES ('delete', ?, ?, ?, ?)"
    ).execute(arguments: [story.number, story.words.headings, story.words.body, story.words.keys])
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
    let found = try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM found")) ?? 0
    return max(1, try Figures.stories(in: database) - found)
  }
}
