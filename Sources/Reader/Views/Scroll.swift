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
    _ command: Command, lines: Int, rows: Int, turns: Bool = false, isStop: (Int) -> Bool = { _ in true }
  ) -> Bool {
    let page = max(1, rows)
    switch command {
    case .down, .up:
      step(command == .down ? 1 : -1, lines, isStop)
      if turns { turnToCursor(page) }
    case .scrollDown: slide(1, lines, page, isStop)
    case .scrollUp: slide(-1, lines, page, isStop)
    case .pageDown: turn(page, lines, page, isStop)
    case .pageUp: turn(-page, lines, page, isStop)
    case .halfDown: turn(max(1, page / 2), lines, page, isStop)
    case .halfUp: turn(-max(1, page / 2), lines, page, isStop)
    case .first: cursor = stop(from: 0, by: 1, lines, isStop) ?? 0
    case .last: cursor = stop(from: lines - 1, by: -1, lines, isStop) ?? 0
    default: return false
    }
    fit(lines: lines, rows: rows, isStop: isStop)
    return true
  }

  /// Sets the cursor on a line, or on the nearest where it can stand.
  mutating func go(to line: Int, lines: Int, rows: Int, isStop: (Int) -> Bool = { _ in true }) {
    cursor = stop(from: line, by: 1, lines, isStop) ?? stop(from: line, by: -1, lines, isStop) ?? 0
    fit(lines: lines, rows: rows, isStop: isStop)
  }

  /// Keeps cursor and view on the same lines after so many were put in before them, or taken away; `lines` is how many
  /// there are now.
  mutating func shift(by change: Int, lines: Int, rows: Int, isStop: (Int) -> Bool = { _ in true }) {
    cursor = max(0, cursor + change)
    top = max(0, top + change)
    slack = max(0, top - max(0, lines - max(1, rows)))
    fit(lines: lines, rows: rows, isStop: isStop)
  }

  /// Brings the cursor into view, with the lines above it that it cannot stand on.
  mutating func fit(lines: Int, rows: Int, isStop: (Int) -> Bool = { _ in true }) {
    cursor = min(max(0, cursor), max(0, lines - 1))
    let rows = max(1, rows)
    var lead = cursor
    while lead > 0, cursor - lead < min(Self.mostLead, rows - 1), !isStop(lead - 1) { lead -= 1 }
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

  private mutating func step(_ by: Int, _ lines: Int, _ isStop: (Int) -> Bool) {
    cursor = stop(from: cursor + by, by: by, lines, isStop) ?? cursor
  }

  /// Moves the view, and the cursor only where it would leave it.
  private mutating func slide(_ by: Int, _ lines: Int, _ page: Int, _ isStop: (Int) -> Bool) {
    top = min(max(0, top + by), max(0, lines - page))
    if cursor < top { cursor = stop(from: top, by: 1, lines, isStop) ?? cursor }
    if cursor >= top + page { cursor = stop(from: top + page - 1, by: -1, lines, isStop) ?? cursor }
  }

  private mutating func turn(_ by: Int, _ lines: Int, _ page: Int, _ isStop: (Int) -> Bool) {
    top = min(max(0, top + by), max(0, lines - page))
    let target = min(max(0, cursor + by), max(0, lines - 1))
    let ahead = by > 0 ? 1 : -1
    cursor = stop(from: target, by: ahead, lines, isStop) ?? stop(from: target, by: -ahead, lines, isStop) ?? cursor
  }

  /// Where the cursor has left the view, brings it in again with one line of what was in view beside it.
  private mutating func turnToCursor(_ page: Int) {
    let context = min(1, page - 1)
    if cursor >= top + page { top = cursor - context }
    if cursor < top { top = max(0, cursor - page + 1 + context) }
  }

  private func stop(from line: Int, by step: Int, _ lines: Int, _ isStop: (Int) -> Bool) -> Int? {
    var line = line
    while (0..<lines).contains(line) {
      if isStop(line) { return line }
      line += step
    }
    return nil
  }

  private static let mostLead = 4
}
