import Briefing

/// The list of stories: a window of rows around the cursor, never the catalog.
struct IndexState: RootList {
  static let tab = Tabs.Tab.stories
  static let margin = 4

  /// Where the cursor goes when the rows that were asked for are there.
  enum Goal: Hashable, Sendable {
    case first, last
  }

  /// What the rows are of. While another listing is on its way, `wanted` holds it and the old rows stay.
  var listing: Listing
  var wanted: Listing?
  var goal: Goal?
  var window = IndexWindow()
  var scroll = Scroll()
  var count: RowCount?
  /// The query that the rows are limited to, if it was kept under a name.
  var named: SavedQuery?
  /// How many stories came since the first rows were asked for, that the user has not gone to.
  var newStories = 0
  /// Whether the stories come from files that are only read: then the progress of that says enough.
  var isFilling = false
  /// Whether the next count tells how many stories the list has. Else it only tells how many of them are unread: what the
  /// user's own marks take out of a query stays in the list until it is shown anew.
  var isCountingAll = true
  /// How many stories the list has that is on its way, if that is known before its rows.
  var earlyCount: RowCount?
  /// Whether the next count is to tell how many came.
  var isCountingNew = false
  /// In the order in which they were selected; a row stays selected when the window moves on.
  var selected: [Row] = []
  /// Whether all stories of the listing are, also those that are not here, but for `unselected`.
  var isAllSelected = false
  var unselected: Set<StoryID> = []
  /// Whether the user has moved since the first rows came: from then on nothing moves under the cursor.
  var hasMoved = false
  /// Where the cursor was chosen to be before the list was limited.
  var rowBeforeLimit: StoryID?
  /// The rows beyond which more was asked for, so that it is asked for once.
  var askedBefore: StoryID?
  var askedAfter: StoryID?

  /// The list from which the limit was chosen; back lifts the limit and leads there.
  var origin: Destination?

  /// Whether stories come back for which the rows above make room, so that they are seen: the user has asked for them.
  var isComingBack = false
  /// The story that comes back into sight, to which the cursor goes when its row is there.
  var returning: StoryID?

  init(listing: Listing = Listing()) {
    self.listing = listing
  }

  var lines: [Row] { window.rows }

  /// The row under the cursor.
  var row: Row? { currentLine }

  /// The rows that a command is meant for: the selected ones, or else the one under the cursor.
  var chosen: [Row] {
    if isAllSelected { return window.rows.filter { isSelected($0.id) } }
    return selected.isEmpty ? row.map { [$0] } ?? [] : selected
  }

  func isSelected(_ id: StoryID) -> Bool {
    isAllSelected ? !unselected.contains(id) : selected.contains { $0.id == id }
  }

  /// How many rows are selected; of all, as many as are known.
  var selectedRows: Int {
    isAllSelected ? max(0, (count?.stories ?? window.rows.count) - unselected.count) : selected.count
  }

  /// Has the line under the cursor stay where it is, whatever comes above it.
  mutating func stayPut() {
    if row != nil { hasMoved = true }
  }

  /// Lets go of what is selected.
  mutating func unselect() {
    (selected, isAllSelected, unselected) = ([], false, [])
  }

  /// The row before or after that of a story, where both are in the window.
  func row(beside id: StoryID, forward: Bool) -> Row? {
    window.index(of: id).flatMap { window.rows[safe: $0 + (forward ? 1 : -1)] }
  }

  /// Where a story stands in the whole listing, if that is known.
  func ordinal(of id: StoryID) -> Ordinal? {
    guard let before = window.rowsBefore, let count, let index = window.index(of: id) else { return nil }
    return Ordinal(number: before + index + 1, total: max(count.stories, before + index + 1))
  }
}

extension Screen {
  /// The list of stories; nil on another screen.
  var index: IndexState? { content as? IndexState }
}

extension Destination {
  /// The stories that a query finds; without a name, one that was typed. Back leads to `origin`.
  static func limited(to query: SavedQuery, from origin: Destination? = nil) -> Destination {
    Destination(LimitedIndexRoute(query: query, origin: origin))
  }
}

private struct LimitedIndexRoute: Route {
  let query: SavedQuery
  let origin: Destination?

  /// In the order that the user has chosen.
  func request(from state: State) -> Request {
    .rows(Listing(query: query.query, order: state.listing.order), .first(IndexState.part(in: state.frame(at: 0))))
  }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .rows(let rows) = answer, case .rows(let listing, let window) = request else { return [] }
    // What the list would ask for as it was left is asked in vain: it shows other rows at once.
    _ = state.show(.stories)
    return state.changeIndex { index, frame in
      let steps = index.show(rows, for: window, of: listing, named: query, in: frame)
      index.origin = origin
      return steps
    }
  }
}
