import ArgumentParser
import Briefing
import Catalog
import Terminal

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read stories in the terminal: those of the catalog, or of files and folders.",
    usage: "courant [PATH…|-] [--in PATH]",
    shouldDisplay: false)

  @Argument(help: "Files and folders to read, or - for standard input.")
  var paths: [Input] = []
  @OptionGroup var input: InputOptions
  @Flag(help: "Give the terminal back that a killed reader left behind, and do nothing else.")
  var resetTerminal = false

  func run() throws {
    guard !resetTerminal else { return try Terminal.reset() }
    var named = input
    named.inputs = paths + input.inputs
    if !Terminal.isAtHand {
      try Self.printIndex(of: named)
    } else if named.inputs.isEmpty {
      try ReaderSession.read(CatalogPlace())
    } else {
      try ReaderSession.read(named.inputs)
    }
  }

  private static func printIndex(of named: InputOptions) throws {
    var complaints = Complaints()
    var output = Output()
    try output.index(of: named.catalog(&complaints), Listing(), json: false)
    try output.flush()
    try complaints.finish()
  }
}
