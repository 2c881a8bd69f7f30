import Briefing
import Catalog
import Formats

/// What a feed brought, ready to be put into the catalog.
struct FeedIntake: Sendable {
  let title: String?
  let site: String?
  let interval: Int?
  let stories: [IncomingStory]
  /// What it calls each of its entries.
  let guids: [String]

  /// No feed has so many entries; what is behind them is looked at when it comes to stand further up.
  private static let most = 10_000

  /// - Parameters:
  ///   - key: by what the catalog knows its entries.
  ///   - date: when entries count as new that do not say when they were published.
  init(_ feed: FetchedFeed, key: String, at date: Moment) {
    title = feed.title
    site = feed.site
    interval = feed.interval
    var stories: [IncomingStory] = []
    var guids: [String] = []
    for index in 0..<min(feed.count, Self.most) {
      // A story of Kagi News that is broken is passed over.
      guard let (story, guid) = try? feed.entry(index) else { continue }
      guids.append(guid)
      stories.append(Self.incoming(story, guid, key, at: date))
    }
    // Those that came first stand last in a feed; of two of the same moment the upper one is to be the newer.
    self.stories = stories.reversed()
    self.guids = guids
  }

  private static func incoming(
    _ story: StoryFile.Story, _ guid: String, _ key: String, at now: Moment
  ) -> IncomingStory {
    var reading = story.reading
    // What is to come in the future would stand above all that is new.
    if let published = reading.story.published, published > now { reading.story.published = nil }
    return IncomingStory(
      reading: reading, original: story.original,
      provenance: .entry(feed: key, guid: guid, url: story.entry?.url ?? reading.story.url), date: now)
  }
}
