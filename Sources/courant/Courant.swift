import ArgumentParser
import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@main
struct Courant: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A reader for cited news briefings.",
    usage: "courant [PATH…|-]\ncourant <subcommand>",
    discussion: """
      Stories that a news app shared as plain text are put into the catalog by courant add, and courant opens it in the \
      reader (? there shows the keys). courant PATH reads files, folders, or - for standard input, without adding them. \
      Where there is no terminal to draw on or to take keys from, the index is printed instead. \
      courant --reset-terminal gives a terminal back that a killed reader left behind.
      """,
    version: "courant 0.1.0",
    subcommands: [
      ReadCommand.self, AddCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self, SourcesCommand.self,
      QuestionsCommand.self, MarkCommand.self, TagCommand.self, RemoveCommand.self, RestoreCommand.self,
      PurgeCommand.self, UndoCommand.self, ExportCommand.self, BackupCommand.self, DoctorCommand.self,
      ConfigCommand.self, KeysCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// More than the reader and all of its connections have open at any time.
  static let descriptors = 48

  static func main() {
    Descriptor.occupyStandard()
    // A file that may not grow is then an error like any other, and not a death by signal.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let paths = pathsAlone { return try ReadCommand.read(paths) }
      var command = try parseAsRoot(Arguments.texts)
      // Giving a terminal back needs no room, and so that command sees to it itself.
      if !(command is ReadCommand) { try Descriptor.requireRoom(for: descriptors) }
      try command.run()
    } catch {
      ErrorExit(error).end()
    }
  }

  /// What is to be read where nothing but paths was given; nil where the parser has to say what is meant.
  ///
  /// The parser learns all commands before it looks at one argument, which is a tenth of the time to the first screen.
  private static var pathsAlone: [Input]? {
    let arguments = Arguments.texts
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    let isPath = { (argument: String) in argument == "-" || !argument.hasPrefix("-") && !names.contains(argument) }
    return arguments.allSatisfy(isPath) ? arguments.map(Input.init(argument:)) : nil
  }
}
