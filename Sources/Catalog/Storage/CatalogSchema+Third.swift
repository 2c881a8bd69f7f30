import Briefing
import Foundation
import GRDB

extension CatalogSchema {
  /// Version 2 becomes version 3.
  ///
  /// No row is written anew but those of stories that were begun. Who publishes the stories that are there is read from them
  /// later, behind whatever else is done (`Publishers`).
  static func makeThird(in database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE story ADD COLUMN publisher TEXT COLLATE NOCASE;
        ALTER TABLE story ADD COLUMN progress INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE story ADD COLUMN editedHeadline TEXT;
        ALTER TABLE story ADD COLUMN editedDate INTEGER;
        ALTER TABLE total ADD COLUMN publishersBelow INTEGER;
        UPDATE total SET publishersBelow = \(Int64.max);
        """ + progress)
    try readProgress(in: database)
  }

  /// How far stories were read say the places that were kept.
  private static func readProgress(in database: Database) throws {
    let rows = try GRDB.Row.fetchAll(
      database, sql: "SELECT story, place, questions FROM bookmark JOIN story ON story.number = bookmark.story")
    let statement = try database.cachedStatement(sql: "UPDATE story SET progress = ? WHERE number = ?")
    for row in rows {
      guard let bookmark = BookmarkCoding.decode(Array(try row[1] as Data)) else { continue }
      let (number, questions): (Int64, Int) = try (row[0], row[2])
      let isAtStart = bookmark.read.isEmpty && bookmark.place == Place(.headline)
      let isAtEnd = questions > 0 && bookmark.read.count >= questions
      let progress = isAtStart ? Briefing.Row.Progress.none : isAtEnd ? .finished : .begun
      if progress != .none { try statement.execute(arguments: [progress.rawValue, number]) }
    }
  }

  /// How version 2 is read: as a catalog in which nobody publishes anything, and nothing was begun.
  static let second = OlderTables(
    tables: tablesOfThird,
    views: """
      CREATE TEMP VIEW story AS SELECT *, \(ofThird) FROM main.story;
      CREATE TEMP VIEW total AS SELECT *, \(ofThirdTotal) FROM main.total;
      """ + viewsOfFourth)

  /// The columns that came with version 3, as older stories have them.
  static let ofThird = "NULL AS publisher, 0 AS progress, NULL AS editedHeadline, NULL AS editedDate"
  static let ofThirdTotal = "\(Int64.max) AS publishersBelow"
}
