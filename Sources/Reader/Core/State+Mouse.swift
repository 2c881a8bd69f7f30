import Canvas

/// The mouse does nothing that keys do not: the wheel moves what is shown, a press moves the cursor, and a press on what the
/// cursor stands on, or on a citation, goes in.
extension State {
  mutating func handle(_ mouse: Mouse) -> [Effect] {
    guard pendingNavigation == nil, prompt == nil else { return [] }
    (message, pending) = (nil, Pending())
    if history.current.content.wantsLetters { return tellCurrent { $0.typed(nil, in: $1) } }
    switch mouse.action {
    case .wheelUp: return turnWheel(.scrollUp)
    case .wheelDown: return turnWheel(.scrollDown)
    case .press: return press(at: mouse.point)
    }
  }

  private mutating func turnWheel(_ command: Command) -> [Effect] {
    (0..<Self.rowsOfWheel).flatMap { _ in perform(command) }
  }

  private mutating func press(at point: Point) -> [Effect] {
    guard point.row < layout.bodyRows else { return [] }
    if layout.isWide, history.isAtRoot == (point.column >= layout.rule) { return goToOtherSide() }
    let frame = frame(at: history.position)
    let origin = frame.rect.origin
    let inside = Point(column: point.column - origin.column, row: point.row - origin.row)
    if history.isAtRoot, inside.row == 0, let tab = TabsHead.tab(at: inside.column, shown: tabs.shown, in: frame) {
      return show(tab)
    }
    if let steps = history.change(history.position, { $0.pressed(at: inside, in: frame) }) { return carryOut(steps) }
    guard cursorRow != point.row else { return perform(.enter) }
    return walk(to: point.row)
  }

  /// Moves the cursor towards a row of the screen, as far as it can stand there.
  private mutating func walk(to row: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<layout.bodyRows {
      guard let here = cursorRow, here != row else { break }
      effects += perform(here < row ? .down : .up)
      // A row that holds nothing lies between two that do.
      guard let there = cursorRow, there != here, (there < row) == (here < row) || there == row else { break }
    }
    return effects
  }

  private var cursorRow: Int? {
    var canvas = Canvas(size: size)
    draw(on: &canvas)
    return canvas.cursor?.row
  }

  private static let rowsOfWheel = 3
}
