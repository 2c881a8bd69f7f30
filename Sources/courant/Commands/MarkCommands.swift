import ArgumentParser
import Briefing
import Catalog

struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark stories as read, unread or starred.",
    usage: "courant mark read|unread|star|unstar ID…|-",
    discussion: """
      courant list source:example.org | courant mark read - marks all that the list names. courant undo takes it back, \
      and so does U in the reader.
      """)

  enum Name: String, CaseIterable, ExpressibleByArgument {
    case read, unread, star, unstar

    var mark: Mark {
      switch self {
      case .read: .unread(false)
      case .unread: .unread(true)
      case .star: .starred(true)
      case .unstar: .starred(false)
      }
    }
  }

  @Argument(help: "What to mark them as.")
  var mark: Name
  @OptionGroup var stories: StoryNames

  func run() throws {
    try MarkedStories.set([mark.mark], on: stories)
  }
}

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Add tags to stories, or remove them.",
    usage: "courant tag add|remove NAMES ID…|-",
    discussion: """
      NAMES is one tag, or several in quotes: "energy ports" are two; with a comma, tags may have several words: "energy \
      policy, ports". courant list tag:NAME finds the stories again. A tag is in lower case, with hyphens for spaces. \
      courant undo takes them back, and so does U in the reader.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument {
    case add, remove
  }

  @Argument(help: "What to do.")
  var action: Action
  @Argument(help: "The tags.")
  var names: String
  @OptionGroup var stories: StoryNames

  func validate() throws {
    let line = TagLine(names)
    if line.items.isEmpty || line.flaw != nil { throw ValidationError("A tag needs a letter or a digit.") }
  }

  /// What stands behind a hyphen is taken away, whether tags are added or removed.
  func run() throws {
    try requireOrder()
    try MarkedStories.set(TagLine(names).items.map { .tagged($0.name, action == .add && $0.isGiven) }, on: stories)
  }
}

extension TagCommand {
  /// Refuses a story that stands where the tags do, with tags behind it.
  private func requireOrder() throws {
    let catalog = try CatalogPlace().openToRead()
    guard !stories.names.contains("-"), let story = try catalog.resolve([StoryID(names)])[0], story.text == names,
      try catalog.resolve(stories.names.map { StoryID($0) }).allSatisfy({ $0 == nil })
    else { return }
    throw CommandError.tagsBehindStory(story)
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last add, removal, mark, tag, note or saved query back.",
    discussion: """
      As U does in the reader. Again and again, it goes back further, also over what was done days ago. Of an add, the stories \
      that were new are taken out again, and those that had got a newer version are what they were; adding the same again \
      brings them back. courant redo makes again what was taken back.
      """)

  func run() throws {
    let undone = try CatalogPlace().openToRead().undo(at: .now)
    if undone.changes.isEmpty { StandardError.say("there is nothing to take back") }
    if let withdrawn = undone.withdrawn { return StandardError.say(withdrawn.sentence) }
    for sentence in undone.sentences { StandardError.say("taken back, so that \(sentence)") }
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make again what was taken back last.",
    discussion: """
      As ^R does in the reader. Again and again, until nothing is left that was taken back; what is changed meanwhile ends that. \
      An add that had brought newer versions is not made again: adding the same once more brings them back.
      """)

  func run() throws {
    let redone = try CatalogPlace().openToRead().redo(at: .now)
    if redone.changes.isEmpty { StandardError.say("there is nothing to make again") }
    if let readmitted = redone.readmitted { return StandardError.say(readmitted.sentenceOfReturn) }
    for sentence in redone.sentences { StandardError.say("made again: \(sentence)") }
  }
}

/// Sets marks on the stories that a command line names.
enum MarkedStories {
  /// All at once, so that one undo takes all back.
  static func set(_ marks: [Mark], on names: StoryNames) throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let named = try names.stories(in: catalog, &errors)
    let markings = try marks.map { Marking(try withRoom(for: $0, named, in: catalog, &errors), $0) }
      .filter { !$0.stories.isEmpty }
    if !markings.isEmpty {
      let change = markings.count == 1 ? Change.mark(markings[0].stories, markings[0].mark) : .marks(markings)
      let isDifferent = try catalog.apply(change, at: .now)
      StandardError.say(isDifferent ? change.sentence : "\(change.sentence) already")
    }
    try errors.finish()
  }

  /// The stories that can take the mark; those that have too many tags are told, and the rest goes on.
  private static func withRoom(
    for mark: Mark, _ stories: [StoryID], in catalog: Catalog, _ errors: inout ErrorReporter
  ) throws -> [StoryID] {
    guard case .tagged(let name, true) = mark else { return stories }
    return try stories.filter { id in
      let tags = try catalog.row(id)?.tags ?? []
      guard tags.count >= Tag.most, !tags.contains(name) else { return true }
      errors.tell(CommandError.noRoomForTag(id))
      return false
    }
  }
}
