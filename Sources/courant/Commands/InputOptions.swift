import ArgumentParser
import Briefing
import Catalog

/// Which stories a command works on.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Work on this file or folder, or -, instead of the catalog (again and again).", valueName: "path"))
  var inputs: [Input] = []

  /// What was named, or else the user's catalog.
  func catalog(_ complaints: inout ErrorReporter) throws -> Catalog {
    try Self.catalog(of: inputs, &complaints)
  }

  static func catalog(of inputs: [Input], _ complaints: inout ErrorReporter) throws -> Catalog {
    if inputs.isEmpty { return try CatalogPlace().openToRead() }
    return try Catalog.reading(inputs, &complaints)
  }

  /// The same, with all that a query may ask for in it; for an index by dates and marks, nothing has to be found.
  func catalog(answering query: String, _ complaints: inout ErrorReporter) throws -> Catalog {
    try Query(query).isAboutWords ? searchableCatalog(&complaints) : catalog(&complaints)
  }

  /// The same, with all that can be found in it.
  func searchableCatalog(_ complaints: inout ErrorReporter) throws -> Catalog {
    let catalog = try catalog(&complaints)
    try catalog.catchUpOrTell()
    return catalog
  }
}

/// How a list is printed.
struct ListOptions: ParsableArguments {
  @Flag(help: "One JSON object a line, dates as ISO 8601 in UTC.")
  var json = false
}

extension Query {
  /// Whether it asks for more than the marks and dates that the index itself has.
  fileprivate var isAboutWords: Bool {
    clauses.joined().contains { term in
      switch term.condition {
      case .words, .asks, .source: true
      default: false
      }
    }
  }
}
