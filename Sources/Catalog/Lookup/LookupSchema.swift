import Briefing
import GRDB

/// The tables of the lookup: what is found in the catalog's stories. All of it can be made again from the catalog.
enum LookupSchema {
  static let version = 8
  /// The one before has no keys of pages, and is asked until another is made.
  static let versionBefore = 7
  /// In bytes: nothing small is ever changed here. The index of words fills them.
  static let pageSize = 16384

  /// The index of words.
  static let words = "words"
  static let tables: Set<String> = [words, "source", "found", "followed"]

  /// How the index of words cuts text into words, which are folded before (`WordText`). Symbols are words too, so that emoji are
  /// found; and marks that were not folded away are parts of them.
  static let tokenizer = ["porter", "unicode61", "remove_diacritics", "0", "categories", "L* M* N* Co So"]

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
          piece INTEGER NOT NULL,
          headline TEXT,
          isKept INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE lookup.followed(
          only INTEGER PRIMARY KEY CHECK(only = 1),
          text INTEGER NOT NULL,
          print INTEGER NOT NULL,
          fold INTEGER NOT NULL
        ) STRICT;
        INSERT INTO lookup.followed VALUES (1, 0, 0, \(LetterFolding.version));

        -- The first column costs two bytes less for every word of every story.
        CREATE VIRTUAL TABLE lookup.words USING fts5(
          body, headings, keys, byline, page, content = '', columnsize = 0,
          tokenize = "porter unicode61 remove_diacritics 0 categories 'L* M* N* Co So'"
        );
        -- Written in large pieces that are seldom merged: a story is then rewritten once for sixteen times as many stories.
        INSERT INTO words(words, rank) VALUES ('hashsize', 16777216), ('automerge', 16), ('pgsz', 16200);
        PRAGMA lookup.user_version = \(version);
        """)
  }

  /// Whether the lookup was made as this program makes it: with its tables, and with its fold.
  static func isOfToday(in database: Database) throws -> Bool {
    guard try database.version(of: "lookup") == version else { return false }
    return try Int.fetchOne(database, sql: "SELECT fold FROM lookup.followed") == LetterFolding.version
  }

  /// Has programs share the lookup as they share the catalog: where that has a write-ahead log, with one.
  static func shareAsCatalog(in database: Database) throws {
    let mode = try String.fetchOne(database, sql: "PRAGMA main.journal_mode") ?? "wal"
    try? database.execute(sql: "PRAGMA lookup.journal_mode = \(mode == "wal" ? "WAL" : "DELETE")")
  }
}
