import GRDB

/// The tables of the catalog itself: what the user has. `docs/catalog.md` says what each is for.
enum CatalogSchema {
  /// Says in the file's header what it is: "Cour".
  static let applicationID = 0x436F_7572
  static let version = 5
  /// In bytes. Larger pages are written in fewer calls, and cost more when a mark changes a few bytes of some of them.
  static let pageSize = 8192

  /// The tables by name.
  static let tables: Set<String> = tablesOfFourth.union(tablesOfFifth).union([
    "text", "story", "version", "replaced", "total", "tagging", "note", "bookmark", "query", "journal",
    "sketch", "tombstone",
  ])

  /// The columns of each table.
  static let columns: [String: TableColumns] = {
    var columns: [String: TableColumns] = [:]
    for statement in (stories + state + order + progress + feeds + account).split(separator: ";") {
      let words = statement.drop { $0.isWhitespace }
      let name = words.dropFirst("CREATE TABLE ".count).prefix { $0 != "(" }
      if let named = TableColumns(sql: String(words)) { columns[String(name)] = named }
    }
    return columns
  }()

  static func create(in database: Database) throws {
    try database.execute(sql: stories + state + order + progress + feeds + account)
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  private static let stories = """
    CREATE TABLE text(
      number INTEGER PRIMARY KEY,
      pieces BLOB NOT NULL
    ) STRICT;

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
      versions INTEGER NOT NULL DEFAULT 1,
      tags TEXT,
      address TEXT,
      origin INTEGER,
      text INTEGER NOT NULL,
      piece INTEGER NOT NULL,
      kind INTEGER NOT NULL DEFAULT 0,
      feed TEXT,
      guid TEXT,
      isRemoved INTEGER NOT NULL DEFAULT 0,
      removedAt INTEGER,
      addition INTEGER,
      publisher TEXT COLLATE NOCASE,
      progress INTEGER NOT NULL DEFAULT 0,
      editedHeadline TEXT,
      editedDate INTEGER
    ) STRICT;
    CREATE INDEX storyByAddress ON story(address) WHERE address IS NOT NULL;
    CREATE INDEX storyByOrigin ON story(origin) WHERE origin IS NOT NULL;

    CREATE TABLE version(
      story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE,
      date INTEGER NOT NULL,
      text INTEGER NOT NULL,
      piece INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,
      addition INTEGER,
      wasUnread INTEGER,
      PRIMARY KEY(story, date, text, piece)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX versionByFingerprint ON version(fingerprint);
    CREATE TABLE replaced(
      text INTEGER NOT NULL,
      story INTEGER NOT NULL,
      PRIMARY KEY(text, story)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE total(
      only INTEGER PRIMARY KEY CHECK(only = 1),
      stories INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      starred INTEGER NOT NULL,
      displacement INTEGER NOT NULL,
      sketchedFrom INTEGER NOT NULL DEFAULT 1,
      sketchedTo INTEGER NOT NULL DEFAULT 0,
      publishersBelow INTEGER
    ) STRICT;
    INSERT INTO total(only, stories, unread, starred, displacement) VALUES (1, 0, 0, 0, 0);

    """

  private static let state = """
    CREATE TABLE tagging(
      tag TEXT NOT NULL,
      story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE,
      PRIMARY KEY(tag, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX taggingByStory ON tagging(story);

    CREATE TABLE note(
      story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE,
      section INTEGER NOT NULL,
      text TEXT NOT NULL,
      date INTEGER NOT NULL,
      PRIMARY KEY(story, section)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE bookmark(
      story INTEGER PRIMARY KEY REFERENCES story ON UPDATE CASCADE,
      place BLOB NOT NULL
    ) STRICT;

    CREATE TABLE query(
      name TEXT PRIMARY KEY,
      query TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE journal(
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      date INTEGER NOT NULL,
      undo BLOB NOT NULL
    ) STRICT;
    """
  /// What version 2 brought: stories that are out of sight come last in every order, the adds that undo takes back, and how
  /// a story is known again.
  static let order = """
    CREATE INDEX storyByDate ON story(isRemoved, date, number);
    CREATE INDEX storyByHeadline ON story(isRemoved, sortKey, number);
    CREATE INDEX unreadByDate ON story(isRemoved, date, number) WHERE isUnread = 1;
    CREATE INDEX starredByDate ON story(isRemoved, date, number) WHERE isStarred = 1;
    CREATE INDEX storyByGuid ON story(guid, feed) WHERE guid IS NOT NULL;
    CREATE INDEX storyByAddition ON story(addition) WHERE addition IS NOT NULL;
    CREATE INDEX versionByAddition ON version(addition) WHERE addition IS NOT NULL;

    CREATE TABLE sketch(
      hash INTEGER NOT NULL,
      story INTEGER NOT NULL,
      PRIMARY KEY(hash, story)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tombstone(
      name INTEGER PRIMARY KEY,
      date INTEGER NOT NULL
    ) STRICT;

    """
  /// What version 3 brought: who publishes a story, and how far it was read. Most stories are in neither.
  static let progress = """
    CREATE INDEX storyByPublisher ON story(isRemoved, publisher, date DESC, number DESC) WHERE publisher IS NOT NULL;
    CREATE INDEX begunByDate ON story(isRemoved, date, number) WHERE progress = 1;

    """
}
