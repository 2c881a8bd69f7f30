import Briefing
import Foundation
import GRDB

/// Writes down how fetching feeds went.
enum FetchLog {
  static func write(_ fetch: FeedFetch, in database: Database) throws {
    let fetches = fetch.fetches
    try database.cachedStatement(
      sql: """
        UPDATE subscription SET etag = ?, lastModified = ?, attempted = ?, succeeded = ?, due = ?, failures = ?,
          failingSince = ?, failure = ?, hasEnded = ?, movedTo = ?, moveAnswers = ?, movedSince = ? WHERE number = ?
        """
    ).execute(arguments: [
      fetches.etag, fetches.lastModified, fetches.attempted?.seconds, fetches.succeeded?.seconds, fetches.due?.seconds,
      fetches.failures, fetches.failingSince?.seconds, fetches.failure, fetches.hasEnded, fetches.move?.url,
      fetches.move?.answers, fetches.move?.since.seconds, fetch.feed,
    ])
    if fetch.title != nil || fetch.site != nil || fetch.url != nil { try name(fetch, in: database) }
    if let guids = fetch.guids { try hold(guids, of: fetch.feed, in: database) }
  }

  /// What the feed says of itself now, where that is something else than before.
  static func name(_ fetch: FeedFetch, in database: Database) throws {
    guard let before = try Subscriptions.one(fetch.feed, in: database) else { return }
    var subscription = before
    subscription.title = fetch.title ?? before.title
    subscription.site = fetch.site ?? before.site
    subscription.url = fetch.url ?? before.url
    guard subscription != before else { return }
    try database.cachedStatement(
      sql: "UPDATE subscription SET title = ?, site = ?, url = ?, address = ?, names = ? WHERE number = ?"
    ).execute(arguments: [
      subscription.title, subscription.site, subscription.url, PageAddress.key(of: subscription.url),
      FeedNames.all(of: subscription), fetch.feed,
    ])
  }

  /// Which entries the feed has now: those never go, however old they are.
  private static func hold(_ guids: [String], of feed: Int64, in database: Database) throws {
    guard let key = try Subscriptions.one(feed, in: database)?.key else { return }
    var bytes = Data(capacity: guids.count * 8)
    for guid in guids {
      withUnsafeBytes(of: StoryName.entry(feed: key, guid: guid).number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    try database.cachedStatement(sql: "UPDATE subscription SET held = ?1 WHERE number = ?2 AND held IS NOT ?1").execute(
      arguments: [bytes, feed])
  }

  /// The names of the entries that a feed had when it was last read (`StoryName.number`).
  static func held(by feed: Int64, in database: Database) throws -> Set<Int64> {
    let statement = try database.cachedStatement(sql: "SELECT held FROM subscription WHERE number = ?")
    guard let bytes = try Data.fetchOne(statement, arguments: [feed]) else { return [] }
    return bytes.withUnsafeBytes { bytes in
      Set(
        (0..<bytes.count / 8).map { Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self)) })
    }
  }
}
