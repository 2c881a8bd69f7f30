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
    abstract: "A news reader for the terminal: cited briefings, feeds, pages and newsletters.",
    usage: "courant [PATH…|-] [--in PATH]\ncourant <subcommand>",
    discussion: """
      Stories that a news app shared as plain text are put into the catalog by courant add, courant follow brings those of \
      feeds, and courant opens the reader (? there shows the keys). courant PATH reads files, folders, or - for standard input, without adding them; \
      with --in PATH, any command works on these instead of the catalog. \
      Where there is no terminal to draw on or to take keys from, the index is printed instead. \
      courant --reset-terminal gives a terminal back that a killed reader left behind.
      """,
    version: Version.line,
    subcommands: [
      ReadCommand.self, AddCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self, SourcesCommand.self,
      QuestionsCommand.self, NotesCommand.self, TagsCommand.self, FeedsCommand.self, UnfollowCommand.self,
      ImportCommand.self, MarkCommand.self, TagCommand.self, EditCommand.self,
      RemoveCommand.self,
      RestoreCommand.self, FollowCommand.self, RefreshCommand.self, FetchCommand.self, SyncCommand.self,
      PurgeCommand.self, UndoCommand.self, RedoCommand.self, ExportCommand.self, BackupCommand.self, DoctorCommand.self,
      ConfigCommand.self, HelpCommand.self, KeysCommand.self, ManualCommand.self, CompleteCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// More than the reader and all of its connections have open at any time.
  static let descriptors = 48

  static func main() {
    Descriptor.occupyStandard()
    // A file that may not grow is then an error like any other, and not a death by signal.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let answer = quickAnswer { return try answer() }
      var command = try parseAsRoot(Arguments.texts)
      // Giving a terminal back needs no room, and so that command sees to it itself.
      if !(command is ReadCommand) { try Descriptor.requireRoom(for: descriptors) }
      try command.run()
    } catch {
      ErrorExit(error).end()
    }
  }

  /// The words that are commands where they stand first.
  static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// What is done where the parser need not say what is meant: it learns all commands before it looks at one argument, which
  /// is a tenth of the time to the first screen.
  private static var quickAnswer: (() throws -> Void)? {
    let arguments = Arguments.texts
    if arguments == ["--version"] {
      return {
        var output = Output()
        try output.line(Version.line)
        try output.flush()
      }
    }
    if arguments.first == CompleteCommand.configuration.commandName {
      return { try CompleteCommand.complete(Array(arguments.dropFirst())) }
    }
    return pathsAlone.map { paths in { try ReadCommand.read(paths) } }
  }

  /// What is to be read where nothing but paths was given; nil where something else is.
  private static var pathsAlone: [Input]? {
    let arguments = Arguments.texts
    let isPath = { (argument: String) in
      argument == "-" || !argument.hasPrefix("-") && !commandNames.contains(argument)
    }
    return arguments.allSatisfy(isPath) ? arguments.map(Input.init(argument:)) : nil
  }
}
