import CNcurses
import Canvas

/// Hands ncurses the cells that changed since it last did.
struct Painter {
  private let theme: Theme
  private let lettering: Lettering
  /// What the screen shows; nil when that is not known.
  private var drawn: Canvas?
  private var showsCursor = true

  init(theme: Theme, lettering: Lettering) {
    self.theme = theme
    self.lettering = lettering
  }

  /// The next painting sends every cell anew.
  mutating func forget() {
    drawn = nil
    clearok(courant_physical_screen(), true)
  }

  /// How many rows differ from what the screen shows; nil if nothing does, the cursor included.
  func rowsToChange(for canvas: Canvas) -> Int? {
    guard let drawn, drawn.size == canvas.size else { return canvas.size.rows }
    let rows = (0..<canvas.size.rows).count { drawn.row($0) != canvas.row($0) }
    return rows == 0 && drawn.cursor == canvas.cursor ? nil : rows
  }

  /// Brings the screen, which is of its size, to what a canvas shows.
  mutating func paint(_ canvas: Canvas) {
    if drawn?.size != canvas.size {
      drawn = Canvas(size: canvas.size)
      werase(courant_screen())
    }
    if canvas.size.columns > 1 {
      for row in 0..<canvas.size.rows { paintRow(row, of: canvas) }
    }
    place(canvas.cursor)
    drawn = canvas
    wrefresh(courant_screen())
  }

  /// The rows of a canvas of one column, past ncurses, which loses its place where every cell is the last of its row.
  func singleColumn(of canvas: Canvas) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in 0..<canvas.size.rows {
      bytes += Self.movement(to: row)
      for cell in canvas.row(row) {
        let attributes = look(of: cell).attributes
        if attributes & courant_bold() != 0 { bytes += Terminfo.capability("bold") }
        if attributes & courant_underline() != 0 { bytes += Terminfo.capability("smul") }
        if attributes & courant_reverse() != 0 { bytes += Terminfo.capability("rev") }
        lettering.append(cell, to: &bytes)
        if attributes != 0 { bytes += Terminfo.capability("sgr0") }
      }
    }
    return bytes + Self.movement(to: canvas.cursor?.row ?? 0)
  }

  private static func movement(to row: Int) -> [UInt8] {
    courant_movement(Int32(clamping: row), 0).map { Array(String(cString: $0).utf8) } ?? []
  }

  /// The cursor as it stands when the screen is given back.
  mutating func showCursor() {
    showsCursor = true
    curs_set(1)
  }

  private mutating func place(_ cursor: Point?) {
    if let cursor { wmove(courant_screen(), Int32(clamping: cursor.row), Int32(clamping: cursor.column)) }
    if showsCursor != (cursor != nil) {
      showsCursor.toggle()
      curs_set(showsCursor ? 1 : 0)
    }
  }

  private func paintRow(_ row: Int, of canvas: Canvas) {
    let new = canvas.row(row)
    guard let old = drawn?.row(row), new != old else { return }
    var column = 0
    while column < new.count {
      let at = new.startIndex + column
      guard new[at] != old[old.startIndex + column], new[at].width > 0 else {
        column += 1
        continue
      }
      column = paintRun(from: column, row: row, new: new, old: old)
    }
  }

  /// Sends the changed cells of one look that follow each other, and returns the column after them.
  private func paintRun(from first: Int, row: Int, new: ArraySlice<Cell>, old: ArraySlice<Cell>) -> Int {
    let look = look(of: new[new.startIndex + first])
    var bytes: [UInt8] = []
    var column = first
    while column < new.count {
      let cell = new[new.startIndex + column]
      guard cell != old[old.startIndex + column], cell.width == 0 || self.look(of: cell) == look else { break }
      lettering.append(cell, to: &bytes)
      column += 1
    }
    let screen = courant_screen()
    wmove(screen, Int32(row), Int32(first))
    wattr_set(screen, look.attributes, look.pair, nil)
    bytes.withUnsafeBufferPointer { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { waddnstr(screen, $0.baseAddress, Int32($0.count)) }
    }
    return column
  }

  /// A blank shows no colour, so that it needs none sent.
  private func look(of cell: Cell) -> Theme.Look {
    let style = cell.style
    let isPlainBlank = cell.text == " " && !style.isUnderlined && !style.isReversed && style.role != .match
    return isPlainBlank ? Theme.Look() : theme.look(of: style)
  }
}
