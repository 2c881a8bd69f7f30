import ArgumentParser
import Catalog

/// Which stories a command works on.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Work on this file or folder, or - (again and again).", valueName: "path"))
  var inputs: [Input] = []

  func catalog(_ complaints: inout Complaints) throws -> Catalog {
    guard !inputs.isEmpty else { throw RequestError.noCatalog }
    return try Catalog.reading(inputs, &complaints)
  }
}

/// How a list is printed.
struct ListOptions: ParsableArguments {
  @Flag(help: "One JSON object a line, dates as ISO 8601 in UTC.")
  var json = false
}
