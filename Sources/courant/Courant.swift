import ArgumentParser

@main
struct Courant: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A reader for cited news briefings.",
    usage: "courant [PATH…|-]\ncourant <subcommand>",
    discussion: """
      Give it stories that a news app shared as plain text: files, folders, or - for standard input. In a terminal they \
      open in the reader (? there shows the keys); elsewhere their index is printed.
      """,
    version: "courant 0.1.0",
    subcommands: [
      ReadCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self, SourcesCommand.self,
      QuestionsCommand.self, KeysCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  static func main() {
    StandardStreams.occupy()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Ending(error).end()
    }
  }
}
