import GRDB

extension CatalogSchema {
  /// Version 1 becomes version 2.
  ///
  /// No row is written anew: new columns stand behind the old ones, where a row that has none of them has their defaults. The
  /// orders of stories are made again, some microseconds a story. How older stories are known again by their words is worked
  /// out later, behind what an `add` does.
  static func makeSecond(in database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE story ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE story ADD COLUMN feed TEXT;
        ALTER TABLE story ADD COLUMN guid TEXT;
        ALTER TABLE story ADD COLUMN isRemoved INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE story ADD COLUMN removedAt INTEGER;
        ALTER TABLE story ADD COLUMN addition INTEGER;
        ALTER TABLE version ADD COLUMN addition INTEGER;
        ALTER TABLE version ADD COLUMN wasUnread INTEGER;
        ALTER TABLE total ADD COLUMN sketchedFrom INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE total ADD COLUMN sketchedTo INTEGER NOT NULL DEFAULT 0;
        UPDATE total SET sketchedTo = (SELECT coalesce(max(number), 0) FROM text);
        UPDATE total SET sketchedFrom = sketchedTo + 1;
        DROP INDEX storyByDate;
        DROP INDEX storyByHeadline;
        DROP INDEX unreadByDate;
        DROP INDEX starredByDate;
        """ + order)
  }

  /// How version 1 is read: as a catalog from which nothing was removed, and in which no story has a name of its own.
  static let first = OlderTables(
    tables: tablesOfThird.subtracting(["sketch", "tombstone"]),
    views: """
      CREATE TEMP VIEW story AS
        SELECT *, 0 AS kind, NULL AS feed, NULL AS guid, 0 AS isRemoved, NULL AS removedAt, NULL AS addition,
          \(ofThird)
        FROM main.story;
      CREATE TEMP VIEW version AS SELECT *, NULL AS addition, NULL AS wasUnread FROM main.version;
      CREATE TEMP VIEW total AS
        SELECT *, 1 + (SELECT coalesce(max(number), 0) FROM main.text) AS sketchedFrom, 0 AS sketchedTo,
          \(ofThirdTotal)
        FROM main.total;
      """ + viewsOfFourth)
}
