import Briefing
import Foundation
import GRDB

/// Stories as they lie in the tables.
enum StoryTable {
  /// Nil if there is no such story, or its bytes make no sense.
  static func reading(_ number: Int64, in database: Database) throws -> Reading? {
    try place(of: number, in: database).flatMap { try reading(at: $0, in: database) }
  }

  /// A story as the user sees it.
  static func story(_ number: Int64, in database: Database) throws -> Story? {
    guard var story = try reading(number, in: database)?.story else { return nil }
    let statement = try database.cachedStatement(sql: "SELECT editedHeadline FROM story WHERE number = ?")
    if let headline = try String.fetchOne(statement, arguments: [number]) { story.headline = headline }
    return story
  }

  static func reading(at place: BundlePlace, in database: Database) throws -> Reading? {
    try stored(at: place, in: database).flatMap { ReadingDecoder.decode($0.reading, original: $0.original) }
  }

  static func stored(at place: BundlePlace, in database: Database) throws -> StoredStory? {
    try bundle(place.bundle, in: database)?[place.index]
  }

  static func bundle(_ number: Int64, in database: Database) throws -> Bundle? {
    let statement = try database.cachedStatement(sql: "SELECT pieces FROM text WHERE number = ?")
    return try Data.fetchOne(statement, arguments: [number]).flatMap { Bundle(Array($0)) }
  }

  static func place(of number: Int64, in database: Database) throws -> BundlePlace? {
    try place("SELECT text, piece FROM story WHERE number = ?", number, in: database)
  }

  /// Nil also of a story that is out of sight.
  static func place(ofShown number: Int64, in database: Database) throws -> BundlePlace? {
    try place("SELECT text, piece FROM story WHERE number = ? AND +isRemoved = 0", number, in: database)
  }

  /// What a table says of a story's place, in its bundle and the number in that.
  static func place(_ sql: String, _ number: Int64, in database: Database) throws -> BundlePlace? {
    var place: BundlePlace?
    try BoundStatement(sql, in: database).forEachRow {
      $0.add(number)
    } _: { row in
      place = BundlePlace(bundle: try row.integer(0), index: Int(try row.integer(1)))
    }
    return place
  }

  static func number(of id: StoryID, in database: Database) throws -> Int64? {
    try Int64.fetchOne(database.cachedStatement(sql: "SELECT number FROM story WHERE id = ?"), arguments: [id.text])
  }

  /// Ids as a statement goes through them (`json_each`).
  static func list(_ ids: [StoryID]) throws -> String {
    let texts = ids.map(\.text)
    // Those of a garbled catalog may have signs that have to be escaped, at ten times the cost.
    let arePlain = texts.allSatisfy { $0.utf8.allSatisfy { $0 > 0x22 && $0 < 0x7F && $0 != 0x5C } }
    guard arePlain, !texts.isEmpty else { return String(decoding: try JSONEncoder().encode(texts), as: UTF8.self) }
    return "[\"" + texts.joined(separator: "\",\"") + "\"]"
  }

  /// The numbers of listed ids, for a statement that goes through very many: rows are met in the order in which they lie, which
  /// takes half the time of any other.
  static func listed(_ parameter: String) -> String {
    "SELECT number FROM story WHERE id IN (SELECT value FROM json_each(\(parameter)))"
  }

  /// The ids of stories of these numbers.
  static func ids(of numbers: [Int64], in database: Database) throws -> Set<String> {
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE number IN (SELECT value FROM json_each(?))")
    return try Set(String.fetchAll(statement, arguments: [list]))
  }

  /// Which of these ids stories have.
  static func ids(among ids: [StoryID], in database: Database) throws -> Set<String> {
    let list = try list(ids)
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE id IN (SELECT value FROM json_each(?))")
    return try Set(String.fetchAll(statement, arguments: [list]))
  }

  static func ids(beginningWith typed: StoryID, limit: Int, in database: Database) throws -> [StoryID] {
    guard !typed.text.isEmpty else { return [] }
    let typed = typed.text.lowercased()
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE id >= ? AND id < ? || '~' ORDER BY id LIMIT ?")
    return try String.fetchAll(statement, arguments: [typed, typed, limit]).map { StoryID($0) }
  }

  /// The number of the one story whose id is, or begins with, what was typed.
  static func resolve(_ id: StoryID, in database: Database) throws -> Int64? {
    if let number = try number(of: id, in: database) { return number }
    guard !id.text.isEmpty else { return nil }
    let typed = id.text.lowercased()
    let found = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT number FROM story WHERE id >= ? AND id < ? || '~' LIMIT 2"),
      arguments: [typed, typed])
    return found.count == 1 ? found[0] : nil
  }
}
