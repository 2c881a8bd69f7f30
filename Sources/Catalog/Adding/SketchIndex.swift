import Briefing
import GRDB
import Synchronization

/// Finds stories that may say mostly the same as one that arrives, by what their sketches share.
///
/// It follows the log of texts. What an `add` brings is held in memory and written to the table `sketch` many stories at a
/// time, in the order of the hashes: written as it comes, each story would touch pages all over the table. What a kill, or
/// another program that is adding, has not written yet is worked out again from the texts. All of it are hints: a story that
/// one leads to is compared before anything comes of it.
final class SketchIndex: Sendable {
  fileprivate struct State {
    /// The last content whose stories are in the table or in memory; nil before anything was looked at.
    var reached: Int64?
    var held = HeldSketches()
  }

  private let state = Mutex(State())

  /// How many stories are held in memory at most: a few megabytes.
  private static let mostHeld = 1 << 14
  /// How many of the newest stories are looked at for each hash; of a hash that more have, the others only cost time.
  private static let newest = 4

  /// Takes in what others added since. To be called within the transaction that adds.
  func begin(in database: Database) throws {
    try state.withLock { state in
      let written = try Int64.fetchOne(database.cachedStatement(sql: "SELECT sketchedTo FROM total")) ?? 0
      let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text")) ?? 0
      // Another log than the one that was followed: what is held leads nowhere.
      if let reached = state.reached, reached > last { state = State() }
      var reached = max(state.reached ?? 0, min(written, last))
      while reached < last, let (bundle, stories) = try Self.stories(after: reached, in: database) {
        for (number, sketch) in stories { state.held.add(sketch, of: number) }
        reached = bundle
      }
      state.reached = reached
    }
  }

  func add(_ sketch: Sketch, of number: Int64) {
    state.withLock { $0.held.add(sketch, of: number) }
  }

  /// Says that everything up to the last content is known, and writes it where enough is held, or it is the end.
  func finish(isEnd: Bool, in database: Database) throws {
    try state.withLock { state in
      state.reached = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text")) ?? 0
      guard state.held.stories >= (isEnd ? 1 : Self.mostHeld) else { return }
      try Self.write(state.held, in: database)
      try database.cachedStatement(sql: "UPDATE total SET sketchedTo = max(sketchedTo, ?)").execute(
        arguments: [state.reached])
      state.held = HeldSketches()
    }
  }

  /// Forgets what is held, where it is not certain that it is kept.
  func reset() {
    state.withLock { $0 = State() }
  }

  /// The stories that share the most with a sketch, those with the most first.
  func candidates(for sketch: Sketch, in database: Database) throws -> [Int64] {
    let found = try stories(with: sketch, in: database)
    // Mostly nobody said any of it before.
    if found.isEmpty { return [] }
    var counts: [Int64: Int] = [:]
    var rare: [Int64: Int] = [:]
    for numbers in found.values {
      for number in numbers { counts[number, default: 0] += 1 }
      if numbers.count < Self.newest { for number in numbers { rare[number, default: 0] += 1 } }
    }
    // What many stories have says little.
    let telling = counts.filter { number, count in
      count >= min(sketch.hashes.count, 4) || (rare[number] ?? 0) >= min(sketch.hashes.count, 2)
    }
    return telling.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(2).map(\.key)
  }

  /// The newest stories that have each of the hashes.
  private func stories(with sketch: Sketch, in database: Database) throws -> [UInt32: Set<Int64>] {
    guard let first = sketch.hashes.first else { return [:] }
    var found: [UInt32: Set<Int64>] = [:]
    state.withLock { state in
      for hash in sketch.hashes {
        let held = state.held.newest(with: hash, Self.newest)
        if !held.isEmpty { found[hash] = Set(held) }
      }
    }
    try BoundStatement(Self.newestSQL, in: database).forEachRow { values in
      for hash in sketch.hashes { values.add(Int64(hash)) }
      for _ in sketch.hashes.count..<Sketch.size { values.add(Int64(first)) }
    } _: { row in
      found[UInt32(truncatingIfNeeded: try row.integer(0)), default: []].insert(try row.integer(1))
    }
    return found
  }

  private static let newestSQL = (1...Sketch.size).map {
    "SELECT * FROM (SELECT hash, story FROM sketch WHERE hash = ?\($0) ORDER BY story DESC LIMIT \(newest))"
  }.joined(separator: " UNION ALL ")

  private static func write(_ held: HeldSketches, in database: Database) throws {
    let insert = try BoundStatement("INSERT OR IGNORE INTO sketch(hash, story) VALUES (?, ?)", in: database)
    for (hash, story) in held.sorted {
      try insert.run { values in
        values.add(Int64(hash))
        values.add(story)
      }
    }
  }

  /// The stories of the content that comes next, as they were when it was written.
  private static func stories(
    after bundle: Int64, in database: Database
  ) throws -> (bundle: Int64, stories: [(number: Int64, sketch: Sketch)])? {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM text WHERE number > ? ORDER BY number LIMIT 1")
    guard let next = try Int64.fetchOne(statement, arguments: [bundle]) else { return nil }
    return (next, try stories(of: next, in: database))
  }

  private static func stories(of bundle: Int64, in database: Database) throws -> [(number: Int64, sketch: Sketch)] {
    guard let content = try StoryTable.bundle(bundle, in: database) else { return [] }
    return (0..<content.count).compactMap { index in
      guard let stored = content[index], let reading = ReadingDecoder.decode(stored.reading, original: stored.original)
      else { return nil }
      return (stored.number, Sketch(of: reading.story))
    }
  }
}

extension SketchIndex {
  /// Works out the sketches of some of the stories that were there before there were any, the newest first.
  ///
  /// - Returns: the sketches, and the first content that they are of; nil where none are missing.
  static func older(in database: Database) throws -> (from: Int64, held: HeldSketches)? {
    let first = try Int64.fetchOne(database.cachedStatement(sql: "SELECT sketchedFrom FROM total")) ?? 1
    guard first > 1 else { return nil }
    var (from, held) = (first, HeldSketches())
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM text WHERE number < ? ORDER BY number DESC LIMIT 1")
    while held.stories < mostOlder {
      guard let bundle = try Int64.fetchOne(statement, arguments: [from]) else { return (1, held) }
      for (number, sketch) in try stories(of: bundle, in: database) { held.add(sketch, of: number) }
      from = bundle
    }
    return (from, held)
  }

  static func writeOlder(_ older: (from: Int64, held: HeldSketches), in database: Database) throws {
    try write(older.held, in: database)
    try database.cachedStatement(sql: "UPDATE total SET sketchedFrom = min(sketchedFrom, ?)").execute(
      arguments: [older.from])
  }

  /// How many stories at a time: some tenths of a second of work, of which a small part keeps others from writing.
  private static let mostOlder = 4096
}
