import GRDB

extension CatalogSchema {
  /// Form 1 becomes form 2.
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
}
