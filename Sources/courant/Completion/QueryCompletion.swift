import Briefing
import Catalog
import Reader

/// The last word of a query that is being typed: a field, or the value of one.
struct QueryCompletion {
  /// What stands before what is completed: other words, a hyphen, a field.
  let before: String
  let typed: String
  /// The field whose value it is; nil where a field is being typed.
  let field: QueryField?

  /// Nil where nothing but words can be meant.
  init?(_ query: String) {
    let start = query.lastIndex(where: \.isWhitespace).map(query.index(after:)) ?? query.startIndex
    let word = query[start...].drop { $0 == "-" }
    if let colon = word.firstIndex(of: ":") {
      guard let field = QueryField.named(String(word[...colon])) else { return nil }
      self.field = field
      typed = String(word[word.index(after: colon)...])
    } else {
      field = nil
      typed = String(word)
    }
    before = String(query.dropLast(typed.count))
  }

  /// The fields alone, where there is no catalog whose values could be offered.
  static func fields(for query: String) -> Completions { QueryCompletion(query)?.known ?? .nothing }

  /// What can be offered without a catalog.
  fileprivate var known: Completions {
    guard let field else {
      let fields = QueryField.all.map { Completions.Candidate(word: before + $0.name, note: $0.summary) }
      return Completions(candidates: fields, isOpen: true)
    }
    switch field.values {
    case .states: return offered(QueryState.all.map { ($0.name, $0.summary) })
    case .days: return offered(Self.days)
    case .tags, .hosts, .publishers, .feeds, .words: return .nothing
    }
  }

  private static let days = [
    ("today", "this day"), ("yesterday", "the day before"), ("7d", "a week ago"), ("30d", "thirty days ago"),
  ]

  fileprivate func offered(_ values: [(word: String, note: String)]) -> Completions {
    Completions(candidates: values.map { .init(word: before + $0.word, note: $0.note) })
  }
}

extension Catalog {
  /// What can take the place of the last word of a query.
  func queryCompletions(for query: String) -> Completions {
    guard let completion = QueryCompletion(query) else { return .nothing }
    guard let field = completion.field, field.values.areInCatalog else { return completion.known }
    let sought = completion.typed.filter { $0 != "\"" }
    let found = (try? offered(field.values, matching: sought, limit: 200)) ?? []
    return completion.offered(
      found.map { (field.values.written($0.name), $0.count.counted("story", "stories")) })
  }
}
