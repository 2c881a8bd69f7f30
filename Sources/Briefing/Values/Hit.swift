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
