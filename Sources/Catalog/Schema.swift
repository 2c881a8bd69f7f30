import GRDB

/// The tables. `docs/catalog.md` says what each is for and which question each index answers.
enum Schema {
  /// How the index of words cuts text into words and folds them. Symbols are words too, so that emoji are found.
  static let tokenizer = ["porter", "unicode61", "remove_diacritics", "2", "categories", "L* N* Co So"]

  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE words USING fts5(
          headings, body, content = '',
          tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co So'"
        )
        """)
  }

  private static let tables = """
    CREATE TABLE story(
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      fingerprint INTEGER NOT NULL,
      date INTEGER NOT NULL,
      headline TEXT NOT NULL,
      sortKey TEXT NOT NULL,
      questions INTEGER NOT NULL,
      sources INTEGER NOT NULL,
      isUnread INTEGER NOT NULL DEFAULT 1,
      isStarred INTEGER NOT NULL DEFAULT 0,
      address TEXT,
      name TEXT
    ) STRICT;
    CREATE INDEX storyByDate ON story(date, number);
    CREATE INDEX storyByHeadline ON story(sortKey, number);
    CREATE INDEX unreadByDate ON story(date, number) WHERE isUnread = 1;
    CREATE INDEX starredByDate ON story(date, number) WHERE isStarred = 1;
    CREATE INDEX storyByAddress ON story(address) WHERE address IS NOT NULL;

    CREATE TABLE text(
      story INTEGER PRIMARY KEY REFERENCES story,
      original BLOB NOT NULL,
      reading BLOB NOT NULL
    ) STRICT;

    CREATE TABLE source(
      number INTEGER PRIMARY KEY,
      host TEXT NOT NULL UNIQUE,
      claims INTEGER NOT NULL,
      stories INTEGER NOT NULL,
      firstSeen INTEGER NOT NULL,
      lastSeen INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE citing(
      source INTEGER NOT NULL REFERENCES source,
      story INTEGER NOT NULL REFERENCES story,
      claims INTEGER NOT NULL,
      PRIMARY KEY(source, story)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE meaning(
      number INTEGER PRIMARY KEY,
      askings INTEGER NOT NULL,
      newest INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX meaningByNewest ON meaning(newest);
    CREATE TABLE asking(
      meaning INTEGER NOT NULL REFERENCES meaning,
      story INTEGER NOT NULL REFERENCES story,
      section INTEGER NOT NULL,
      wording TEXT NOT NULL,
      PRIMARY KEY(meaning, story, section)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE total(
      only INTEGER PRIMARY KEY CHECK(only = 1),
      stories INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      displacement INTEGER NOT NULL
    ) STRICT;
    INSERT INTO total VALUES (1, 0, 0, 0);
    """
}
