import Canvas

/// A screen of lines below a head, on one of which the cursor stands.
protocol ListScreen: ScreenContent {
  associatedtype Line: Hashable & Sendable

  var lines: [Line] { get }
  var scroll: Scroll { get set }

  /// The column where lines begin.
  static var margin: Int { get }

  /// Whether the cursor can stand on a line.
  func isSelectable(_ line: Line) -> Bool

  /// What is said in the place of the lines where there are none; nil while that is not known.
  var emptySentence: String? { get }

  func drawHead(on canvas: inout Canvas, in frame: Frame)

  /// Draws a line on a row of the frame.
  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame)
}

extension ListScreen {
  static var margin: Int { 2 }
  func isSelectable(_ line: Line) -> Bool { true }

  /// The line under the cursor.
  var currentLine: Line? { lines[safe: scroll.cursor] }

  /// Moves the cursor, or what is in view; false for a command that is no move.
  mutating func move(_ command: Command, in frame: Frame) -> Bool {
    scroll.perform(
      command, lines: lines.count, rows: frame.bodyRows, turns: frame.turnsPages, isSelectable: isSelectable(at:))
  }

  /// Sets the cursor on a line, or on the nearest where it can stand.
  mutating func go(to line: Int, in frame: Frame) {
    scroll.go(to: line, lines: lines.count, rows: frame.bodyRows, isSelectable: isSelectable(at:))
  }

  /// Brings the cursor into view.
  mutating func fit(to frame: Frame) {
    scroll.fit(lines: lines.count, rows: frame.bodyRows, isSelectable: isSelectable(at:))
  }

  func isSelectable(at line: Int) -> Bool { isSelectable(lines[line]) }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    drawHead(on: &canvas, in: frame)
    if lines.isEmpty, let emptySentence {
      canvas.write(emptySentence, at: Self.margin, frame.headRows, in: frame, style: Style(.faint))
    }
    for (row, line) in lines.dropFirst(scroll.top).prefix(frame.bodyRows).enumerated() {
      draw(line, at: frame.headRows + row, on: &canvas, in: frame)
    }
    canvas.drawCursor(of: scroll, below: frame.headRows, in: frame)
  }
}

/// One of the lists at the root: their head says which one is shown and what it holds in all.
protocol RootList: ListScreen {
  static var tab: Tabs.Tab { get }

  /// What the head says of the list, the longest first.
  var facts: [String] { get }

  /// What is said of a list that does not hold all that it could, if need be in the place of the names of the other lists.
  var limit: String? { get }
}

extension RootList {
  var limit: String? { nil }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    TabsHead.draw(Self.tab, facts: facts, limit: limit, on: &canvas, in: frame)
  }

  /// The list whose name stands at a column of the head.
  func tab(at column: Int, in frame: Frame) -> Tabs.Tab? {
    TabsHead.tab(at: column, shown: Self.tab, limit: limit, in: frame)
  }

  /// What is said of a list that has nothing, or nothing that matches words.
  static func emptySentence(matching words: String) -> String {
    words.isEmpty ? "No \(tab.rawValue) yet." : "No \(tab.one) matches “\(words)”."
  }
}
