/// A story as one line of the index.
public struct Row: Hashable, Sendable, Identifiable {
  public var id: StoryID
  public var headline: String
  /// When it was published, or else when its file was last changed.
  public var date: Moment
  /// How many sections the story has.
  public var questions: Int
  /// How many distinct hosts it cites.
  public var sources: Int
  public var isUnread: Bool
  public var isStarred: Bool
  /// The names of its tags, in the order of the alphabet.
  public var tags: [String]
  /// How many versions of the story there are.
  public var versions: Int

  public init(
    id: StoryID, headline: String, date: Moment, questions: Int, sources: Int, isUnread: Bool = true,
    isStarred: Bool = false, tags: [String] = [], versions: Int = 1
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
  }
}
