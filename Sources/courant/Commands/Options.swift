import ArgumentParser
import Briefing
import Catalog
import Reader
import System

/// Which stories a command works on.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Work on this file or folder, or -, instead of the catalog (again and again).", valueName: "path"))
  var inputs: [Input] = []

  /// What was named, or else the user's catalog.
  func catalog(_ errors: inout ErrorReporter) throws -> Catalog {
    try Self.catalog(of: inputs, &errors)
  }

  static func catalog(of inputs: [Input], _ errors: inout ErrorReporter) throws -> Catalog {
    if inputs.isEmpty { return try CatalogPlace().openToRead() }
    return try Catalog.reading(inputs, &errors)
  }

  /// The same, with all that a query may ask for in it; for an index by dates and marks, nothing has to be found.
  func catalog(answering query: String, _ errors: inout ErrorReporter) throws -> Catalog {
    try Query(query).needsLookup ? searchableCatalog(&errors) : catalog(&errors)
  }

  /// The same, with all that can be found in it.
  func searchableCatalog(_ errors: inout ErrorReporter) throws -> Catalog {
    let catalog = try catalog(&errors)
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
  var needsLookup: Bool {
    clauses.joined().contains { term in
      switch term.condition {
      case .words, .asks, .source, .publisher: true
      default: false
      }
    }
  }
}

/// The ids of stories on a command line.
struct StoryNames: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Ids of stories, which may be cut short as long as only one begins so; or - to read lines as list and search print them.",
      valueName: "id|-"))
  var names: [String]

  init() {}

  init(_ names: [String]) { self.names = names }

  /// The stories they name, each once; a name that no story has is told, and the rest goes on.
  func stories(in catalog: Catalog, _ errors: inout ErrorReporter) throws -> [StoryID] {
    var stories: [StoryID] = []
    var seen: Set<StoryID> = []
    let names = all()
    for (name, id) in zip(names, try catalog.resolve(names.map { StoryID($0) })) {
      guard let id else {
        errors.tell(try catalog.error(about: name) { .noSuchStory($0) })
        continue
      }
      if seen.insert(id).inserted { stories.append(id) }
    }
    return stories
  }

  private func all() -> [String] {
    names.flatMap { $0 == "-" ? Self.listed() : [$0] }
  }

  /// The first word of every line of standard input that is not indented: what stands under a story is.
  private static func listed() -> [String] {
    var names: [String] = []
    while let line = readLine() {
      if let name = name(in: line) { names.append(name) }
    }
    return names
  }

  static func name(in line: String) -> String? {
    let opening = #"{"id": ""#
    let rest = line.hasPrefix(opening) ? line.dropFirst(opening.count) : line[...]
    let name = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\"" }
    return name.isEmpty ? nil : String(name)
  }
}

/// What is no valid UTF-8 is repaired before an argument is understood, and a repaired name would not be found on disk. So
/// the bytes are looked up among the arguments as the system gave them.
extension Input: ExpressibleByArgument {
  init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else {
      self = .file(Path(bytes: Self.bytes(of: argument)))
    }
  }

  private static func bytes(of argument: String) -> [UInt8] {
    for (bytes, text) in zip(Arguments.bytes, Arguments.texts) {
      if text == argument { return bytes }
      if text == "--in=" + argument { return Array(bytes.dropFirst("--in=".utf8.count)) }
    }
    return Array(argument.utf8)
  }
}
