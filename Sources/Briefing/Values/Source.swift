/// A host that stories cite, and how much rests on it.
public struct Source: Hashable, Sendable {
  /// The name, in lower case and without `www.`.
  public var host: String
  /// How many citations name it, in all stories.
  public var claims: Int
  /// How many stories cite it.
  public var stories: Int
  /// The date of the oldest story that cites it.
  public var firstSeen: Moment
  /// The date of the newest story that cites it.
  public var lastSeen: Moment

  public init(host: String, claims: Int, stories: Int, firstSeen: Moment, lastSeen: Moment) {
    self.host = host
    self.claims = claims
    self.stories = stories
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

/// A sentence and the source it rests on, found across stories.
public struct Claim: Hashable, Sendable {
  public var story: StoryID
  public var headline: String
  /// The story's date.
  public var date: Moment
  /// The heading it stands under; nil in the lede.
  public var heading: String?
  /// The sentence that the citation stands behind.
  public var sentence: String
  /// Where the citation stands.
  public var place: Place
  public var citation: Citation

  public init(
    story: StoryID, headline: String, date: Moment, heading: String?, sentence: String, place: Place,
    citation: Citation
  ) {
    self.story = story
    self.headline = headline
    self.date = date
    self.heading = heading
    self.sentence = sentence
    self.place = place
    self.citation = citation
  }
}
