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
    try Marking.set(mark.mark, on: stories)
  }
}

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Add a tag to stories, or remove it.",
    usage: "courant tag add|remove NAME ID…|-",
    discussion: """
      courant list tag:NAME finds them again. A tag is in lower case, with hyphens for spaces. courant undo takes it \
      back, and so does U in the reader.
      """)

  enum Action: String, CaseIterable, ExpressibleByArgument {
    case add, remove
  }

  @Argument(help: "What to do.")
  var action: Action
  @Argument(help: "The tag.")
  var name: String
  @OptionGroup var stories: StoryNames

  func validate() throws {
    if Tag.name(name) == nil { throw ValidationError("A tag needs a letter or a digit.") }
  }

  func run() throws {
    guard let tag = Tag.name(name) else { return }
    try Marking.set(.tagged(tag, action == .add), on: stories)
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last add, removal, mark, tag, note or saved query back.",
    discussion: """
      As U does in the reader. Again and again, it goes back further, also over what was done days ago. Of an add, the stories \
      that were new are taken out again, and those that had got a newer version are what they were; adding the same again \
      brings them back.
      """)

  func run() throws {
    let undone = try CatalogPlace().openToRead().undo(at: .now)
    if undone.changes.isEmpty { StandardError.say("there is nothing to take back") }
    if let withdrawn = undone.withdrawn { return StandardError.say(withdrawn.sentence) }
    for change in undone.changes { StandardError.say("taken back: \(change.sentence)") }
  }
}

/// Sets a mark on the stories that a command line names.
enum Marking {
  /// All at once, so that one undo takes all back.
  static func set(_ mark: Mark, on names: StoryNames) throws {
    var errors = ErrorReporter()
    let catalog = try CatalogPlace().openToRead()
    let named = try names.stories(in: catalog, &errors)
    let stories = try withRoom(for: mark, named, in: catalog, &errors)
    if !stories.isEmpty {
      let change = Change.mark(stories, mark)
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
