import CNcurses
import Canvas

/// Moving rows that moved, instead of sending them again.
extension Painter {
  /// Has the terminal move rows that moved, and tells ncurses so; nothing where that does not pay.
  mutating func shift(to canvas: Canvas, _ changed: [Int]) -> [UInt8] {
    guard let old = drawn, let cursor = old.cursor, old.size == canvas.size,
      let shift = Shift(from: old, to: canvas, changed: changed),
      let bytes = region.shift(shift, cursorRow: cursor.row)
    else { return [] }
    let erasing = eraseMark(at: cursor, before: shift, to: canvas)
    for window in [courant_screen(), courant_physical_screen()] { Self.scroll(window, shift) }
    Self.forgetRows(of: old.size)
    drawn = drawn?.shifted(shift)
    links.move(shift)
    return erasing + bytes
  }

  /// Blanks what the cursor stands on where that would be left behind: now is when the cursor is there.
  private mutating func eraseMark(at cursor: Point, before shift: Shift, to canvas: Canvas) -> [UInt8] {
    guard let mark = drawn?[cursor.column, cursor.row], mark.width == 1, !mark.isBlank,
      let after = canvas[cursor.column, cursor.row - shift.up], after.isBlank, after.style == .plain,
      cursor.column + 1 < canvas.size.columns
    else { return [] }
    drawn?.write(" ", column: cursor.column, row: cursor.row)
    for window in [courant_screen(), courant_physical_screen()] {
      wattr_set(window, 0, 0, nil)
      mvwaddnstr(window, Int32(cursor.row), Int32(cursor.column), " ", 1)
    }
    return [UInt8(ascii: " ")] + Terminfo.capability("cub1")
  }

  /// ncurses finds movements by what it remembers of each row. It forgets that only when the size changes.
  private static func forgetRows(of size: Size) {
    resize_term(Int32(size.rows + 1), Int32(size.columns))
    resize_term(Int32(size.rows), Int32(size.columns))
  }

  private static func scroll(_ window: UnsafeMutablePointer<WINDOW>?, _ shift: Shift) {
    scrollok(window, true)
    wsetscrreg(window, Int32(shift.rows.lowerBound), Int32(shift.rows.upperBound - 1))
    wscrl(window, Int32(shift.up))
    wsetscrreg(window, 0, getmaxy(window) - 1)
    scrollok(window, false)
  }
}

extension Canvas {
  /// The canvas as a terminal shows it that has moved rows of it.
  fileprivate func shifted(_ shift: Shift) -> Canvas {
    var shifted = self
    for row in shift.rows { shifted.replaceRow(row, with: shift.source(of: row).map { self.row($0) }) }
    return shifted
  }
}
