import Briefing
import Canvas

extension Frame {
  /// How many rows the head of a list takes: a line and white space, the line alone, or none where rows are few.
  var headRows: Int { rows >= 16 ? 2 : rows >= 7 ? 1 : 0 }

  /// How many rows are left below the head.
  var bodyRows: Int { max(0, rows - headRows) }
}

extension Canvas {
  /// Writes one line at a column and row of a frame, cut at a word where it does not fit; returns the columns it took.
  @discardableResult
  mutating func write(
    _ text: String, at column: Int, _ row: Int, in frame: Frame, style: Style = .plain, limit: Int = .max
  ) -> Int {
    guard (0..<frame.rows).contains(row), (0..<frame.columns).contains(column) else { return 0 }
    let origin = frame.rect.origin
    return writeCut(
      text, column: origin.column + column, row: origin.row + row, style: style,
      limit: min(limit, frame.columns - column))
  }

  /// Writes one line that ends one column before the right edge of a frame, if there is room for it right of `from`;
  /// returns the column where it begins, or else the edge.
  @discardableResult
  mutating func write(
    _ text: String, endingAt right: Int, _ row: Int, in frame: Frame, after from: Int = 0, style: Style = .plain
  ) -> Int {
    let start = right - Width.of(text)
    guard !text.isEmpty, start > from else { return right }
    write(text, at: start, row, in: frame, style: style)
    return start
  }

  /// Has columns of a frame's row lead to an address.
  mutating func link(_ columns: Range<Int>, at row: Int, in frame: Frame, to address: ClickAddress) {
    guard (0..<frame.rows).contains(row) else { return }
    let origin = frame.rect.origin
    let shown = columns.clamped(to: 0..<frame.columns)
    link(shown.lowerBound + origin.column..<shown.upperBound + origin.column, row: origin.row + row, to: address.text)
  }

  /// Draws the head of a list that is not at the root: what it is of, what it is narrowed to, and how much it holds.
  mutating func drawHead(_ title: String, fact: String, of words: String = "", in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let right = frame.columns - 1
    let facts = (words.isEmpty ? [] : ["“\(words)” \(fact)"]) + [fact]
    let shown = facts.first { Width.of($0) < right / 2 } ?? ""
    let start = write(shown, endingAt: right, 0, in: frame, after: right / 2, style: Style(.faint))
    write(title, at: 1, 0, in: frame, style: Style(.heading, bold: true), limit: max(1, start - 3))
  }

  /// Draws the cursor of a list; the rows below the head are those that scrolling moves.
  mutating func drawCursor(of scroll: Scroll, below head: Int, in frame: Frame) {
    drawCursor(at: head + scroll.cursor - scroll.top, in: frame)
    setBody(below: head, in: frame)
  }

  /// The rows of a frame below its head are those that scrolling moves, if the keys go to it.
  mutating func setBody(below head: Int, in frame: Frame) {
    guard frame.isFocused, head < frame.rows else { return }
    body = frame.rect.origin.row + head..<frame.rect.origin.row + frame.rows
  }

  /// Draws the cursor's sign on a row, and sets the terminal's own cursor on it.
  mutating func drawCursor(at row: Int, column: Int = 0, in frame: Frame) {
    guard (0..<frame.rows).contains(row), frame.columns > 0 else { return }
    // In no colour unless the user gives it one: it moves with every key, and the terminal's own cursor stands on it.
    write(Sign.cursor.glyph, at: column, row, in: frame, style: Style(frame.isFocused ? .cursor : .faint))
    placeCursor(at: column, row, in: frame)
  }

  /// Sets the terminal's own cursor, if the keys go to the frame.
  mutating func placeCursor(at column: Int, _ row: Int, in frame: Frame) {
    guard frame.isFocused, (0..<frame.rows).contains(row), (0..<frame.columns).contains(column) else { return }
    cursor = Point(column: frame.rect.origin.column + column, row: frame.rect.origin.row + row)
  }
}
