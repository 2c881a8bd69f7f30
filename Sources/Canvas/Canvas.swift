/// A grid of cells that a view draws on and a terminal paints.
///
/// Drawing is total: what falls outside is cut, whatever the size.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's own cursor stands; nil hides it.
  public var cursor: Point?
  var cells: [Cell]

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a point; nil outside.
  public subscript(column: Int, row: Int) -> Cell? {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return nil }
    return cells[row * size.columns + column]
  }

  /// Writes one line of text and returns the columns it took.
  ///
  /// Text that does not fit in `limit` columns (or in the row) is cut at a whole character, without a mark.
  @discardableResult
  public mutating func write(_ text: String, column: Int, row: Int, style: Style = .plain, limit: Int = .max) -> Int {
    guard (0..<size.rows).contains(row), column >= 0 else { return 0 }
    let end = column + min(limit, max(0, size.columns - column))
    var at = column
    for character in text {
      let width = Width.of(character)
      guard at + width <= end else { break }
      if width > 0 { put(Cell(text: String(character), width: UInt8(width), style: style), column: at, row: row) }
      at += width
    }
    return at - column
  }

  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    cells[row * size.columns + column] = cell
    if cell.width == 2 { cells[row * size.columns + column + 1] = .continuation(cell.style) }
  }
}
