/// A story as one line of the index.
public struct Row: Hashable, Sendable, Identifiable {
  public var id: StoryID
  public var headline: String
  /// When it was published, or else when its file was last changed.
  public var date: Moment
  /// How many of its headings ask something (`Story.questionCount`): as many as the list of questions has of it.
  public var questions: Int
  /// How many distinct hosts it cites.
  public var sources: Int
  public var isUnread: Bool
  public var isStarred: Bool
  /// The names of its tags, in the order of the alphabet.
  public var tags: [String]
  /// How many versions of the story there are.
  public var versions: Int
  /// Who publishes it, where that is known.
  public var publisher: String?
  /// How far it was read.
  public var progress: Progress
  /// Whether it is out of sight, because the user removed it or took back that it was added.
  public var isRemoved: Bool
  /// What the user calls the feed that it came by first; nil where the user gave it no name, or it came by none.
  public var feed: String?
  /// Whether it is a copy of a page that is kept for reading.
  public var isPage: Bool

  /// How far the user has come in a story.
  public enum Progress: Int, Hashable, Sendable, CaseIterable {
    case none, begun
    /// Read to its end.
    case finished
  }

  public init(
    id: StoryID, headline: String, date: Moment, questions: Int, sources: Int, isUnread: Bool = true,
    isStarred: Bool = false, tags: [String] = [], versions: Int = 1,
    publisher: String? = nil, progress: Progress = .none, isRemoved: Bool = false,
    feed: String? = nil, isPage: Bool = false
  ) {
    self.id = id
    self.headline = headline
    self.date = date
    self.questions = questions
    self.sources = sources
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.tags = tags
    self.versions = versions
    self.publisher = publisher
    self.progress = progress
    self.isRemoved = isRemoved
    self.feed = feed
    self.isPage = isPage
  }
}

extension Row {
  /// Shows the row with a mark.
  public mutating func set(_ mark: Mark) {
    switch mark {
    case .unread(let isUnread): self.isUnread = isUnread
    case .starred(let isStarred): self.isStarred = isStarred
    case .tagged(let name, let isTagged):
      tags.removeAll { $0 == name }
      if isTagged { tags = (tags + [name]).sorted() }
    }
  }
}

/// A story that has something to do with another one, and what that is.
public struct Related: Hashable, Sendable {
  public var row: Row
  /// The hosts that both cite, the one that fewest stories cite first.
  public var sources: [String]
  /// The questions that both ask, as the other story words them.
  public var questions: [String]
  /// Words of both that few stories have, the rarest first.
  public var words: [String]

  public init(row: Row, sources: [String] = [], questions: [String] = [], words: [String] = []) {
    self.row = row
    self.sources = sources
    self.questions = questions
    self.words = words
  }
}
