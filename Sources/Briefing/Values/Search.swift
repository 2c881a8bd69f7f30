/// A search for the places where words stand.
public struct Search: Hashable, Sendable {
  /// In which order the places come.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Newest story first.
    case newest
    /// The stories first that have the most of the words, and the rarest.
    case best
  }

  /// What the user typed; see `Query`.
  public var query: String
  public var order: Order
  /// The query within whose stories is sought; empty for all stories.
  public var limit: String

  public init(_ query: String, order: Order = .newest, within limit: String = "") {
    self.query = query
    self.limit = limit
    self.order = order
  }
}

/// A place in a story that a search found.
public struct Hit: Hashable, Sendable {
  public var story: StoryID
  public var headline: String
  /// The story's date.
  public var date: Moment
  /// The heading it stands under; nil in headline, summary and lede.
  public var heading: String?
  /// Where the first matching word stands.
  public var place: Place
  /// A piece of the text around it, on one line.
  public var excerpt: String
  /// The matching words in the excerpt, as UTF-8 offsets.
  public var matches: [Range<Int>]

  public init(
    story: StoryID, headline: String, date: Moment, heading: String?, place: Place, excerpt: String,
    matches: [Range<Int>]
  ) {
    self.story = story
    self.headline = headline
    self.date = date
    self.heading = heading
    self.place = place
    self.excerpt = excerpt
    self.matches = matches
  }
}
