/// Where a key means a command. The same key may mean one thing in a story and another in the index.
enum Scope: String, Hashable, Sendable, CaseIterable {
  case everywhere
  /// Stories, questions and sources: the three lists at the root.
  case tabs
  case index, questions, sources, search, story, source, help
  /// While a search is on.
  case matches
}
