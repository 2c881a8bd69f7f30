import Briefing
import Foundation
import GRDB

/// Writes bundles of stories, one behind the other: what is in one stays as it is.
struct BundleWriter {
  private let database: Database
  /// The bundle that is being filled.
  private var bundle: Int64
  private var stories: [StoredStory] = []
  private var size = 0

  init(_ database: Database) throws {
    self.database = database
    let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text")) ?? 0
    // No log gets so far but one that was garbled.
    guard last < .max else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    bundle = last + 1
  }

  /// Where the story will lie, once the bundle is written.
  mutating func append(_ incoming: IncomingStory, number: Int64) throws -> BundlePlace {
    let reading = incoming.written.reading
    if Bundle.isFull(size) { try flush() }
    let place = BundlePlace(bundle: bundle, index: stories.count)
    stories.append(
      StoredStory(number: number, date: incoming.date.seconds, original: incoming.original, reading: reading))
    size += incoming.original.count + reading.count + Bundle.entrySize
    return place
  }

  /// Has the lookup look again at stories whose text stays as it is: at what it ought to say of them.
  ///
  /// An empty bundle for some thousands of them says so, as it does of numbers that stories had before.
  static func touch(_ numbers: String, _ arguments: StatementArguments = [], in database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO replaced(text, story)
          SELECT (SELECT coalesce(max(number), 0) FROM text) + 1 + (row_number() OVER (ORDER BY number) - 1) / \(mostTouched),
            number
          FROM (\(numbers))
        """, arguments: arguments)
    let touched = database.changesCount
    let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM text") ?? 0
    for step in 0..<Int64((touched + mostTouched - 1) / mostTouched) {
      try database.cachedStatement(sql: "INSERT INTO text(number, pieces) VALUES (?, ?)").execute(
        arguments: [last + 1 + step, Data(Bundle.encode([]))])
    }
  }

  /// The same for stories whose numbers are known, however many.
  static func touch(_ numbers: [Int64], in database: Database) throws {
    let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM text") ?? 0
    let replaced = try BoundStatement("INSERT OR IGNORE INTO replaced(text, story) VALUES (?, ?)", in: database)
    let text = try BoundStatement("INSERT INTO text(number, pieces) VALUES (?, ?)", in: database)
    for (index, number) in numbers.sorted().enumerated() {
      let bundle = last + 1 + Int64(index / mostTouched)
      if index % mostTouched == 0 {
        try text.run { values in
          values.add(bundle)
          values.add(Bundle.encode([]))
        }
      }
      try replaced.run { values in
        values.add(bundle)
        values.add(number)
      }
    }
  }

  private static let mostTouched = 2048

  /// The same for one, from within the log.
  mutating func touch(_ number: Int64) throws {
    try flush()
    try database.cachedStatement(sql: "INSERT INTO text(number, pieces) VALUES (?, ?)").execute(
      arguments: [bundle, Data(Bundle.encode([]))])
    try database.cachedStatement(sql: "INSERT INTO replaced(text, story) VALUES (?, ?)").execute(
      arguments: [bundle, number])
    bundle += 1
  }

  /// What was added just now and is not written yet.
  func unwritten(_ place: BundlePlace) -> StoredStory? {
    place.bundle == bundle && stories.indices.contains(place.index) ? stories[place.index] : nil
  }

  /// Writes what is still held back, so that it can be read.
  mutating func flush() throws {
    guard !stories.isEmpty else { return }
    try BoundStatement("INSERT INTO text(number, pieces) VALUES (?, ?)", in: database).run { values in
      values.add(bundle)
      values.add(Bundle.encode(stories))
    }
    bundle += 1
    (stories, size) = ([], 0)
  }
}
