import Briefing
import Foundation
import GRDB

/// Stories as they lie in the tables.
enum Stored {
  /// Nil if there is no such story, or its bytes make no sense.
  static func reading(_ number: Int64, in database: Database) throws -> Reading? {
    let statement = try database.cachedStatement(sql: "SELECT original, reading FROM text WHERE story = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).flatMap { row in
      let original: Data = row[0]
      let reading: Data = row[1]
      return ReadingDecoder.decode(Array(reading), original: Array(original))
    }
  }

  static func original(_ number: Int64, in database: Database) throws -> [UInt8]? {
    let statement = try database.cachedStatement(sql: "SELECT original FROM text WHERE story = ?")
    return try Data.fetchOne(statement, arguments: [number]).map(Array.init)
  }

  static func number(of id: StoryID, in database: Database) throws -> Int64? {
    try Int64.fetchOne(database.cachedStatement(sql: "SELECT number FROM story WHERE id = ?"), arguments: [id.text])
  }

  /// The whole id of the one story whose id is, or begins with, what was typed.
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
