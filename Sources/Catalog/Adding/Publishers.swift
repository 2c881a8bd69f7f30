import Briefing
import GRDB

/// Reads from the stories that came with an earlier program who publishes them, the newest first.
enum Publishers {
  /// Who publishes some stories.
  struct Part {
    /// The lowest number of those that were looked at; nil where none are left.
    fileprivate var end: Int64?
    fileprivate var publishers: [(number: Int64, place: BundlePlace, name: String)] = []
  }

  /// How many stories are looked at at a time: some hundredths of a second of work, of which a small part keeps others from
  /// writing.
  private static let most = 1024

  static func areMissing(in database: Database) throws -> Bool {
    try Int64.fetchOne(database.cachedStatement(sql: "SELECT publishersBelow FROM total")) != nil
  }

  /// - Returns: nil where none are left.
  static func next(in database: Database) throws -> Part? {
    guard let start = try Int64.fetchOne(database.cachedStatement(sql: "SELECT publishersBelow FROM total")) else {
      return nil
    }
    let statement = try database.cachedStatement(
      sql: "SELECT number, text, piece FROM story WHERE number < ? ORDER BY number DESC LIMIT ?")
    let rows = try GRDB.Row.fetchAll(statement, arguments: [start, most])
    var part = Part()
    var bundle: (number: Int64, content: Bundle?)?
    for row in rows {
      let place = try BundlePlace(bundle: row[1], index: row[2])
      if bundle?.number != place.bundle {
        bundle = (place.bundle, try StoryTable.bundle(place.bundle, in: database))
      }
      if let stored = bundle?.content?[place.index],
        let publisher = ReadingDecoder.decode(stored.reading, original: stored.original)?.story.publisher
      {
        part.publishers.append((try row[0], place, LineText.of(publisher)))
      }
    }
    part.end = rows.count < most ? nil : try rows.last?[0]
    return part
  }

  /// What another program changed meanwhile stays as it is.
  static func write(_ part: Part, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE story SET publisher = ? WHERE number = ? AND text = ? AND piece = ? AND publisher IS NULL")
    for (number, place, name) in part.publishers {
      try statement.execute(arguments: [name, number, place.bundle, place.index])
    }
    try database.cachedStatement(
      sql: "UPDATE total SET publishersBelow = ?1 WHERE publishersBelow > coalesce(?1, \(Int64.min))"
    ).execute(arguments: [part.end])
  }
}
