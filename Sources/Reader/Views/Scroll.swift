/// A cursor on a list of lines, and which of them are in view. Some lists have lines that the cursor passes over.
struct Scroll: Hashable, Sendable {
  /// The first line in view.
  private(set) var top = 0
  /// The line that the cursor stands on.
  private(set) var cursor = 0
  /// How many rows below the last line may stay empty: where lines came in above, what is in view stays where it is.
  private var slack = 0

  /// Moves as a command says; false if the command is no move. With `turns`, a step out of view turns the page.
  mutating func perform(
    _ command: Command, lines: Int, rows: Int, turns: Bool = false, isSelectable: (Int) -> Bool = { _ in true }
  ) -> Bool {
    let page = max(1, rows)
    switch command {
    case .down, .up:
      step(command == .down ? 1 : -1, lines, isSelectable)
      if turns { turnToCursor(page) }
    case .scrollDown: slide(1, lines, page, isSelectable)
    case .scrollUp: slide(-1, lines, page, isSelectable)
    case .pageDown: turn(page, lines, page, isSelectable)
    case .pageUp: turn(-page, lines, page, isSelectable)
    case .halfDown: turn(max(1, page / 2), lines, page, isSelectable)
    case .halfUp: turn(-max(1, page / 2), lines, page, isSelectable)
    case .first: cursor = selectable(from: 0, by: 1, lines, isSelectable) ?? 0
    case .last: cursor = selectable(from: lines - 1, by: -1, lines, isSelectable) ?? 0
    default: return false
    }
    fit(lines: lines, rows: rows, isSelectable: isSelectable)
    return true
  }

  /// Sets the cursor on a line, or on the nearest where it can stand.
  mutating func go(to line: Int, lines: Int, rows: Int, isSelectable: (Int) -> Bool = { _ in true }) {
    cursor =
      selectable(from: line, by: 1, lines, isSelectable) ?? selectable(from: line, by: -1, lines, isSelectable) ?? 0
    fit(lines: lines, rows: rows, isSelectable: isSelectable)
  }

  /// Keeps cursor and view on the same lines after so many were put in before them, or taken away; `lines` is how many
  /// there are now.
  mutating func shift(by change: Int, lines: Int, rows: Int, isSelectable: (Int) -> Bool = { _ in true }) {
    cursor = max(0, cursor + change)
    top = max(0, top + change)
    slack = max(0, top - max(0, lines - max(1, rows)))
    fit(lines: lines, rows: rows, isSelectable: isSelectable)
  }

  /// Leaves no row empty at the end that a line above could fill.
  mutating func closeUp(lines: Int, rows: Int) {
    slack = 0
    fit(lines: lines, rows: rows)
  }

  /// Brings the cursor into view, with the lines above it that it cannot stand on.
  mutating func fit(lines: Int, rows: Int, isSelectable: (Int) -> Bool = { _ in true }) {
    cursor = min(max(0, cursor), max(0, lines - 1))
    let rows = max(1, rows)
    var lead = cursor
    while lead > 0, cursor - lead < min(Self.mostLead, rows - 1), !isSelectable(lead - 1) { lead -= 1 }
    top = min(top, lead)
    top = max(top, cursor - rows + 1)
    let last = max(0, lines - rows)
    top = min(top, last + slack)
    slack = max(0, top - last)
  }

  /// Brings a line below the cursor into view too, as far as the cursor stays there.
  mutating func reveal(_ line: Int, rows: Int) {
    top = min(max(top, line - max(1, rows) + 1), max(top, cursor))
  }

  private mutating func step(_ by: Int, _ lines: Int, _ isSelectable: (Int) -> Bool) {
    cursor = selectable(from: cursor + by, by: by, lines, isSelectable) ?? cursor
  }

  /// Moves the view, and the cursor only where it would leave it.
  private mutating func slide(_ by: Int, _ lines: Int, _ page: Int, _ isSelectable: (Int) -> Bool) {
    top = min(max(0, top + by), max(0, lines - page))
    if cursor < top { cursor = selectable(from: top, by: 1, lines, isSelectable) ?? cursor }
    if cursor >= top + page { cursor = selectable(from: top + page - 1, by: -1, lines, isSelectable) ?? cursor }
  }

  private mutating func turn(_ by: Int, _ lines: Int, _ page: Int, _ isSelectable: (Int) -> Bool) {
    top = min(max(0, top + by), max(0, lines - page))
    let target = min(max(0, cursor + by), max(0, lines - 1))
    let ahead = by > 0 ? 1 : -1
    cursor =
      selectable(from: target, by: ahead, lines, isSelectable) ?? selectable(
        from: target, by: -ahead, lines, isSelectable) ?? cursor
  }

  /// Where the cursor has left the view, brings it in again with one line of what was in view beside it.
  private mutating func turnToCursor(_ page: Int) {
    let context = min(1, page - 1)
    if cursor >= top + page { top = cursor - context }
    if cursor < top { top = max(0, cursor - page + 1 + context) }
  }

  private func selectable(from line: Int, by step: Int, _ lines: Int, _ isSelectable: (Int) -> Bool) -> Int? {
    var line = line
    while (0..<lines).contains(line) {
      if isSelectable(line) { return line }
      line += step
    }
    return nil
  }

  private static let mostLead = 4
}

extension Array {
  /// The element at an index; nil outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
