import Briefing
import Foundation
import GRDB

/// The feeds that the user follows, or followed once.
enum Subscriptions {
  /// All that are followed, with their figures.
  static func all(in database: Database) throws -> [Subscription] {
    let counts = try FeedCounts.all(in: database)
    return try followed(in: database).map { subscription in
      var subscription = subscription
      let count = counts[subscription.key]
      (subscription.stories, subscription.unread) = (count?.stories ?? 0, count?.unread ?? 0)
      return subscription
    }
  }

  /// The same without figures.
  static func followed(in database: Database) throws -> [Subscription] {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Subscription.columns) FROM \(Subscription.table) WHERE isFollowed = 1 ORDER BY number")
    return try GRDB.Row.fetchCursor(statement).mapToArray { try Subscription($0) }
  }

  static func one(_ id: Int64, in database: Database) throws -> Subscription? {
    try first("number = ?", [id], in: database)
  }

  static func one(key: String, in database: Database) throws -> Subscription? {
    try first("key = ?", [key], in: database)
  }

  /// One that is, or was, fetched from an address; one that is followed before any other.
  static func one(url: String, in database: Database) throws -> Subscription? {
    let address = PageAddress.key(of: url)
    return try first("address = ? ORDER BY isFollowed DESC, number LIMIT 1", [address], in: database)
      ?? one(key: url, in: database)
  }

  private static func first(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws -> Subscription? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Subscription.columns) FROM \(Subscription.table) WHERE \(condition)")
    return try GRDB.Row.fetchOne(statement, arguments: arguments).map { try Subscription($0) }
  }

  /// What is followed already stays as it is.
  /// - Returns: whether it is followed since now.
  static func follow(
    _ url: String, _ settings: FeedSettings?, in database: Database
  ) throws -> (subscription: Subscription, isNew: Bool) {
    if var known = try one(url: url, in: database) {
      guard !known.isFollowed else { return (known, false) }
      if let settings { known.settings = settings }
      try set(true, known.key, in: database)
      try change(known.id, known.settings, in: database)
      return (try one(known.id, in: database) ?? known, true)
    }
    var new = Subscription(id: 0, url: url, settings: settings ?? FeedSettings())
    new.settings.tags = new.settings.tags.compactMap(Tag.name)
    try database.cachedStatement(
      sql: "INSERT INTO subscription(key, url, address, names) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [new.key, url, PageAddress.key(of: url), FeedNames.all(of: new)])
    let id = database.lastInsertedRowID
    try change(id, new.settings, in: database)
    return (try one(id, in: database) ?? new, true)
  }

  /// Follows it again, or no more. It is due at once then, and what kept it from being fetched is forgotten.
  /// - Returns: false where nothing is different than before.
  @discardableResult
  static func set(_ isFollowed: Bool, _ key: String, in database: Database) throws -> Bool {
    try database.cachedStatement(
      sql: """
        UPDATE subscription SET isFollowed = ?1, due = NULL, failures = 0, failingSince = NULL, failure = NULL, hasEnded = 0
        WHERE key = ?2 AND isFollowed <> ?1
        """
    ).execute(arguments: [isFollowed, key])
    return database.changesCount > 0
  }

  static func change(_ id: Int64, _ settings: FeedSettings, in database: Database) throws {
    guard var subscription = try one(id, in: database) else { return }
    subscription.settings = settings
    let tags = settings.tags.compactMap(Tag.name)
    try database.cachedStatement(
      sql: """
        UPDATE subscription SET names = ?, tags = ?, givenTitle = ?, interval = ?, isFullText = ?, keep = ?
        WHERE number = ?
        """
    ).execute(arguments: [
      FeedNames.all(of: subscription), tags.isEmpty ? nil : tags.joined(separator: " "), settings.title,
      settings.interval, settings.isFullText, settings.keep.stored, id,
    ])
  }
}

extension Subscription {
  fileprivate static let columns = """
    number, key, url, isFollowed, tags, givenTitle, interval, isFullText, keep, title, site, etag, lastModified, attempted, \
    succeeded, due, failures, failingSince, failure, hasEnded, movedTo, moveAnswers, movedSince, stream.name
    """
  fileprivate static let table = "subscription LEFT JOIN stream ON stream.feed = subscription.key"

  fileprivate init(_ row: GRDB.Row) throws {
    let tags: String? = try row[4]
    let settings = try FeedSettings(
      tags: tags?.split(separator: " ").map(String.init) ?? [], title: row[5], interval: row[6], isFullText: row[7],
      keep: FeedSettings.Keep(stored: row[8]))
    var fetches = try FetchRecord(
      etag: row[11], lastModified: row[12], attempted: row.moment(13), succeeded: row.moment(14), due: row.moment(15),
      failures: row[16], failingSince: row.moment(17), failure: row[18], hasEnded: row[19])
    if let url: String = try row[20], let since = try row.moment(22) {
      fetches.move = FetchRecord.Move(url: url, answers: try row[21] ?? 1, since: since)
    }
    try self.init(
      id: row[0], url: row[2], key: row[1], settings: settings, title: row[9], site: row[10], fetches: fetches,
      isFollowed: row[3])
    stream = try row[23]
  }
}

extension GRDB.Row {
  /// A column that holds seconds; nil where it holds none.
  func moment(_ index: Int) throws -> Moment? {
    let seconds: Int64? = try self[index]
    return seconds.map { Moment(seconds: $0) }
  }
}

extension FeedSettings.Keep {
  /// In days; less than none is for ever.
  fileprivate var stored: Int {
    switch self {
    case .days(let days): max(0, days)
    case .forever: -1
    }
  }

  fileprivate init(stored: Int?) {
    guard let stored else {
      self = FeedSettings().keep
      return
    }
    self = stored < 0 ? .forever : .days(stored)
  }
}
