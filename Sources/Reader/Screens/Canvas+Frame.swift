import Canvas

extension Canvas {
  /// Writes in a frame, at a column and row counted from its corner, and returns the columns it took.
  ///
  /// What falls outside of the frame is cut.
  @discardableResult
  mutating func write(
    _ text: String, column: Int, row: Int, in frame: Frame, style: Style = .plain, limit: Int = .max
  ) -> Int {
    guard (0..<frame.rows).contains(row), (0..<max(1, frame.columns)).contains(column) else { return 0 }
    return write(
      text, column: frame.rect.origin.column + column, row: frame.rect.origin.row + row, style: style,
      limit: min(limit, frame.columns - column))
  }

  /// Writes so that the text ends just before a column of the frame; not at all where it would begin before another.
  mutating func write(
    _ text: String, endingAt end: Int, notBefore start: Int, row: Int, in frame: Frame, style: Style = .plain
  ) {
    let column = end - Width.of(text)
    if column >= start { write(text, column: column, row: row, in: frame, style: style) }
  }

  /// Puts the terminal's cursor on a column and row of a frame that has the keys.
  mutating func placeCursor(column: Int, row: Int, in frame: Frame) {
    guard frame.isFocused, frame.rows > 0, frame.columns > 0 else { return }
    cursor = Point(
      column: frame.rect.origin.column + min(column, frame.columns - 1),
      row: frame.rect.origin.row + min(row, frame.rows - 1))
  }
}
