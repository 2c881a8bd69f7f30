import Briefing
import GRDB

extension CatalogSchema {
  /// What version 4 brought: the feeds that are followed, where else a story stands, and copies of pages.
  static let feeds = """
    CREATE INDEX storyByFeed ON story(isRemoved, feed, isUnread, date) WHERE feed IS NOT NULL;

    CREATE TABLE subscription(
      number INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      url TEXT NOT NULL,
      address TEXT NOT NULL,
      names TEXT NOT NULL,
      isFollowed INTEGER NOT NULL DEFAULT 1,
      tags TEXT,
      givenTitle TEXT,
      interval INTEGER,
      isFullText INTEGER,
      keep INTEGER,
      title TEXT,
      site TEXT,
      etag TEXT,
      lastModified TEXT,
      attempted INTEGER,
      succeeded INTEGER,
      due INTEGER,
      failures INTEGER NOT NULL DEFAULT 0,
      failingSince INTEGER,
      failure TEXT,
      hasEnded INTEGER NOT NULL DEFAULT 0,
      movedTo TEXT,
      moveAnswers INTEGER,
      movedSince INTEGER,
      held BLOB
    ) STRICT;
    CREATE INDEX subscriptionByAddress ON subscription(address);

    CREATE TABLE placement(
      feed TEXT NOT NULL,
      guid TEXT NOT NULL,
      story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE,
      PRIMARY KEY(feed, guid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX placementByStory ON placement(story);

    CREATE TABLE kept(
      story INTEGER PRIMARY KEY REFERENCES story ON UPDATE CASCADE,
      url TEXT NOT NULL,
      fetched INTEGER NOT NULL,
      bytes INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX keptByFetch ON kept(fetched);
    CREATE TABLE alias(
      address TEXT PRIMARY KEY,
      story INTEGER NOT NULL REFERENCES story ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX aliasByStory ON alias(story);

    CREATE TABLE wanted(
      address TEXT PRIMARY KEY,
      url TEXT NOT NULL,
      story TEXT,
      isAskedFor INTEGER NOT NULL,
      date INTEGER NOT NULL,
      attempted INTEGER,
      due INTEGER,
      failures INTEGER NOT NULL DEFAULT 0,
      failingSince INTEGER,
      failure TEXT,
      hasEnded INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    """

  static let tablesOfFourth: Set<String> = ["subscription", "placement", "kept", "alias", "wanted"]

  /// Version 3 becomes version 4. Rows are written anew only of stories whose address counts as another than before.
  static func makeFourth(in database: Database) throws {
    try database.execute(sql: feeds)
    try keyAddressesAnew(in: database)
  }

  /// Addresses that lead to one page had several keys: with and without what only says whence a reader comes.
  private static func keyAddressesAnew(in database: Database) throws {
    let addresses = try String.fetchAll(database, sql: "SELECT DISTINCT address FROM story WHERE address IS NOT NULL")
    let statement = try database.cachedStatement(
      sql: "UPDATE story SET address = ?2 WHERE address = ?1 AND address IS NOT NULL")
    for address in addresses {
      let key = PageAddress.key(of: address)
      if key != address { try statement.execute(arguments: [address, key]) }
    }
  }

  /// How version 3 is read: as a catalog in which no feed is followed, and no page kept.
  static let third = OlderTables(tables: tablesOfThird, views: viewsOfFourth)
  static let tablesOfThird = tables.subtracting(tablesOfFourth).subtracting(tablesOfFifth)

  /// The tables that came with version 4 and later, as they stand in an older catalog: empty.
  static let viewsOfFourth = emptyViews(of: tablesOfFourth) + "\n" + viewsOfFifth

  static func emptyViews(of tables: Set<String>) -> String {
    tables.sorted().map { table in
      let columns = (columns[table]?.names ?? []).map { "NULL AS \($0)" }.joined(separator: ", ")
      return "CREATE TEMP VIEW \(table) AS SELECT \(columns) WHERE 0;"
    }.joined(separator: "\n")
  }
}
