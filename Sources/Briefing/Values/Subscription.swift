/// A feed that the user follows: what was chosen for it, what it says of itself, and how fetching it went.
public struct Subscription: Hashable, Sendable, Identifiable {
  public let id: Int64
  /// Where it is fetched from. Another address once the feed has moved for good.
  public var url: String
  /// By what its entries are known: the address under which it was followed first, which stays when the feed moves.
  public let key: String
  public var settings: FeedSettings
  /// What the feed calls itself.
  public var title: String?
  /// The page that the feed is of.
  public var site: String?
  public var fetches: FetchRecord
  /// How many of its stories are in sight, and how many of them are unread.
  public var stories: Int
  public var unread: Int
  /// False of one that is followed no more: what was known of it stays with its stories.
  public var isFollowed: Bool
  /// What the server of the account calls it, which fetches it; nil of one that is fetched from here.
  public var stream: String?

  public init(
    id: Int64, url: String, key: String? = nil, settings: FeedSettings = FeedSettings(), title: String? = nil,
    site: String? = nil, fetches: FetchRecord = FetchRecord(), stories: Int = 0, unread: Int = 0,
    isFollowed: Bool = true
  ) {
    self.id = id
    self.url = url
    self.key = key ?? url
    self.settings = settings
    self.title = title
    self.site = site
    self.fetches = fetches
    self.stories = stories
    self.unread = unread
    self.isFollowed = isFollowed
  }

  /// What lists call it: the name that the user gave it, or its own, or its address.
  public var name: String { settings.title ?? title ?? url }
}

/// What the user chose for a feed.
public struct FeedSettings: Hashable, Sendable {
  /// Tags that its stories get when they come.
  public var tags: [String]
  /// What the user calls it.
  public var title: String?
  /// How long to wait between two fetches, in seconds; nil leaves it to the feed.
  public var interval: Int?
  /// Whether the whole page of each entry is fetched; nil where entries are too short to be it.
  public var isFullText: Bool?
  public var keep: Keep

  /// How long entries stay that were read.
  public enum Keep: Hashable, Sendable {
    case days(Int)
    case forever
  }

  public init(
    tags: [String] = [], title: String? = nil, interval: Int? = nil, isFullText: Bool? = nil, keep: Keep = .days(90)
  ) {
    self.tags = tags
    self.title = title
    self.interval = interval
    self.isFullText = isFullText
    self.keep = keep
  }
}

/// How fetching something again and again has gone.
public struct FetchRecord: Hashable, Sendable {
  /// What the server said of what it sent last, to be told with the next request.
  public var etag: String?
  public var lastModified: String?
  public var attempted: Moment?
  public var succeeded: Moment?
  /// When it is due again; nil where it never was fetched.
  public var due: Moment?
  /// How often it has failed since it last succeeded, since when, and why the last time: one sentence.
  public var failures: Int
  public var failingSince: Moment?
  public var failure: String?
  /// Whether the server said that it is gone for good: it is asked no more.
  public var hasEnded: Bool
  /// Where the server says that it has moved, as long as that is not believed yet.
  public var move: Move?

  /// An address that something is said to have moved to.
  public struct Move: Hashable, Sendable {
    public var url: String
    /// How many answers in a row have said so, and when the first did.
    public var answers: Int
    public var since: Moment

    public init(url: String, answers: Int, since: Moment) {
      (self.url, self.answers, self.since) = (url, answers, since)
    }
  }

  public init(
    etag: String? = nil, lastModified: String? = nil, attempted: Moment? = nil, succeeded: Moment? = nil,
    due: Moment? = nil, failures: Int = 0, failingSince: Moment? = nil, failure: String? = nil, hasEnded: Bool = false,
    move: Move? = nil
  ) {
    self.etag = etag
    self.lastModified = lastModified
    self.attempted = attempted
    self.succeeded = succeeded
    self.due = due
    self.failures = failures
    self.failingSince = failingSince
    self.failure = failure
    self.hasEnded = hasEnded
    self.move = move
  }
}
