import Briefing
import Foundation
import GRDB

/// The end of the log of texts, to which stories are added bundle by bundle.
struct Log {
  /// Where a text lies: a bundle, and a piece of it.
  struct Place: Hashable, Sendable {
    var text: Int64
    var piece: Int
  }

  private let database: Database
  /// The bundle that is being filled.
  private var text: Int64
  private var pieces: [Bundle.Piece] = []
  private var size = 0

  init(_ database: Database) throws {
    self.database = database
    let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM text")) ?? 0
    // No log gets so far but one that was garbled.
    guard last < .max else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    text = last + 1
  }

  /// Where the story will lie, once the bundle is written.
  mutating func append(_ arrival: Arrival, number: Int64) throws -> Place {
    let reading = arrival.written.reading
    if Bundle.isFull(size) { try flush() }
    let place = Place(text: text, piece: pieces.count)
    pieces.append(
      Bundle.Piece(number: number, date: arrival.date.seconds, original: arrival.original, reading: reading))
    size += arrival.original.count + reading.count + Bundle.entrySize
    return place
  }

  func isHeldBack(_ place: Place) -> Bool {
    place.text == text
  }

  /// Writes what is still held back, so that it can be read.
  mutating func flush() throws {
    guard !pieces.isEmpty else { return }
    try database.cachedStatement(sql: "INSERT INTO text(number, pieces) VALUES (?, ?)").execute(
      arguments: [text, Data(Bundle.encode(pieces))])
    text += 1
    (pieces, size) = ([], 0)
  }
}
