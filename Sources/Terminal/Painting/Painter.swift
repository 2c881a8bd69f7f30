import CNcurses
import Canvas

/// Makes the bytes that bring the screen from one canvas to the next: hands ncurses the cells that changed, and sends what
/// it makes of them in as few bytes as can be.
struct Painter {
  private let theme: Theme
  private let cellEncoder: CellEncoder
  let file: FrameFile
  var region = ScrollRegion()
  var stream = OutputCompactor()
  var links = LinkLayer()
  /// What the screen shows; nil when that is not known.
  var drawn: Canvas?
  private var showsCursor = true
  /// Whether a row and a column can be gone to by themselves, in the form of ECMA-48.
  private let canStep =
    Terminfo.capability("hpa", 6).elementsEqual("\u{1B}[7G".utf8)
    && Terminfo.capability("vpa", 6).elementsEqual("\u{1B}[7d".utf8)

  /// Whether ncurses goes up a row by an index backwards.
  private let stepsUpByIndex = Terminfo.capability("cuu1").elementsEqual("\u{1B}M".utf8)

  /// `file` is the one that ncurses writes into.
  init(theme: Theme, cellEncoder: CellEncoder, file: FrameFile) {
    self.theme = theme
    self.cellEncoder = cellEncoder
    self.file = file
  }

  /// The next painting sends every cell anew.
  mutating func forget() {
    drawn = nil
    links.forget()
    clearok(courant_physical_screen(), true)
  }

  /// The terminal has another size; its rows all scroll again.
  mutating func resize() {
    region.forget()
    forget()
  }

  /// What brings the screen, which is of its size, to what a canvas shows; nothing where it shows that.
  mutating func frame(of canvas: Canvas) -> [UInt8] {
    let changed = changedRows(in: canvas)
    if let drawn, changed.isEmpty, drawn.cursor == canvas.cursor { return [] }
    let shift = shift(to: canvas, changed)
    let stale = links.paint(canvas, over: drawn)
    if drawn?.size != canvas.size {
      drawn = Canvas(size: canvas.size)
      werase(courant_screen())
    }
    if canvas.size.columns > 1 { paint(shift.isEmpty ? changed : Array(0..<canvas.size.rows), of: canvas) }
    place(canvas.cursor)
    drawn = canvas
    wrefresh(courant_screen())
    let bytes = region.ascertain() + shift + written() + stale.flatMap { resent($0) }
    return lean(bytes + (canvas.size.columns == 1 ? singleColumn(of: canvas) : []))
  }

  /// What ncurses has to send besides frames, as when it begins or ends.
  mutating func rest() -> [UInt8] {
    stream.take(written())
  }

  /// What gives the terminal back once ncurses has ended: with its whole screen scrolling, and writing as it comes.
  mutating func leave() -> [UInt8] {
    region.reset() + stream.take(file.take()) + stream.finish()
  }

  mutating func written() -> [UInt8] {
    let told = file.take()
    let bytes = region.isSet && stepsUpByIndex && !ScrollRegion.setsRows(told) ? Self.withoutReverseIndex(told) : told
    return region.guarding(bytes, isRowKnown: stream.row != nil && canStep) + bytes
  }

  /// Some terminals go up a row by an index backwards, which scrolls at the edge of the rows that we have set; only at the
  /// top of the screen does ncurses mean it to.
  private static func withoutReverseIndex(_ bytes: [UInt8]) -> [UInt8] {
    let index = Array("\u{1B}M".utf8)
    let up = Terminfo.capability("cuu", 1)
    guard !up.isEmpty else { return bytes }
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: index), !plain.suffix(3).elementsEqual("\u{1B}[H".utf8) {
        plain += up
        rest = rest.dropFirst(index.count)
      } else {
        plain.append(byte)
        rest.removeFirst()
      }
    }
    return plain
  }

  /// The same in fewer bytes.
  mutating func lean(_ bytes: [UInt8]) -> [UInt8] {
    let rows = drawn?.size.rows ?? 1
    stream.screen = canStep ? (rows, region.scrolling(ofRows: rows)) : nil
    return stream.take(bytes)
  }

  private func changedRows(in canvas: Canvas) -> [Int] {
    drawn.map(canvas.changedRows) ?? Array(0..<canvas.size.rows)
  }

  /// The rows of a canvas of one column, past ncurses, which loses its place where every cell is the last of its row.
  private func singleColumn(of canvas: Canvas) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in 0..<canvas.size.rows {
      bytes += Terminfo.movement(column: 0, row: row)
      for cell in canvas.row(row) {
        let attributes = look(of: cell).attributes
        if attributes & courant_bold() != 0 { bytes += Terminfo.capability("bold") }
        if attributes & courant_underline() != 0 { bytes += Terminfo.capability("smul") }
        if attributes & courant_reverse() != 0 { bytes += Terminfo.capability("rev") }
        cellEncoder.append(cell, to: &bytes)
        if attributes != 0 { bytes += Terminfo.capability("sgr0") }
      }
    }
    return bytes + Terminfo.movement(column: 0, row: canvas.cursor?.row ?? 0)
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

  private func paint(_ rows: [Int], of canvas: Canvas) {
    guard let drawn, let late = LateStyle.find(in: canvas, over: drawn, rows: rows) else {
      for row in rows { paintRow(row, of: canvas) { _ in true } }
      return
    }
    for row in rows { paintRow(row, of: canvas) { $0.style != late || $0.isBlank } }
    wrefresh(courant_screen())
    for row in rows { paintRow(row, of: canvas) { $0.style == late && !$0.isBlank } }
  }

  /// Hands over the cells of a row that changed, as far as they are wanted now.
  private func paintRow(_ row: Int, of canvas: Canvas, where isWanted: (Cell) -> Bool) {
    let new = canvas.row(row)
    guard let old = drawn?.row(row), new != old else { return }
    var column = 0
    while column < new.count {
      let at = new.startIndex + column
      guard new[at] != old[old.startIndex + column], new[at].width > 0, isWanted(new[at]) else {
        column += 1
        continue
      }
      column = paintRun(from: column, row: row, new: new, old: old, where: isWanted)
    }
  }

  /// Sends the changed cells of one look that follow each other, and returns the column after them.
  private func paintRun(
    from first: Int, row: Int, new: ArraySlice<Cell>, old: ArraySlice<Cell>, where isWanted: (Cell) -> Bool
  ) -> Int {
    let look = look(of: new[new.startIndex + first])
    var bytes: [UInt8] = []
    var column = first
    while column < new.count {
      let cell = new[new.startIndex + column]
      guard cell != old[old.startIndex + column], cell.width == 0 || self.look(of: cell) == look && isWanted(cell)
      else {
        break
      }
      cellEncoder.append(cell, to: &bytes)
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
    let isPlainBlank =
      cell.isBlank && !style.isUnderlined && !style.isReversed
      && !theme.showsBlanks(of: style.role)
    return isPlainBlank ? Theme.Look() : theme.look(of: style)
  }
}
