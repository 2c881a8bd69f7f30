/// What the user has set on a story, as an export carries it from one catalog to another.
public struct UserMarks: Hashable, Sendable {
  public var isUnread: Bool
  public var isStarred: Bool
  public var tags: [String]
  public var notes: [Note]
  public var edits: StoryEdits

  public init(
    isUnread: Bool = true, isStarred: Bool = false, tags: [String] = [], notes: [Note] = [],
    edits: StoryEdits = StoryEdits()
  ) {
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.tags = tags
    self.notes = notes
    self.edits = edits
  }
}
