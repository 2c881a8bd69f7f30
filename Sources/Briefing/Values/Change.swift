/// A mark that the user sets on a story.
public enum Mark: Hashable, Sendable, Codable {
  case unread(Bool)
  case starred(Bool)
  /// A tag by its name (see `Tag.name`), and whether the story has it.
  case tagged(String, Bool)
}

/// Something that the user changes in the catalog. Each can be taken back.
public enum Change: Hashable, Sendable, Codable {
  case mark([StoryID], Mark)
  /// The note on a section, or on what stands before the first one (nil). An empty text takes it away.
  case note(StoryID, section: Int?, text: String)
  /// Keeps a query under a name, in the place of one that was kept under it before.
  case keep(SavedQuery)
  /// Forgets the query of a name.
  case forget(String)

  /// The stories that it is about.
  public var stories: [StoryID] {
    switch self {
    case .mark(let stories, _): stories
    case .note(let story, _, _): [story]
    case .keep, .forget: []
    }
  }
}

/// What came of an undo.
public struct Undone: Hashable, Sendable {
  /// What was changed back; empty where there was nothing to undo.
  public var changes: [Change]

  public init(changes: [Change] = []) {
    self.changes = changes
  }
}
