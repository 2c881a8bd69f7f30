import Briefing
import Foundation
import GRDB

/// Stories as they lie in the tables.
enum StoryTable {
  /// Nil if there is no such story, or its bytes make no sense.
  static func reading(_ number: Int64, in database: Database) throws -> Reading? {
    try place(of: number, in: database).flatMap { try reading(at: $0, in: database) }
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
    let statement = try database.cachedStatement(sql: "SELECT text, piece FROM story WHERE number = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map { try BundlePlace(bundle: $0[0], index: $0[1]) }
  }

  /// Nil also of a story that is out of sight.
  static func place(ofShown number: Int64, in database: Database) throws -> BundlePlace? {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece FROM story WHERE number = ? AND +isRemoved = 0")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map { try BundlePlace(bundle: $0[0], index: $0[1]) }
  }

  static func number(of id: StoryID, in database: Database) throws -> Int64? {
    try Int64.fetchOne(database.cachedStatement(sql: "SELECT number FROM story WHERE id = ?"), arguments: [id.text])
  }

  /// Which of these ids stories have.
  static func ids(among ids: [StoryID], in database: Database) throws -> Set<String> {
    let list = String(decoding: try JSONEncoder().encode(ids.map(\.text)), as: UTF8.self)
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE id IN (SELECT value FROM json_each(?))")
    return try Set(String.fetchAll(statement, arguments: [list]))
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
