import ArgumentParser
import Briefing
import Catalog

/// The ids of stories on a command line.
struct StoryNames: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Ids of stories, which may be cut short as long as only one begins so; or - to read lines as list and search print them.",
      valueName: "id|-"))
  var names: [String]

  /// The stories they name, each once; a name that no story has is told, and the rest goes on.
  func stories(in catalog: Catalog, _ complaints: inout ErrorReporter) throws -> [StoryID] {
    var stories: [StoryID] = []
    var seen: Set<StoryID> = []
    let names = all()
    for (name, id) in zip(names, try catalog.resolve(names.map { StoryID($0) })) {
      guard let id else {
        complaints.tell(RequestError.noSuchStory(name))
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
