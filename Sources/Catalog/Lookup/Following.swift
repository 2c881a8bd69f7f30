import Briefing
import Foundation
import GRDB

/// Takes what was added to the catalog since into the lookup, some bundles at a time, within one transaction each.
///
/// For every story number that a bundle concerns, the lookup is made to say what the catalog says now. So it does not
/// matter where the work was broken off, nor whether another program did a part of it meanwhile.
struct Following {
  let database: Database
  private var pieces: [Log.Place: Bundle.Piece] = [:]
  private var figures = SourceFigures()

  /// About how many bytes of bundles are taken in at once: enough that the index of words is written in large pieces.
  static let portion = (onDisk: 12 << 20, inMemory: 256 << 10)

  /// Takes in the next bundles.
  /// - Returns: how many stories they concern; nil if there are no more.
  static func advance(upTo bytes: Int, in database: Database) throws -> Int? {
    // The lookup's lock comes first: what is read after it is what no other follower is changing.
    try database.execute(sql: "UPDATE followed SET text = text")
    var following = Following(database: database)
    return try following.advance(upTo: bytes)
  }

  private init(database: Database) {
    self.database = database
  }

  private mutating func advance(upTo limit: Int) throws -> Int? {
    let from = try Int64.fetchOne(database.cachedStatement(sql: "SELECT text FROM followed")) ?? 0
    let statement = try database.cachedStatement(
      sql: "SELECT number, length(pieces) FROM text WHERE number > ? ORDER BY number")
    var numbers: Set<Int64> = []
    var last: Int64?
    var bytes = 0
    let bundles = try GRDB.Row.fetchCursor(statement, arguments: [from])
    while bytes < limit, let bundle = try bundles.next() {
      let text: Int64 = bundle[0]
      numbers.formUnion(try take(text))
      last = text
      bytes += bundle[1]
    }
    guard let last else { return nil }
    // The index of words takes stories in the order of their numbers at a small part of the cost of any other.
    for number in numbers.sorted() { try refresh(number) }
    try figures.write(to: database)
    try database.cachedStatement(sql: "UPDATE followed SET text = ?").execute(arguments: [last])
    return numbers.count
  }

  /// Keeps the pieces of a bundle at hand, and gives the numbers that its stories have, or had.
  private mutating func take(_ text: Int64) throws -> [Int64] {
    var numbers = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT story FROM replaced WHERE text = ?"), arguments: [text])
    guard let bundle = try Stored.bundle(text, in: database) else { return numbers }
    for index in 0..<bundle.count {
      guard let piece = bundle[index] else { continue }
      pieces[Log.Place(text: text, piece: index)] = piece
      numbers.append(piece.number)
    }
    return numbers
  }

  private mutating func refresh(_ number: Int64) throws {
    let found = try found(number)
    let place = try Stored.place(of: number, in: database)
    guard found != place else { return }
    if let found, let story = try indexed(number, at: found) { try remove(story) }
    if let place, let story = try indexed(number, at: place) { try insert(story) }
  }

  private func found(_ number: Int64) throws -> Log.Place? {
    let statement = try database.cachedStatement(sql: "SELECT text, piece FROM found WHERE story = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map { Log.Place(text: $0[0], piece: $0[1]) }
  }

  private func indexed(_ number: Int64, at place: Log.Place) throws -> IndexedStory? {
    guard let piece = try pieces[place] ?? Stored.piece(at: place, in: database),
      let reading = ReadingDecoder.decode(piece.reading, original: piece.original)
    else { return nil }
    return IndexedStory(reading.story, number: number, place: place, date: Moment(seconds: piece.date))
  }

  private mutating func insert(_ story: IndexedStory) throws {
    try database.cachedStatement(sql: "INSERT INTO words(rowid, headings, body, keys) VALUES (?, ?, ?, ?)").execute(
      arguments: [story.number, story.words.headings, story.words.body, story.words.keys])
    try database.cachedStatement(sql: "INSERT INTO found(story, text, piece) VALUES (?, ?, ?)").execute(
      arguments: [story.number, story.place.text, story.place.piece])
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

extension Following {
  /// How many stories lie in bundles that were not taken in yet.
  static func lag(in database: Database) throws -> Int {
    let statement = try database.cachedStatement(
      sql: "SELECT pieces FROM text WHERE number > (SELECT text FROM followed) ORDER BY number")
    return try Data.fetchCursor(statement).reduce(0) { $0 + (Bundle(Array($1))?.count ?? 0) }
  }
}
