import ArgumentParser
import Briefing

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
