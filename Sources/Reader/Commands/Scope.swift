/// Where a key means a command. The same key may mean one thing in a story and another in the index.
enum Scope: String, Hashable, Sendable, CaseIterable {
  case everywhere
  /// Stories, questions, sources and queries: the four lists at the root.
  case tabs
  case index, questions, sources, queries, search, story, related, source, help
  /// While a search is on.
  case matches

  /// How settings name the place.
  var name: String { self == .tabs ? label : rawValue }

  /// How the help and the documents name the place.
  var label: String {
    switch self {
    case .everywhere: "everywhere"
    case .tabs: "lists"
    case .index: "index"
    case .questions: "questions"
    case .sources: "sources"
    case .queries: "queries"
    case .search: "search"
    case .story: "story"
    case .related: "related stories"
    case .source: "source"
    case .help: "help"
    case .matches: "while searching"
    }
  }
}
