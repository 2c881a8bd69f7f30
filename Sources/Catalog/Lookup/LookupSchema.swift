import GRDB

/// The tables of the lookup: what is found in the catalog's stories. All of it can be made again from the catalog.
enum LookupSchema {
  static let version = 4
  /// In bytes: nothing small is ever changed here. The index of words fills them.
  static let pageSize = 16384

  /// The index of words.
  static let words = "words"
  static let tables: Set<String> = [words, "source", "found", "followed"]

  /// How the index of words cuts text into words and folds them. Symbols are words too, so that emoji are found.
  static let tokenizer = ["porter", "unicode61", "remove_diacritics", "2", "categories", "L* N* Co So"]

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE lookup.source(
          number INTEGER PRIMARY KEY,
          host TEXT NOT NULL UNIQUE,
          claims INTEGER NOT NULL,
          stories INTEGER NOT NULL,
          firstSeen INTEGER NOT NULL,
          lastSeen INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX lookup.sourceByClaims ON source(claims DESC, stories DESC, host);

        CREATE TABLE lookup.found(
          story INTEGER PRIMARY KEY,
          text INTEGER NOT NULL,
          piece INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE lookup.followed(
          only INTEGER PRIMARY KEY CHECK(only = 1),
          text INTEGER NOT NULL,
          print INTEGER NOT NULL
        ) STRICT;
        INSERT INTO lookup.followed VALUES (1, 0, 0);

        -- The first column costs two bytes less for every word of every story.
        CREATE VIRTUAL TABLE lookup.words USING fts5(
          body, headings, keys, content = '', columnsize = 0,
          tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co So'"
        );
        -- Written in large pieces that are seldom merged: a story is then rewritten once for sixteen times as many stories.
        INSERT INTO words(words, rank) VALUES ('hashsize', 16777216), ('automerge', 16), ('pgsz', 16200);
        PRAGMA lookup.user_version = \(version);
        """)
  }
}
