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
  /// When an older version is from; nil for the newest, which has the date of the row.
  public var versionDate: Moment?
  /// What is new since the version before; nil for the first.
  public var changes: StoryChanges?
  /// Where the user was in it last.
  public var bookmark: Bookmark?
  /// The user's notes, in the order of the sections.
  public var notes: [Note]
  /// What the user put in the place of headline and date; `row` and `story` have it.
  public var edits = StoryEdits()
  /// What stood there; nil where nothing was edited.
  public var written: WrittenWords?
  public var kind = StoryKind.briefing
  /// What lists call the feed that it came by first; nil for what came by none.
  public var feed: String?
  /// The other places that it was found at.
  public var places: [StoryPlace] = []
  /// When it was fetched, where it is a copy of a page that is kept for reading; nil for a story of the index.
  public var kept: Moment?

  public init(
    row: Row, story: Story, setAside: [SetAside] = [], citingStories: [String: Int] = [:], version: Int = 1,
    versions: Int = 1, versionDate: Moment? = nil, changes: StoryChanges? = nil, bookmark: Bookmark? = nil,
    notes: [Note] = []
  ) {
    self.row = row
    self.story = story
    self.setAside = setAside
    self.citingStories = citingStories
    self.version = version
    self.versions = versions
    self.versionDate = versionDate
    self.changes = changes
    self.bookmark = bookmark
    self.notes = notes
  }

  /// When the version that this is is from.
  public var date: Moment { versionDate ?? row.date }
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
