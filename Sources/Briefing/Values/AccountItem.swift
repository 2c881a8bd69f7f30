/// A mark that a server is to be told.
public struct OutgoingMark: Hashable, Sendable {
  public var item: ItemID
  public var mark: Mark
  /// When it was set.
  public var date: Moment

  public init(item: ItemID, mark: Mark, date: Moment) {
    (self.item, self.mark, self.date) = (item, mark, date)
  }
}

/// A mark that a server says an entry has, or has not.
public struct ServerMark: Hashable, Sendable {
  public var item: ItemID
  public var mark: Mark

  public init(_ item: ItemID, _ mark: Mark) {
    (self.item, self.mark) = (item, mark)
  }
}

/// What a server had of an entry when it was looked at last.
public struct ItemState: Hashable, Sendable {
  public var isRead: Bool
  public var isStarred: Bool

  public init(isRead: Bool, isStarred: Bool) {
    (self.isRead, self.isStarred) = (isRead, isStarred)
  }
}

/// An account at a server that keeps feeds, and what was learned of it.
public struct ServerAccount: Hashable, Sendable {
  /// Its address, and the user's name there.
  public var server: String
  public var user: String
  /// Whose entries they are, as the server says it; nil until it has said it.
  public var owner: String?
  /// When the server refused to give an entry a label; nil where it did not.
  public var labelsRefused: Moment?
  /// When all was exchanged last.
  public var synced: Moment?

  public init(
    server: String, user: String, owner: String? = nil, labelsRefused: Moment? = nil, synced: Moment? = nil
  ) {
    self.server = server
    self.user = user
    self.owner = owner
    self.labelsRefused = labelsRefused
    self.synced = synced
  }
}
