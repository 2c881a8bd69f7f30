/// A story as the catalog holds it: its row, its words, and what was set aside.
public struct StoryDetail: Hashable, Sendable {
  public var row: Row
  public var story: Story
  public var setAside: [SetAside]
  /// How many stories of the catalog, this one included, cite each host that this story cites.
  public var citingStories: [String: Int]
  /// Which version of the story this is, from 1, and how many there are.
  public var version: Int
  public var versions: Int
  /// What is new since the version before; nil for the first.
  public var changes: StoryChanges?
  /// Where the user was in it last.
  public var bookmark: Bookmark?
  /// The user's notes, in the order of the sections.
  public var notes: [Note]

  public init(
    row: Row, story: Story, setAside: [SetAside] = [], citingStories: [String: Int] = [:], version: Int = 1,
    versions: Int = 1, changes: StoryChanges? = nil, bookmark: Bookmark? = nil, notes: [Note] = []
  ) {
    self.row = row
    self.story = story
    self.setAside = setAside
    self.citingStories = citingStories
    self.version = version
    self.versions = versions
    self.changes = changes
    self.bookmark = bookmark
    self.notes = notes
  }
}

/// What a version of a story says that the version before it did not, and the other way round.
public struct StoryChanges: Hashable, Sendable {
  /// The blocks that were not there before, or not in these words.
  public var new: Set<Place.Block>
  /// The texts that are no longer there, in their old order.
  public var gone: [String]

  public init(new: Set<Place.Block> = [], gone: [String] = []) {
    self.new = new
    self.gone = gone
  }
}
