import Briefing
import Canvas

/// The queries of which one sees the stories at a key: all, unread, starred and begun ones, then those that the user kept.
///
/// How many stories each one finds is asked for when it comes into view.
struct QueriesState: RootList, NarrowingList {
  static let tab = Tabs.Tab.queries
  static let isNarrowedHere = true
  /// The queries that are always there.
  private static let standing = [
    SavedQuery(name: "All", query: ""), SavedQuery(name: "Unread", query: "is:unread"),
    SavedQuery(name: "Starred", query: "is:starred"), SavedQuery(name: "Begun", query: "is:begun"),
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

extension QueriesState {
  var scopes: [Scope] { [.queries, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "its stories"), Hint(.search, "narrow"), Hint(.forgetQuery, "forget"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] { ask() + recount(in: frame) }

  mutating func catalogChanged(in frame: Frame) -> [Step] { appeared(in: frame) }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let query = currentLine else { return [] }
    return switch command {
    case .enter: [.go(.limited(to: query))]
    case .copy: [.effect(.copy(query.query))]
    case .forgetQuery where isKept(query): [.effect(.change(.forget(query.name)))]
    case .forgetQuery: [.say("“\(query.name)” is there always")]
    default: []
    }
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    if case .count(let listing) = request, case .count(let count) = answer { note(count, of: listing.query) }
    return show(answer, to: request, in: frame) ? viewChanged(in: frame) : []
  }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    return items.isLoaded ? viewChanged(in: frame) : []
  }

  /// Stories that are read in change no query; what each finds is counted when the list is shown.
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] { [] }

  /// A list that waits is counted anew only when it is shown.
  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    guard items.isLoaded else { return [] }
    return switch change {
    case .keep, .forget: ask()
    case .mark, .marks, .remove, .withdraw, .readmit: frame.isFocused ? recount(in: frame) : []
    case .note, .edit, .follow: []
    }
  }
}

extension QueriesState {
  /// The name, what it stands for, and how many stories it finds.
  func draw(_ query: SavedQuery, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    let figures = counts[query.query].map { count in
      let stories = counted(count.stories, "story  ", "stories")
      return frame.columns >= Self.columnsForUnread ? "\(stories) · \(padded(count.unread)) unread" : stories
    }
    let end = canvas.write(figures ?? "", endingAt: right, row, in: frame, after: right / 3, style: Style(.faint)) - 2
    let width = canvas.write(query.name, at: 2, row, in: frame, style: Style(bold: isKept(query)), limit: end - 2)
    let start = max(Self.queryColumn, 2 + width + 2)
    guard isKept(query), frame.columns >= Self.columnsForQuery, start < end else { return }
    canvas.write(query.query, at: start, row, in: frame, style: Style(.faint), limit: end - start)
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 5 - digits.count)) + digits
  }

  private static let queryColumn = 20
  private static let columnsForQuery = 50
  private static let columnsForUnread = 60
}
