public import Briefing

/// What came of fetching a feed.
public struct FeedFetch: Hashable, Sendable {
  /// The feed (`Subscription.id`).
  public var feed: Int64
  /// How fetching it has gone, this time included.
  public var fetches: FetchRecord
  /// What the feed calls itself, and the page that it is of; nil leaves them as they are.
  public var title: String?
  public var site: String?
  /// Where it is fetched from henceforth; nil where it has not moved.
  public var url: String?
  /// What the feed calls its entries, all of them; nil where it was not read, because it failed or was as before.
  public var guids: [String]?

  public init(
    of feed: Int64, _ fetches: FetchRecord, title: String? = nil, site: String? = nil, url: String? = nil,
    guids: [String]? = nil
  ) {
    self.feed = feed
    self.fetches = fetches
    self.title = title
    self.site = site
    self.url = url
    self.guids = guids
  }
}
