import Briefing
import GRDB

/// The pages that are to be fetched when there is a network.
enum Wants {
  /// What is wanted already stays so, and is asked for from then on if it was not; then it is due at once.
  static func add(_ page: WantedPage, at date: Moment, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO wanted(address, url, story, isAskedFor, date) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(address) DO UPDATE SET isAskedFor = max(isAskedFor, ?4), story = coalesce(story, ?3),
          due = CASE WHEN ?4 THEN NULL ELSE due END, hasEnded = CASE WHEN ?4 THEN 0 ELSE hasEnded END
        """
    ).execute(arguments: [
      PageAddress.key(of: page.url), page.url, page.story?.text, page.isAskedFor, date.seconds,
    ])
  }

  static func forget(_ address: String, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM wanted WHERE address = ?").execute(arguments: [address])
  }

  static func record(_ fetches: FetchRecord, of url: String, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        UPDATE wanted SET attempted = ?, due = ?, failures = ?, failingSince = ?, failure = ?, hasEnded = ? WHERE address = ?
        """
    ).execute(arguments: [
      fetches.attempted?.seconds, fetches.due?.seconds, fetches.failures, fetches.failingSince?.seconds,
      fetches.failure,
      fetches.hasEnded, PageAddress.key(of: url),
    ])
  }

  /// Those that the user asked for first, each kind in the order in which they came.
  /// - Parameter now: where it is given, only those that are due then.
  static func all(dueAt now: Moment?, limit: Int, in database: Database) throws -> [WantedPage] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT url, story, isAskedFor, attempted, due, failures, failingSince, failure, hasEnded FROM wanted
        WHERE ?1 IS NULL OR hasEnded = 0 AND coalesce(due, ?1) <= ?1 ORDER BY isAskedFor DESC, date, address LIMIT ?2
        """)
    return try GRDB.Row.fetchCursor(statement, arguments: [now?.seconds, limit]).mapToArray { row in
      let fetches = try FetchRecord(
        attempted: row.moment(3), due: row.moment(4), failures: row[5], failingSince: row.moment(6), failure: row[7],
        hasEnded: row[8])
      return try WantedPage(
        url: row[0], story: (row[1] as String?).map(StoryID.init), isAskedFor: row[2], fetches: fetches)
    }
  }
}
