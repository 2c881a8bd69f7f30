/// A mark that the user sets on a story.
public enum Mark: Hashable, Sendable, Codable {
  case unread(Bool)
  case starred(Bool)
  /// A tag by its name (see `Tag.name`), and whether the story has it.
  case tagged(String, Bool)

  /// What takes the mark back from a story that did not have it before.
  public var inverse: Mark {
    switch self {
    case .unread(let isUnread): .unread(!isUnread)
    case .starred(let isStarred): .starred(!isStarred)
    case .tagged(let name, let isTagged): .tagged(name, !isTagged)
    }
  }
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
  /// Puts stories out of sight, or brings them back.
  case remove([StoryID], isRemoved: Bool)
  /// Takes what one `add` brought out again: its stories, and the versions that it gave to others.
  case withdraw(addition: Int64)

  /// The stories that it is about.
  public var stories: [StoryID] {
    switch self {
    case .mark(let stories, _), .remove(let stories, _): stories
    case .note(let story, _, _): [story]
    case .keep, .forget, .withdraw: []
    }
  }

  // Changes lie in catalogs as these names have them; so a case may get another name, and these stay.
  enum CodingKeys: String, CodingKey {
    case mark = "mark"
    case note = "note"
    case keep = "keep"
    case forget = "forget"
    case remove = "remove"
    case withdraw = "withdraw"
  }

  enum NoteCodingKeys: String, CodingKey {
    case _0 = "_0"
    case section = "section"
    case text = "text"
  }

  enum RemoveCodingKeys: String, CodingKey {
    case _0 = "_0"
    case isRemoved = "isRemoved"
  }

  enum WithdrawCodingKeys: String, CodingKey {
    case addition = "addition"
  }
}

extension Mark {
  enum CodingKeys: String, CodingKey {
    case unread = "unread"
    case starred = "starred"
    case tagged = "tagged"
  }
}

/// What came of an undo.
public struct Undone: Hashable, Sendable {
  /// What was changed back; empty where there was nothing to undo.
  public var changes: [Change]
  /// What was taken out again, where that was an `add`.
  public var withdrawn: Withdrawn?

  public init(changes: [Change] = [], withdrawn: Withdrawn? = nil) {
    self.changes = changes
    self.withdrawn = withdrawn
  }
}

/// What an undo of an `add` took out again.
public struct Withdrawn: Hashable, Sendable {
  /// How many stories are out of sight that it had brought.
  public var stories: Int
  /// How many stories are again what they were before a version came.
  public var versions: Int

  public init(stories: Int, versions: Int) {
    self.stories = stories
    self.versions = versions
  }
}
