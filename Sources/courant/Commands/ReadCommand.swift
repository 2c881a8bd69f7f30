import ArgumentParser
import Briefing
import Catalog
import System
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
    try Self.read(paths + input.inputs)
  }

  /// Reads inputs, or the user's catalog where there are none.
  static func read(_ inputs: [Input]) throws {
    try Descriptor.requireRoom(for: Courant.descriptors)
    if !Terminal.isAtHand {
      try printIndex(of: inputs)
    } else if inputs.isEmpty {
      try ReaderSession.read(CatalogPlace())
    } else {
      try ReaderSession.read(inputs)
    }
  }

  private static func printIndex(of inputs: [Input]) throws {
    var complaints = ErrorReporter()
    var output = Output()
    try output.index(of: InputOptions.catalog(of: inputs, &complaints), Listing(), json: false)
    try output.flush()
    try complaints.finish()
  }
}
