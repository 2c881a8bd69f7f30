import GRDB

extension CatalogSchema {
  /// What version 5 brought: the account at a server that keeps the user's feeds, what the server has of each entry, and what
  /// it is yet to be told.
  static let account = """

    CREATE TABLE account(
      only INTEGER PRIMARY KEY CHECK(only = 1),
      server TEXT NOT NULL,
      user TEXT NOT NULL,
      owner TEXT,
      labelsRefused INTEGER,
      synced INTEGER
    ) STRICT;
    CREATE TABLE stream(
      feed TEXT PRIMARY KEY,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item(
      id TEXT PRIMARY KEY,
      story INTEGER REFERENCES story ON UPDATE CASCADE ON DELETE SET NULL,
      isRead INTEGER NOT NULL,
      isStarred INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX itemByStory ON item(story) WHERE story IS NOT NULL;
    CREATE TABLE label(
      tag TEXT NOT NULL,
      item TEXT NOT NULL,
      PRIMARY KEY(tag, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX labelByItem ON label(item);
    CREATE TABLE outgoing(
      item TEXT NOT NULL,
      mark INTEGER NOT NULL,
      tag TEXT NOT NULL,
      isSet INTEGER NOT NULL,
      date INTEGER NOT NULL,
      PRIMARY KEY(item, mark, tag)
    ) STRICT, WITHOUT ROWID;
    """

  static let tablesOfFifth: Set<String> = ["account", "stream", "item", "label", "outgoing"]

  /// Version 4 becomes version 5.
  static func makeFifth(in database: Database) throws { try database.execute(sql: account) }

  /// How version 4 is read: as a catalog without an account.
  static let fourth = OlderTables(tables: tables.subtracting(tablesOfFifth), views: viewsOfFifth)

  /// The tables that came with version 5, as they stand in an older catalog: empty.
  static let viewsOfFifth = emptyViews(of: tablesOfFifth)
}
