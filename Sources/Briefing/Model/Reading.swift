/// What a parse gives: the story, and what of the input is not in it.
public struct Reading: Hashable, Sendable {
  public var story: Story
  /// In the order of their places.
  public var setAside: [SetAside]
  /// What only text that Courant wrote itself says.
  public var stamp: CatalogStamp

  public init(story: Story, setAside: [SetAside] = [], stamp: CatalogStamp = CatalogStamp()) {
    self.story = story
    self.setAside = setAside
    self.stamp = stamp
  }
}

/// A piece of the input that is not story, kept so that nothing is lost.
public struct SetAside: Hashable, Sendable {
  /// Why a piece is not part of the story.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// What the sharing app added below (or among) the story.
    case footer
    /// What a cut link left behind a citation, and what a whole one has besides its text and its address.
    case linkResidue = "link residue"
    /// A character that would command a terminal or hide text.
    case control = "control character"
    /// Bytes that are not text in the input's encoding.
    case malformed = "malformed text"
    /// What stands around the article of a page: navigation, advertising, comments, what is there for sharing it.
    case surroundings = "around the article"
    /// Tags, comments and lines of marks that say nothing of the story.
    case markup
    /// Where a link leads that has no place in the story, as one in a heading, or that is none of the web.
    case address = "link address"
    /// An entry of the list that says what the numbers and footnotes of a story stand for, and such a number in a heading.
    case reference
    /// What a chat program puts where it would show a source.
    case chatMark = "chat mark"
    /// Front matter and headers of a mail: what they say is known of the story, or is none of its matters.
    case metadata
    /// A line that says who wrote the story and when.
    case byline
    /// Words that only say what stands below: `Key points:`, `Q:`.
    case label
  }

  /// The bytes of the input that it covers.
  public var place: Range<Int>
  /// What stood there, made displayable.
  public var text: String
  public var reason: Reason

  public init(place: Range<Int>, text: String, reason: Reason) {
    self.place = place
    self.text = text
    self.reason = reason
  }
}

/// What a story that was written out says of its place in the catalog that it comes from.
public struct CatalogStamp: Hashable, Sendable {
  /// Its name there.
  public var id: StoryID?
  /// When it counts as new, where the story does not say when it was published.
  public var date: Moment?

  public init(id: StoryID? = nil, date: Moment? = nil) {
    self.id = id
    self.date = date
  }
}
