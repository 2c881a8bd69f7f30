import ArgumentParser
import Briefing
import Catalog

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read stories in the terminal.", usage: "courant [PATH…|-] [--in PATH]",
    shouldDisplay: false)

  @Argument(help: "Files and folders to read, or - for standard input.")
  var paths: [Input] = []
  @OptionGroup var input: InputOptions

  func run() throws {
    let inputs = paths + input.inputs
    guard !inputs.isEmpty else { throw RequestError.noCatalog }
    if Output.isTerminal {
      try ReaderSession(inputs).run()
    } else {
      try Self.printIndex(of: inputs)
    }
  }

  private static func printIndex(of inputs: [Input]) throws {
    var complaints = Complaints()
    var output = Output()
    let catalog = try Catalog.reading(inputs, &complaints)
    try output.index(of: catalog, Listing(), json: false)
    try output.flush()
    try complaints.finish()
  }
}
