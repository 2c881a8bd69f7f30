import Catalog
import GRDB

extension Migrations {
  /// Three steps of the kinds that there will be: a new column that is filled, a table that is written anew, and a new
  /// index with every row changed.
  static let madeUp = Migrations(after: [
    { try $0.execute(sql: "ALTER TABLE story ADD COLUMN mood TEXT; UPDATE story SET mood = headline") },
    { database in
      try database.execute(
        sql: """
          CREATE TABLE next(
            story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE, section INTEGER NOT NULL, text TEXT NOT NULL,
            date INTEGER NOT NULL, PRIMARY KEY(story, section)
          ) STRICT, WITHOUT ROWID;
          INSERT INTO next SELECT * FROM note;
          DROP TABLE note;
          ALTER TABLE next RENAME TO note;
          """)
    },
    { try $0.execute(sql: "UPDATE story SET mood = mood || '!'; CREATE INDEX storyByMood ON story(mood)") },
  ])
}
