import Briefing
import GRDB

/// Which account the catalog exchanges with, and what was learned of it.
enum AccountRecord {
  static func current(in database: Database) throws -> ServerAccount? {
    let statement = try database.cachedStatement(
      sql: "SELECT server, user, owner, labelsRefused, synced FROM account WHERE only = 1")
    return try GRDB.Row.fetchOne(statement).map { row in
      try ServerAccount(
        server: row[0], user: row[1], owner: row[2], labelsRefused: row.moment(3), synced: row.moment(4))
    }
  }

  static func write(_ account: ServerAccount, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO account(only, server, user, owner, labelsRefused, synced) VALUES (1, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      account.server, account.user, account.owner, account.labelsRefused?.seconds, account.synced?.seconds,
    ])
  }

  /// Forgets what a server had and was to be told: its stories stay with all that the user set on them.
  static func forget(in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM outgoing; DELETE FROM label; DELETE FROM item; DELETE FROM account; DELETE FROM stream")
  }
}

/// The feeds that the server of the account follows.
enum AccountSubscriptions {
  /// Follows what the server follows, and no more what it follows no more.
  /// - Returns: how many feeds are followed since now, and how many are no more.
  static func set(_ feeds: [ServerFeed], in database: Database) throws -> (new: Int, gone: Int) {
    var (new, kept) = (0, Set<String>())
    for feed in feeds {
      let (subscription, isNew) = try Subscriptions.follow(feed.url, nil, in: database)
      guard kept.insert(subscription.key).inserted else { continue }
      if isNew { new += 1 }
      try note(feed, as: subscription, in: database)
    }
    var gone = 0
    for key in try String.fetchAll(database, sql: "SELECT feed FROM stream") where !kept.contains(key) {
      try database.execute(sql: "DELETE FROM stream WHERE feed = ?", arguments: [key])
      if try Subscriptions.set(false, key, in: database) { gone += 1 }
    }
    return (new, gone)
  }

  static func keys(in database: Database) throws -> [String: String] {
    let rows = try GRDB.Row.fetchCursor(database.cachedStatement(sql: "SELECT name, feed FROM stream"))
    var keys: [String: String] = [:]
    while let row = try rows.next() { keys[try row[0]] = try row[1] }
    return keys
  }

  private static func note(_ feed: ServerFeed, as subscription: Subscription, in database: Database) throws {
    if subscription.stream != feed.stream {
      try database.execute(
        sql: "INSERT OR REPLACE INTO stream(feed, name) VALUES (?, ?)", arguments: [subscription.key, feed.stream])
    }
    if subscription.settings.tags != feed.tags {
      var settings = subscription.settings
      settings.tags = feed.tags
      try Subscriptions.change(subscription.id, settings, in: database)
    }
    try FetchLog.name(
      FeedFetch(of: subscription.id, subscription.fetches, title: feed.title, site: feed.site), in: database)
  }

  /// When the server was asked last, and whether that went well, as each of its feeds says it.
  static func record(_ fetches: FetchRecord, in database: Database) throws {
    for subscription in try Subscriptions.followed(in: database) where subscription.stream != nil {
      try FetchLog.write(FeedFetch(of: subscription.id, fetches), in: database)
    }
  }
}

/// A feed that the server of the account follows.
public struct ServerFeed: Hashable, Sendable {
  /// What the server calls it.
  public var stream: String
  public var url: String
  public var title: String?
  public var site: String?
  /// The tags that stand for its folders.
  public var tags: [String]

  public init(stream: String, url: String, title: String?, site: String?, tags: [String]) {
    (self.stream, self.url, self.title, self.site, self.tags) = (stream, url, title, site, tags)
  }
}
