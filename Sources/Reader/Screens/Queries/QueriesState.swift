import Briefing

/// The queries of which one sees the stories at a key: all, unread and starred ones, then those that the user kept.
///
/// How many stories each one finds is asked for when it comes into view.
struct QueriesState: Hashable, Sendable {
  /// The queries that are always there.
  static let standing = [
    SavedQuery(name: "All", query: ""), SavedQuery(name: "Unread", query: "is:unread"),
    SavedQuery(name: "Starred", query: "is:starred"),
  ]

  /// Whether a name is one of those that are always there, however it is written.
  static func isTaken(_ name: String) -> Bool {
    standing.contains { $0.name.lowercased() == name.lowercased() }
  }

  /// What is listed: all queries, or those that the list is narrowed to.
  private(set) var queries: [SavedQuery] = standing
  private var kept: [SavedQuery] = []
  private(set) var words = ""
  /// Whether the first answer has come.
  private(set) var isLoaded = false
  private(set) var counts: [String: RowCount] = [:]
  /// The queries whose counts were asked for, so that they are asked for once.
  private var counted: Set<String> = []
  var scroll = Scroll()

  /// The query under the cursor.
  var current: SavedQuery? {
    queries.indices.contains(scroll.cursor) ? queries[scroll.cursor] : nil
  }

  func isKept(_ query: SavedQuery) -> Bool { !Self.isTaken(query.name) }

  /// Shows the queries that are kept now; the cursor stays on its name if that is among them.
  mutating func show(_ kept: [SavedQuery], rows: Int) {
    self.kept = kept
    isLoaded = true
    list(rows: rows)
  }

  mutating func narrow(to words: String, rows: Int) {
    self.words = words
    list(rows: rows)
  }

  mutating func take(_ count: RowCount, of query: String) {
    counts[query] = count
  }

  /// The counts may be others now; those that are shown stay until they are known.
  mutating func recount() {
    counted = []
  }

  /// The queries in view whose counts have not been asked for; from now on they are taken to be.
  mutating func toCount(rows: Int) -> [String] {
    let inView = queries.dropFirst(scroll.top).prefix(rows).map(\.query)
    let new = inView.filter { !counted.contains($0) }
    counted.formUnion(new)
    return new
  }

  private mutating func list(rows: Int) {
    let name = current?.name
    let pattern = TextPattern(words)
    queries = (Self.standing + kept).filter { query in
      guard let pattern else { return true }
      return [query.name, query.query].contains { pattern.firstMatch(in: $0) != nil }
    }
    let line = queries.firstIndex { $0.name == name }
    scroll.go(to: line ?? min(scroll.cursor, max(0, queries.count - 1)), lines: queries.count, rows: rows)
  }
}
