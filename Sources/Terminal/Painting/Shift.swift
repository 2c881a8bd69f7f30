import Canvas

/// Rows that moved together from one frame to the next.
struct Shift: Hashable {
  /// The rows among which the movement is; those that leave them are lost, those that come are blank.
  var rows: Range<Int>
  /// How many rows further up each stands now; negative for down.
  var up: Int

  /// How the body of a canvas has moved; nil where it has not, or where moving it would spare too little.
  ///
  /// `changed` are the rows that differ. The column of the cursor's mark is not looked at: the mark stands still, or goes
  /// its own way. Costs no more than a look at each row.
  init?(from old: Canvas, to new: Canvas, changed: [Int]) {
    guard let rows = new.body, rows.count > 2, rows.lowerBound >= 0, rows.upperBound <= new.size.rows else {
      return nil
    }
    let moved = changed.filter(rows.contains)
    guard moved.count > 3 else { return nil }
    let texts = Texts(old: old, new: new, rows: rows, mark: new.cursor?.column ?? old.cursor?.column)
    guard let up = texts.distance(of: moved) else { return nil }
    (self.rows, self.up) = (rows, up)
    guard spared(texts) >= Self.leastSpared else { return nil }
  }

  /// The row in which what stands on a row now stood before; nil for a row that has come in.
  func source(of row: Int) -> Int? {
    guard rows.contains(row) else { return row }
    return rows.contains(row + up) ? row + up : nil
  }

  /// Fewer cells are not worth the sequences.
  private static let leastSpared = 24

  /// How many bytes need not be sent because their cells were moved, or come in blank, less those that the movement takes
  /// away.
  private func spared(_ texts: Texts) -> Int {
    rows.reduce(0) { sum, row in
      let stood = texts.isAlike(row, row)
      let moved = source(of: row).map { texts.isAlike($0, row) } ?? false
      guard stood != moved else {
        return sum + (source(of: row) == nil ? texts.erasing(row) - texts.keeping(row) : 0)
      }
      return sum + (moved ? texts.letters(on: row) : -texts.letters(on: row))
    }
  }
}

/// The rows of two canvases, but for the column of the cursor's mark.
///
/// Rows are held against each other by a number that others hardly share: a mistake costs bytes, and shows nothing wrong,
/// since whatever differs after a movement is sent.
private struct Texts {
  let old: Canvas
  let new: Canvas
  let rows: Range<Int>
  private let before: [Int]
  private let after: [Int]

  init(old: Canvas, new: Canvas, rows: Range<Int>, mark: Int?) {
    (self.old, self.new, self.rows) = (old, new, rows)
    before = rows.map { Self.signature(of: old.row($0), without: mark) }
    after = rows.map { Self.signature(of: new.row($0), without: mark) }
  }

  /// The distance that most of the rows agree on. Rows that look as if they occurred twice say nothing.
  func distance(of moved: [Int]) -> Int? {
    let places = Dictionary(zip(before, rows)) { _, _ in -1 }
    var votes: [Int: Int] = [:]
    for row in moved {
      if let place = places[after[row - rows.lowerBound]], place >= 0, place != row {
        votes[place - row, default: 0] += 1
      }
    }
    return votes.max { ($0.value, abs($1.key)) < ($1.value, abs($0.key)) }?.key
  }

  /// Whether a row of the old canvas says what one of the new says.
  func isAlike(_ old: Int, _ new: Int) -> Bool {
    before[old - rows.lowerBound] == after[new - rows.lowerBound]
  }

  /// How many cells of a new row hold letters.
  func letters(on row: Int) -> Int {
    new.row(row).count { !$0.isBlank && $0.width > 0 }
  }

  /// What it costs to send again what stands still beside the text of a row that comes in blank, such as a rule.
  func keeping(_ row: Int) -> Int {
    var (cost, length, letters) = (0, 0, 0)
    for (before, after) in zip(old.row(row), new.row(row)) {
      if before == after {
        length += 1
        letters += after.isBlank ? 0 : 1
      } else {
        if length >= Self.leastKept, letters > 0 { cost += letters + Self.movement }
        (length, letters) = (0, 0)
      }
    }
    return cost
  }

  /// Shorter stretches are sent again where they stand among others, rather than passed over.
  private static let leastKept = 8
  private static let movement = 6

  /// What it would cost to erase what the old row has beyond the end of the new one.
  func erasing(_ row: Int) -> Int {
    func end(_ canvas: Canvas) -> Int { canvas.row(row).reversed().prefix(while: \.isBlank).count }
    return end(old) < end(new) ? 3 : 0
  }

  private static func signature(of cells: ArraySlice<Cell>, without mark: Int?) -> Int {
    cells.withUnsafeBufferPointer { cells in
      cells.indices.reduce(0) { sum, index in
        index == mark ? sum &* 31 : sum &* 31 &+ cells[index].signature
      }
    }
  }
}
