/// A grid of cells that a view draws on and a terminal paints.
///
/// Drawing is total: what falls outside is cut, whatever the size. A canvas is also the last guard before the terminal:
/// text is laid out glyph by glyph, and no glyph holds anything that a terminal would obey.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's own cursor stands; nil hides it.
  public var cursor: Point?
  /// The rows that move together when what is shown is scrolled, so that a terminal may be told to move them.
  public var body: Range<Int>?
  /// What leads to addresses, in reading order.
  public private(set) var links: [Link] = []
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

  /// The cells of a row, left to right; none outside.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rows that another canvas shows otherwise; all of them where it has another size.
  public func changedRows(since old: Canvas) -> [Int] {
    guard old.size == size else { return Array(0..<size.rows) }
    // All cells are looked at with every key: through pointers nothing is counted.
    return cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { old in
        (0..<size.rows).filter { row in
          (row * size.columns..<(row + 1) * size.columns).contains { new[$0] != old[$0] }
        }
      }
    }
  }

  /// Puts the cells of another row of this width in the place of a row's; blanks for none.
  public mutating func replaceRow(_ row: Int, with cells: ArraySlice<Cell>?) {
    guard (0..<size.rows).contains(row) else { return }
    let new = cells ?? ArraySlice(repeating: Cell.blank, count: size.columns)
    guard new.count == size.columns else { return }
    self.cells.replaceSubrange(row * size.columns..<(row + 1) * size.columns, with: new)
  }

  /// Writes one line of text and returns the columns it took.
  ///
  /// Text that does not fit in `limit` columns (or in the row) is cut at a whole glyph, without a mark. Nothing is
  /// written left of column 0.
  @discardableResult
  public mutating func write(_ text: String, column: Int, row: Int, style: Style = .plain, limit: Int = .max) -> Int {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return 0 }
    let end = column + min(limit, size.columns - column)
    var at = column
    var text = text
    text.withUTF8 { bytes in
      var scanner = GlyphScanner(bytes: bytes)
      while let span = scanner.next(), at + span.columns <= end {
        if span.columns > 0 { put(scanner.cell(of: span, style: style), column: at, row: row) }
        at += span.columns
      }
    }
    return at - column
  }

  /// Writes one line of text, cut at a word and ended with `…` where it does not fit, and returns the columns it took.
  @discardableResult
  public mutating func writeCut(_ text: String, column: Int, row: Int, style: Style = .plain, limit: Int = .max) -> Int
  {
    guard (0..<size.columns).contains(column) else { return 0 }
    let room = min(limit, size.columns - column)
    return write(Wrap.cut(text, columns: room), column: column, row: row, style: style, limit: room)
  }

  /// Has columns of a row lead to an address; those outside are left out.
  public mutating func link(_ columns: Range<Int>, row: Int, to address: String) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard (0..<size.rows).contains(row), !columns.isEmpty else { return }
    links.append(Link(row: row, columns: columns, address: address))
  }

  /// Blanks a block of cells, in a style.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let columns = clip(rect.origin.column, rect.size.columns, to: size.columns)
    for row in clip(rect.origin.row, rect.size.rows, to: size.rows) {
      for column in columns { put(Cell(" ", width: 1, style: style), column: column, row: row) }
    }
  }

  /// Blanks a row, in a style.
  public mutating func fill(row: Int, style: Style = .plain) {
    fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), style: style)
  }

  /// Changes the style of what already stands in a block of cells; half a wide character brings the other along.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let columns = clip(rect.origin.column, rect.size.columns, to: size.columns)
    for row in clip(rect.origin.row, rect.size.rows, to: size.rows) {
      let start = row * size.columns
      for column in columns { change(&cells[start + column].style) }
      if let first = columns.first, cells[start + first].width == 0, first > 0 {
        cells[start + first - 1].style = cells[start + first].style
      }
      if let last = columns.last, cells[start + last].width == 2, last + 1 < size.columns {
        cells[start + last + 1].style = cells[start + last].style
      }
    }
  }

  private func clip(_ start: Int, _ count: Int, to limit: Int) -> Range<Int> {
    let first = max(0, min(start, limit))
    let (sum, overflow) = start.addingReportingOverflow(count)
    return first..<max(first, overflow ? limit : min(sum, limit))
  }

  /// Sets a cell; a wide character of which it covers one half goes.
  private mutating func put(_ cell: Cell, column: Int, row: Int) {
    let at = row * size.columns + column
    clearPartner(of: at, column: column)
    if cell.width == 2 {
      clearPartner(of: at + 1, column: column + 1)
      cells[at + 1] = .continuation(cell.style)
    }
    cells[at] = cell
  }

  private mutating func clearPartner(of at: Int, column: Int) {
    if cells[at].width == 0, column > 0 { cells[at - 1] = Cell(" ", width: 1, style: cells[at - 1].style) }
    if cells[at].width == 2, column + 1 < size.columns {
      cells[at + 1] = Cell(" ", width: 1, style: cells[at + 1].style)
    }
  }
}
