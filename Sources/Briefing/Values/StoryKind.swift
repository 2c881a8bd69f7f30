/// What a story was before it came into the catalog.
public enum StoryKind: String, Hashable, Sendable {
  case briefing
  /// An entry of a feed.
  case entry
  /// An article that stands at an address.
  case page
}

/// A place where a story stands in a feed.
public struct StoryPlace: Hashable, Sendable {
  /// The feed's key, and what lists call it.
  public var feed: String
  public var name: String
  /// What the feed calls the entry.
  public var guid: String

  public init(feed: String, name: String, guid: String) {
    (self.feed, self.name, self.guid) = (feed, name, guid)
  }
}
