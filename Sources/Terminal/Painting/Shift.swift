import Canvas

/// Rows that moved together from one frame to the next.
struct Shift: Hashable {
  /// The rows among which the movement is; those that leave them are lost, those that come are blank.
  var rows: Range<Int>
  /// How many rows further up each stands now; negative for down.
  var up: Int

  /// How the body of a canvas has moved; nil where it has not, or where moving it would spare too little.
  ///
  /// `changed` are the rows that differ. Costs no more than a look at each of them.
  init?(from old: Canvas, to new: Canvas, changed: [Int]) {
    guard let rows = new.body, rows.count > 2, rows.lowerBound >= 0, rows.upperBound <= new.size.rows else { return nil }
    let moved = changed.filter(rows.contains)
    guard moved.count > 3, let up = Self.distance(from: old, to: new, moved, in: rows) else { return nil }
    (self.rows, self.up) = (rows, up)
    guard spared(from: old, to: new) >= Self.leastSpared else { return nil }
  }

  /// The row in which what stands on a row now stood before; nil for a row that has come in.
  func source(of row: Int) -> Int? {
    guard rows.contains(row) else { return row }
    return rows.contains(row + up) ? row + up : nil
  }

  /// Fewer cells are not worth the sequences.
  private static let leastSpared = 60

  /// The distance that most of the rows agree on. Rows that look as if they occurred twice say nothing.
  private static func distance(from old: Canvas, to new: Canvas, _ moved: [Int], in rows: Range<Int>) -> Int? {
    var places: [Int: Int] = [:]
    for row in rows { places.merge([signature(of: old.row(row)): row]) { _, _ in -1 } }
    var votes: [Int: Int] = [:]
    for row in moved {
      if let place = places[signature(of: new.row(row))], place >= 0, place != row { votes[place - row, default: 0] += 1 }
    }
    return votes.max { ($0.value, abs($1.key)) < ($1.value, abs($0.key)) }?.key
  }

  /// A number that rows with other letters hardly share.
  private static func signature(of cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { $0 &* 31 &+ Int($1.text.utf8.last ?? 0) }
  }

  /// How many cells need not be sent because they were moved, less those that the movement takes away.
  private func spared(from old: Canvas, to new: Canvas) -> Int {
    rows.reduce(0) { sum, row in
      let cells = new.row(row)
      let stood = old.row(row) == cells
      let moved = source(of: row).map { old.row($0) == cells } ?? false
      guard stood != moved else { return sum }
      let count = cells.count { $0.text != " " && $0.width > 0 }
      return sum + (moved ? count : -count)
    }
  }
}
