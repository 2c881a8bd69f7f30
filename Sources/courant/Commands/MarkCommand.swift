import ArgumentParser
import Briefing

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
