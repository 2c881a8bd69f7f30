import Briefing
import Foundation
import GRDB

/// Lets stories go for good in two steps, because the lookup takes out of itself what it has of a story by its text: first they
/// are out of sight, and once the lookup has followed, their rows and texts go. A kill in between leaves rows that the next
/// time ends.
enum Forgetting {
  /// How many stories go in one transaction: some milliseconds.
  static let most = 64

  /// The first step.
  static func begin(_ numbers: [Int64], at date: Moment, in database: Database) throws {
    let statement = try BoundStatement(
      "UPDATE story SET isRemoved = ?, removedAt = ? WHERE number = ? RETURNING isUnread, isStarred", in: database)
    for number in numbers {
      guard let row = try StoryRow.row(number, in: database) else { continue }
      try statement.run { values in
        values.add(Visibility.expired.rawValue)
        values.add(date.seconds)
        values.add(number)
      }
      guard row.visibility == .shown else { continue }
      try Removal.count(
        stories: 1, unread: row.isUnread ? 1 : 0, starred: row.isStarred ? 1 : 0, isAdded: false, in: database)
    }
    try BundleWriter.touch(numbers, in: database)
  }

  /// Those with which the second step is yet to be taken.
  static func begun(in database: Database) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT number FROM story WHERE isRemoved = \(Visibility.expired.rawValue) ORDER BY date, number LIMIT ?")
    return try Int64.fetchAll(statement, arguments: [most])
  }

  /// The second step.
  static func end(_ numbers: [Int64], in database: Database) throws {
    var places: [Int64: Set<Int>] = [:]
    for number in numbers {
      for place in try Versions(number, in: database).places { places[place.bundle, default: []].insert(place.index) }
      try forgetSketch(of: number, in: database)
      for table in tables {
        try database.cachedStatement(sql: "DELETE FROM \(table) WHERE story = ?").execute(arguments: [number])
      }
      // That the server has it stays known, or it would come again.
      try database.cachedStatement(sql: "UPDATE item SET story = NULL WHERE story = ?").execute(arguments: [number])
      try database.cachedStatement(sql: "DELETE FROM story WHERE number = ?").execute(arguments: [number])
    }
    for (bundle, indexes) in places { try empty(indexes, of: bundle, in: database) }
  }

  /// The tables that say something of a story by its number.
  static let tables = ["tagging", "note", "bookmark", "version", "placement", "kept", "alias"]

  private static func forgetSketch(of number: Int64, in database: Database) throws {
    guard let story = try StoryTable.reading(number, in: database)?.story else { return }
    let statement = try database.cachedStatement(sql: "DELETE FROM sketch WHERE hash = ? AND story = ?")
    for hash in Sketch(of: story).hashes { try statement.execute(arguments: [Int64(hash), number]) }
  }

  /// Empties some places of a bundle. One in which nothing is left goes, but for the last: by it the lookup knows its catalog.
  private static func empty(_ indexes: Set<Int>, of number: Int64, in database: Database) throws {
    guard let bundle = try StoryTable.bundle(number, in: database) else { return }
    let stories = (0..<bundle.count).compactMap { index -> StoredStory? in
      guard let stored = bundle[index], indexes.contains(index) else { return bundle[index] }
      return StoredStory(number: stored.number, date: stored.date, original: [], reading: [])
    }
    // A garbled bundle stays as it is.
    guard stories.count == bundle.count else { return }
    let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text"))
    if number != last, stories.allSatisfy({ $0.original.isEmpty && $0.reading.isEmpty }) {
      try database.cachedStatement(sql: "DELETE FROM text WHERE number = ?").execute(arguments: [number])
      try database.cachedStatement(sql: "DELETE FROM replaced WHERE text = ?").execute(arguments: [number])
    } else {
      try database.cachedStatement(sql: "UPDATE text SET pieces = ? WHERE number = ?").execute(
        arguments: [Data(Bundle.encode(stories)), number])
    }
  }
}

extension Catalog {
  /// Lets stories go for good, some at a time, so that others have their turn in between.
  /// - Parameters:
  ///   - next: which ones, at most so many; none at the end.
  ///   - prepare: what is written with them.
  /// - Returns: how many.
  func forget(
    at date: Moment, goesOn: () -> Bool,
    next: (Int, Database) throws -> [Int64], prepare: (Int64, Database) throws -> Void = { _, _ in }
  ) throws(CatalogError) -> Int {
    var count = 0
    while goesOn() {
      let part = try storage.writeWithoutSync { database in
        let numbers = try next(Forgetting.most, database)
        for number in numbers { try prepare(number, database) }
        if !numbers.isEmpty { try Forgetting.begin(numbers, at: date, in: database) }
        return numbers.count
      }
      guard part > 0 else { break }
      count += part
    }
    try finishForgetting(goesOn: goesOn)
    return count
  }

  /// Ends what a kill may have left begun, too.
  private func finishForgetting(goesOn: () -> Bool) throws(CatalogError) {
    guard goesOn(), try !storage.read({ try Forgetting.begun(in: $0) }).isEmpty else { return }
    try catchUp()
    while goesOn() {
      let isOver = try storage.writeWithoutSync { database in
        let numbers = try Forgetting.begun(in: database)
        try Forgetting.end(numbers, in: database)
        return numbers.isEmpty
      }
      if isOver { return }
    }
  }
}
