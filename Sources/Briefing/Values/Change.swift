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

/// A mark, and the stories that it is set on.
public struct Marking: Hashable, Sendable, Codable {
  public var stories: [StoryID]
  public var mark: Mark

  // As it lies in catalogs.
  enum CodingKeys: String, CodingKey {
    case stories = "stories"
    case mark = "mark"
  }

  public init(_ stories: [StoryID], _ mark: Mark) {
    (self.stories, self.mark) = (stories, mark)
  }
}

/// Something that the user changes in the catalog. Each can be taken back.
public enum Change: Hashable, Sendable, Codable {
  case mark([StoryID], Mark)
  /// Several marks, which are taken back as one.
  case marks([Marking])
  /// The note on a section, or on what stands before the first one (nil). An empty text takes it away.
  case note(StoryID, section: Int?, text: String)
  /// Keeps a query under a name, in the place of one that was kept under it before.
  case keep(SavedQuery)
  /// Forgets the query of a name.
  case forget(String)
  /// Puts stories out of sight, or brings them back.
  case remove([StoryID], isRemoved: Bool)
  /// Puts other words in the place of a story's headline or date, or takes them back.
  case edit(StoryID, [StoryEdit])
  /// Takes what one `add` brought out again: its stories, and the versions that it gave to others.
  case withdraw(addition: Int64)
  /// Brings the stories of an `add` back that `withdraw` took out.
  case readmit(addition: Int64)
  /// Follows the feed of a key (`Subscription.key`) that was followed before, or follows it no more.
  case follow(String, isFollowed: Bool)

  /// What it comes to: several marks each by itself.
  public var parts: [Change] {
    if case .marks(let markings) = self { markings.map { .mark($0.stories, $0.mark) } } else { [self] }
  }

  /// The stories that it is about.
  public var stories: [StoryID] {
    switch self {
    case .mark(let stories, _), .remove(let stories, _): stories
    case .marks(let markings): markings.flatMap(\.stories)
    case .note(let story, _, _), .edit(let story, _): [story]
    case .keep, .forget, .withdraw, .readmit, .follow: []
    }
  }

  // Changes lie in catalogs as these names have them; so a case may get another name, and these stay.
  enum CodingKeys: String, CodingKey {
    case mark = "mark"
    case marks = "marks"
    case note = "note"
    case keep = "keep"
    case forget = "forget"
    case remove = "remove"
    case edit = "edit"
    case withdraw = "withdraw"
    case readmit = "readmit"
    case follow = "follow"
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

  enum EditCodingKeys: String, CodingKey {
    case _0 = "_0"
    case _1 = "_1"
  }

  enum WithdrawCodingKeys: String, CodingKey {
    case addition = "addition"
  }

  enum ReadmitCodingKeys: String, CodingKey {
    case addition = "addition"
  }

  enum FollowCodingKeys: String, CodingKey {
    case _0 = "_0"
    case isFollowed = "isFollowed"
  }
}

extension Mark {
  enum CodingKeys: String, CodingKey {
    case unread = "unread"
    case starred = "starred"
    case tagged = "tagged"
  }
}

/// What came of an undo, or of a redo, which takes that back.
public struct Undone: Hashable, Sendable {
  /// What was changed; empty where there was nothing to undo, or to make again.
  public var changes: [Change]
  /// What was taken out again, where that was an `add`.
  public var withdrawn: Withdrawn?
  /// What came back, where that was an `add`.
  public var readmitted: Withdrawn?
  /// The headline of the story that it is about, where that is one; or the name of the feed.
  public var headline: String?
  /// When it was done, where that was so long ago that it has been left as it is: the rest says what an undo would do.
  public var heldBack: Moment?
  /// Whether a redo takes it back, or of a redo, an undo.
  public var isReversible: Bool

  public init(
    changes: [Change] = [], withdrawn: Withdrawn? = nil, readmitted: Withdrawn? = nil, headline: String? = nil,
    heldBack: Moment? = nil, isReversible: Bool = true
  ) {
    self.changes = changes
    self.withdrawn = withdrawn
    self.readmitted = readmitted
    self.headline = headline
    self.heldBack = heldBack
    self.isReversible = isReversible
  }
}

/// What an undo of an `add` took out again.
public struct Withdrawn: Hashable, Sendable {
  /// How many stories are out of sight that it had brought.
  public var stories: Int
  /// How many stories are again what they were before a version came.
  public var versions: Int
  /// The headline, where it is one story in all.
  public var headline: String?

  public init(stories: Int, versions: Int, headline: String? = nil) {
    self.stories = stories
    self.versions = versions
    self.headline = headline
  }
}
