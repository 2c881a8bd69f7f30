import Foundation
import GRDB

/// Some bundles of the log, made ready for the lookup: this is half of the work, and needs no lock.
struct IndexBatch: Sendable {
  /// The bundle before its first one.
  let start: Int64
  /// Its last bundle; nil if there are none after `start`.
  private(set) var end: Int64?
  /// The numbers that its stories have, or had before.
  private(set) var numbers: Set<Int64> = []
  private var stories: [BundlePlace: IndexedStory] = [:]
  private var bytes = 0

  /// About how many bytes of bundles make a batch: enough that the index of words is written in large pieces.
  static let sizes = (onDisk: 8 << 20, inMemory: 256 << 10)

  init(after start: Int64) {
    self.start = start
  }

  func isFull(_ size: Int) -> Bool { bytes >= size }

  func story(_ number: Int64, at place: BundlePlace) -> IndexedStory? {
    stories[place].flatMap { $0.number == number ? $0 : nil }
  }

  /// A bundle as it lies in the log.
  struct Part: Sendable {
    fileprivate var number: Int64
    fileprivate var content: Data
    /// The numbers that its stories had before.
    fileprivate var replaced: [Int64]
  }

  /// The bundle that comes next; nil if there is none.
  func next(in database: Database) throws -> Part? {
    let statement = try database.cachedStatement(
      sql: "SELECT number, pieces FROM text WHERE number > ? ORDER BY number LIMIT 1")
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [end ?? start]) else { return nil }
    let replaced = try database.cachedStatement(sql: "SELECT story FROM replaced WHERE text = ?")
    return try Part(number: row[0], content: row[1], replaced: Int64.fetchAll(replaced, arguments: [row[0] as Int64]))
  }

  mutating func append(_ part: Part) {
    end = part.number
    bytes += part.content.count
    numbers.formUnion(part.replaced)
    if let bundle = Bundle(Array(part.content)) { append(bundle, part.number) }
  }

  private mutating func append(_ bundle: Bundle, _ number: Int64) {
    for index in 0..<bundle.count {
      guard let stored = bundle[index] else { continue }
      numbers.insert(stored.number)
      let place = BundlePlace(bundle: number, index: index)
      stories[place] = IndexedStory(stored, at: place)
    }
  }
}
