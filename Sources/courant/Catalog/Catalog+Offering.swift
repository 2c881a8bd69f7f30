import Briefing
import Catalog
import Reader

/// What can stand behind a field of a query, for the reader's prompt and for shells.
extension Catalog {
  /// The values that the stories have and that hold a text, those that most stories have first.
  func offered(
    _ kind: QueryField.Values, matching text: String, limit: Int
  ) throws(CatalogError) -> [OfferedValue] {
    switch kind {
    case .tags:
      let found = try tags().filter { text.isEmpty || $0.name.contains(text.lowercased()) }
      return found.prefix(limit).map { OfferedValue(name: $0.name, count: $0.stories) }
    case .hosts:
      return try sources(matching: text, limit: limit).map { OfferedValue(name: $0.host, count: $0.stories) }
    case .publishers:
      let found = try publishers().filter { text.isEmpty || $0.name.lowercased().contains(text.lowercased()) }
      return found.prefix(limit).map { OfferedValue(name: $0.name, count: $0.stories) }
    case .feeds:
      let found = try subscriptions().filter { text.isEmpty || $0.name.lowercased().contains(text.lowercased()) }
      let sorted = found.sorted { ($1.stories, $0.name.lowercased()) < ($0.stories, $1.name.lowercased()) }
      return sorted.prefix(limit).map { OfferedValue(name: $0.name, count: $0.stories) }
    case .states, .days, .words: return []
    }
  }
}
