import Briefing

/// The queries of which one sees the stories at a key: all, unread and starred ones, then those that the user kept.
///
/// How many stories each one finds is asked for when it comes into view.
struct QueriesState: RootList, NarrowingList {
  static let tab = Tabs.Tab.queries
  static let isNarrowedHere = true
  /// The queries that are always there.
  private static let standing = [
    SavedQuery(name: "All", query: ""), SavedQuery(name: "Unread", query: "is:unread"),
    SavedQuery(name: "Starred", query: "is:starred"),
  ]

  /// Whether a name is one of those that are always there, however it is written.
  static func isTaken(_ name: String) -> Bool {
    standing.contains { $0.name.lowercased() == name.lowercased() }
  }

  var items = NarrowedItems<SavedQuery, SavedQuery>()
  private(set) var counts: [String: RowCount] = [:]
  /// The queries whose counts were asked for, so that they are asked for once.
  private var asked: Set<String> = []

  init() {
    hold(Self.standing)
  }

  func isKept(_ query: SavedQuery) -> Bool { !Self.isTaken(query.name) }

  func request(matching words: String, limit: Int) -> Request? { .queries }

  func items(in answer: Answer) -> [SavedQuery]? {
    if case .queries(let kept) = answer { Self.standing + kept } else { nil }
  }

  func texts(of query: SavedQuery) -> [String] { [query.name, query.query] }

  func lines(of items: [SavedQuery]) -> [SavedQuery] { items }

  func isSame(_ query: SavedQuery, _ other: SavedQuery) -> Bool { query.name == other.name }

  /// Shows how many stories a query finds.
  mutating func note(_ count: RowCount, of query: String) {
    counts[query] = count
  }

  /// Asks for the counts in view anew; those that are shown stay until they are known.
  mutating func recount(in frame: Frame) -> [Step] {
    asked = []
    return viewChanged(in: frame)
  }

  /// Asks for the counts of the queries in view that have not been asked for.
  mutating func viewChanged(in frame: Frame) -> [Step] {
    let inView = lines.dropFirst(scroll.top).prefix(frame.bodyRows).map(\.query)
    let new = inView.filter { !asked.contains($0) }
    asked.formUnion(new)
    return new.map { .effect(.ask(.count(Listing(query: $0)))) }
  }
}
