/// A page that is to be fetched when there is a network, and kept.
public struct WantedPage: Hashable, Sendable {
  public var url: String
  /// The story that cites it; nil where none is known.
  public var story: StoryID?
  /// Whether the user asked for this very page, and not a setting for all that stories cite.
  public var isAskedFor: Bool
  /// How fetching it went so far.
  public var fetches: FetchRecord

  public init(url: String, story: StoryID? = nil, isAskedFor: Bool, fetches: FetchRecord = FetchRecord()) {
    self.url = url
    self.story = story
    self.isAskedFor = isAskedFor
    self.fetches = fetches
  }
}

/// A page that a story cites by its whole address.
public struct CitedPage: Hashable, Sendable {
  public var url: String
  /// The newest of the stories that were asked about, and cite it.
  public var story: StoryID

  public init(url: String, story: StoryID) {
    (self.url, self.story) = (url, story)
  }
}
