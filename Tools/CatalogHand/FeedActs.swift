import Briefing
import Catalog

/// What a refresh and the fetching of pages change in a catalog, each as one act that can be done again.
enum FeedActs: String {
  case follow, unfollow, refresh, read, keep, expire

  private static let feed = "https://sea.example/feed"
  private static let page = "https://sea.example/page"
  private static let now = Moment(seconds: 1_790_000_000)

  func run(on catalog: Catalog) throws {
    switch self {
    case .follow:
      _ = try catalog.follow(Self.feed, FeedSettings(tags: ["sea"], keep: .days(30)), at: Self.now)
      try catalog.want([WantedPage(url: Self.page, isAskedFor: true)], at: Self.now)
    case .unfollow: _ = try catalog.apply(.follow(Self.feed, isFollowed: false), at: Self.now)
    case .refresh:
      _ = try catalog.add((0..<6).map(Self.entry))
      guard let feed = try catalog.subscription(key: Self.feed) else { break }
      try catalog.record([FeedFetch(of: feed.id, FetchRecord(attempted: Self.now), title: "Sea", guids: ["4", "5"])])
    case .read:
      let entries = try catalog.rows(Listing(query: "is:entry"), .first(3)).map(\.id)
      _ = try catalog.apply(.mark(entries, .unread(false)), at: Self.now)
    case .keep:
      let page = Self.incoming("A page of the sea", "Rain falls on it.", .page(url: Self.page))
      _ = try catalog.keep(page, url: Self.page, fetched: Self.now)
    case .expire:
      try catalog.expire(now: Moment(seconds: Self.now.seconds + 100 * 86_400))
      try catalog.catchUp()
    }
    try catalog.sync()
  }

  private static func entry(_ number: Int) -> IncomingStory {
    incoming(
      "Tide \(number) rises", "Tide number \(number) comes with rain.", .entry(feed: feed, guid: "\(number)"))
  }

  private static func incoming(_ headline: String, _ text: String, _ provenance: Provenance) -> IncomingStory {
    IncomingStory(
      reading: Reading(story: Story(headline: headline, lede: [Block(text: text)])), original: Array(text.utf8),
      provenance: provenance, date: now)
  }
}
