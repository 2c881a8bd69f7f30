import Briefing

/// The rows around the cursor: a run of the listing without gaps, which grows at its ends and is cut where it grows long.
struct IndexWindow: Hashable, Sendable {
  private(set) var rows: [Row] = []
  private(set) var reachesFirst = false
  private(set) var reachesLast = false
  /// How many rows of the listing stand before the first one here; nil if not known.
  private(set) var rowsBefore: Int?

  /// A window on nothing but one row, to grow from.
  init(around row: Row) {
    rows = [row]
  }

  init() {}

  /// The place of a story in the window.
  func index(of id: StoryID) -> Int? {
    rows.firstIndex { $0.id == id }
  }

  /// Puts the rows of an answer in; gives by how much the rows that stay have moved, or nil if the answer no longer fits.
  mutating func insert(_ answer: [Row], for window: RowWindow, cursor: Int) -> Int? {
    switch window {
    case .first(let limit):
      rows = answer
      (reachesFirst, reachesLast, rowsBefore) = (true, answer.count < limit, 0)
      return 0
    case .last(let limit):
      rows = answer
      (reachesFirst, reachesLast) = (answer.count < limit, true)
      rowsBefore = reachesFirst ? 0 : nil
      return 0
    case .after(let row, let limit):
      guard let index = index(of: row.id), cursor <= index + answer.count else { return nil }
      rows.replaceSubrange((index + 1)..., with: answer)
      reachesLast = answer.count < limit
      return cutFront(keeping: cursor, room: limit)
    case .before(let row, let limit):
      guard let index = index(of: row.id), cursor >= index - answer.count else { return nil }
      rows.replaceSubrange(..<index, with: answer)
      reachesFirst = answer.count < limit
      let shift = answer.count - index
      rowsBefore = reachesFirst ? 0 : rowsBefore.map { max(0, $0 - shift) }
      cutBack(keeping: cursor + shift, room: limit)
      return shift
    }
  }

  /// Notes how many rows of the listing stand before a story.
  mutating func number(_ id: StoryID, rowsBefore: Int) {
    guard let index = index(of: id) else { return }
    self.rowsBefore = max(0, rowsBefore - index)
  }

  /// Stories were read in: what was the end may be so no longer, nor the number of rows before.
  mutating func expectMore() {
    reachesFirst = false
    reachesLast = false
    rowsBefore = nil
  }

  /// Changes the rows of some stories.
  mutating func change(_ ids: Set<StoryID>, _ body: (inout Row) -> Void) {
    for index in rows.indices where ids.contains(rows[index].id) { body(&rows[index]) }
  }

  /// Takes a story out; gives where it stood, or nil if it was not here.
  mutating func remove(_ id: StoryID) -> Int? {
    guard let index = index(of: id) else { return nil }
    rows.remove(at: index)
    return index
  }

  mutating func remove(_ ids: Set<StoryID>) {
    rows.removeAll { ids.contains($0.id) }
  }

  private mutating func cutFront(keeping cursor: Int, room: Int) -> Int {
    let excess = min(rows.count - Self.parts * room, cursor - room)
    guard excess > 0 else { return 0 }
    rows.removeFirst(excess)
    reachesFirst = false
    rowsBefore = rowsBefore.map { $0 + excess }
    return -excess
  }

  private mutating func cutBack(keeping cursor: Int, room: Int) {
    let excess = min(rows.count - Self.parts * room, rows.count - 1 - cursor - room)
    guard excess > 0 else { return }
    rows.removeLast(excess)
    reachesLast = false
  }

  /// How many parts, as they are asked for, a window may hold.
  private static let parts = 5
}
