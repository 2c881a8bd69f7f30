import Briefing
import GRDB

/// How many stories in sight a feed has, and how many of them are unread: also those that came by another feed first.
struct FeedCounts {
  var stories = 0
  var unread = 0

  /// By the keys of the feeds. Goes along an index: some tenths of a microsecond for each story that came by a feed.
  static func all(in database: Database) throws -> [String: FeedCounts] {
    try counts(own: "feed IS NOT NULL", other: "1", [], in: database)
  }

  /// A feed with its figures.
  static func count(_ subscription: Subscription, in database: Database) throws -> Subscription {
    let key = subscription.key
    let counts = try counts(own: "feed = ?1", other: "placement.feed = ?1", [key], in: database)[key]
    var subscription = subscription
    (subscription.stories, subscription.unread) = (counts?.stories ?? 0, counts?.unread ?? 0)
    return subscription
  }

  private static func counts(
    own: String, other: String, _ arguments: StatementArguments, in database: Database
  ) throws -> [String: FeedCounts] {
    let first = try database.cachedStatement(
      sql: "SELECT feed, count(*), sum(isUnread) FROM story WHERE isRemoved = 0 AND \(own) GROUP BY feed")
    // A feed may have a story in several places, and count it once.
    let further = try database.cachedStatement(
      sql: """
        SELECT placed, count(*), sum(isUnread) FROM (
          SELECT DISTINCT placement.feed AS placed, number, isUnread FROM placement
          CROSS JOIN story ON story.number = placement.story
          WHERE \(other) AND +isRemoved = 0 AND story.feed IS NOT placement.feed)
        GROUP BY placed
        """)
    var counts: [String: FeedCounts] = [:]
    for statement in [first, further] {
      let rows = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      while let row = try rows.next() {
        let key: String = try row[0]
        counts[key, default: FeedCounts()].stories += try row[1]
        counts[key, default: FeedCounts()].unread += try row[2]
      }
    }
    return counts
  }
}
