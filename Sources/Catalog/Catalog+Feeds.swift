public import Briefing
import GRDB

/// The feeds that the user follows.
extension Catalog {
  /// The feeds that are followed, in the order in which they came, with how many of their stories are in sight and unread.
  /// Each story that came by a feed costs some tenths of a microsecond.
  public func subscriptions() throws(CatalogError) -> [Subscription] {
    try storage.count { try Subscriptions.all(in: $0) }
  }

  /// One feed, also one that is followed no more; nil where none was ever followed under this number.
  public func subscription(_ id: Int64) throws(CatalogError) -> Subscription? {
    try one { try Subscriptions.one(id, in: $0) }
  }

  /// The same by what its entries are known by (`Subscription.key`).
  public func subscription(key: String) throws(CatalogError) -> Subscription? {
    try one { try Subscriptions.one(key: key, in: $0) }
  }

  /// The same by its address, in whatever spelling leads to the same.
  public func subscription(url: String) throws(CatalogError) -> Subscription? {
    try one { try Subscriptions.one(url: url, in: $0) }
  }

  private func one(_ find: (Database) throws -> Subscription?) throws(CatalogError) -> Subscription? {
    try storage.read { database in
      try find(database).map { try FeedCounts.count($0, in: database) }
    }
  }

  /// Follows a feed. One that is followed already stays as it is; one that was followed before comes back with all that was
  /// known of it. When this returns, the disk has it.
  ///
  /// - Parameters:
  ///   - settings: what is chosen for it, where it is not followed already; nil for what was chosen before, or for nothing.
  ///   - isUndoable: whether an undo takes it back.
  public func follow(
    _ url: String, _ settings: FeedSettings? = nil, at date: Moment, isUndoable: Bool = true
  ) throws(CatalogError) -> Subscription {
    try follow([(url, settings)], at: date, isUndoable: isUndoable)[0].subscription
  }

  /// The same with several at once.
  /// - Returns: each in its order, and whether it is followed since now.
  public func follow(
    _ feeds: [(url: String, settings: FeedSettings?)], at date: Moment, isUndoable: Bool = true
  ) throws(CatalogError) -> [(subscription: Subscription, isNew: Bool)] {
    try storage.write { database in
      try feeds.map { feed in
        let followed = try Subscriptions.follow(feed.url, feed.settings, in: database)
        if followed.isNew, isUndoable {
          try Journal.add(.follow(followed.subscription.key, isFollowed: false), at: date, in: database)
        }
        return (try FeedCounts.count(followed.subscription, in: database), followed.isNew)
      }
    }
  }

  /// Chooses otherwise for a feed. Its stories keep the tags that they have.
  public func change(_ feed: Int64, _ settings: FeedSettings) throws(CatalogError) {
    try storage.write { try Subscriptions.change(feed, settings, in: $0) }
  }

  /// Writes down what came of fetching feeds, without waiting for the disk: all at once, some microseconds each.
  public func record(_ fetches: [FeedFetch]) throws(CatalogError) {
    guard !fetches.isEmpty else { return }
    try storage.writeWithoutSync { database in
      for fetch in fetches { try FetchLog.write(fetch, in: database) }
    }
  }
}
