import Briefing

/// Where the user is in a story: a spot in its text, never a line number, and with it the row below the head that its line
/// stands on. So neither folding nor a new size moves what is being read.
struct StoryCursor: Hashable, Sendable {
  var spot: StorySpot
  var row = 0

  var part: StoryPart { spot.part }
  var offset: Int { spot.offset }
  var place: Place? { spot.place }

  /// The lines on the rows below the head.
  func page(in layout: inout StoryLayout, _ viewport: StoryViewport) -> [StoryLayout.Address?] {
    layout.page(around: layout.address(of: spot), row: row, rows: viewport.rows)
  }

  /// Brings the row within the viewport; `fills` leaves no row empty at the end that a line above could fill.
  mutating func settle(in layout: inout StoryLayout, _ viewport: StoryViewport, fills: Bool = false) {
    let rows = viewport.rows
    let here = layout.address(of: spot)
    row = min(max(0, row), rows - 1)
    if fills {
      let below = layout.rows(below: here, upTo: rows - 1 - row)
      row = rows - 1 - below
    }
    row = layout.rows(above: here, upTo: row)
  }

  /// Stands on a spot, or on what is shown in its place, and leaves the row as it is.
  mutating func stand(at spot: StorySpot, in layout: StoryLayout) {
    let part = layout.outline.shown(spot.part)
    self.spot = part == spot.part ? spot : StorySpot(part)
  }

  /// Goes to a spot, or to what is shown in its place: without scrolling where that is in view, else a third down the page.
  mutating func move(to spot: StorySpot, in layout: inout StoryLayout, _ viewport: StoryViewport) {
    if layout.isCutAway(spot) { layout.toggleWhole(spot.part) }
    let target = layout.address(of: spot)
    row = page(in: &layout, viewport).firstIndex(of: target) ?? viewport.rows / 3
    stand(at: spot, in: layout)
    settle(in: &layout, viewport)
  }

  /// Moves as a command says; false if the command is no move.
  mutating func perform(_ command: Command, in layout: inout StoryLayout, _ viewport: StoryViewport) -> Bool {
    switch command {
    case .down: step(forward: true, in: &layout, viewport)
    case .up: step(forward: false, in: &layout, viewport)
    case .scrollDown: slide(forward: true, in: &layout, viewport)
    case .scrollUp: slide(forward: false, in: &layout, viewport)
    case .pageDown: turn(forward: true, in: &layout, viewport)
    case .pageUp: turn(forward: false, in: &layout, viewport)
    case .halfDown: turnHalf(forward: true, in: &layout, viewport)
    case .halfUp: turnHalf(forward: false, in: &layout, viewport)
    case .first: (spot, row) = (layout.spot(of: layout.first), 0)
    case .last: toEnd(in: &layout, viewport)
    default: return false
    }
    let fills = [.scrollDown, .scrollUp, .pageDown, .pageUp, .halfDown, .halfUp].contains(command)
    settle(in: &layout, viewport, fills: fills)
    return true
  }

  /// Moves by lines of text; blank rows are passed over.
  private mutating func step(forward: Bool, in layout: inout StoryLayout, _ viewport: StoryViewport) {
    let here = layout.address(of: spot)
    guard let next = forward ? layout.address(after: here) : layout.address(before: here) else {
      row += forward ? 0 : -1
      return
    }
    row += forward ? 1 + layout.gap(above: next) : -1 - layout.gap(above: here)
    spot = layout.spot(of: next)
    row = viewport.frame.turned(row, rows: viewport.rows)
  }

  /// Moves the text by a row; the cursor stays on its line while that can be seen.
  private mutating func slide(forward: Bool, in layout: inout StoryLayout, _ viewport: StoryViewport) {
    row += forward ? -1 : 1
    let here = layout.address(of: spot)
    if row < 0, let next = layout.address(after: here) {
      row += 1 + layout.gap(above: next)
      spot = layout.spot(of: next)
    } else if row >= viewport.rows, let before = layout.address(before: here) {
      row -= 1 + layout.gap(above: here)
      spot = layout.spot(of: before)
    }
  }

  /// Turns a page: the last line that was seen is the first one now, or the other way about.
  private mutating func turn(forward: Bool, in layout: inout StoryLayout, _ viewport: StoryViewport) {
    let page = page(in: &layout, viewport).compactMap { $0 }
    guard let top = page.first, let bottom = page.last else { return }
    if forward {
      guard let beyond = layout.address(after: bottom) else { return toEnd(in: &layout, viewport) }
      spot = layout.spot(of: bottom == top ? beyond : bottom)
    } else {
      let edge = top == bottom ? layout.address(before: top) ?? top : top
      spot = layout.spot(of: layout.address(from: edge, rowsAbove: viewport.rows - 1))
    }
    row = 0
  }

  /// Moves text and cursor by half a page, the cursor keeping its row.
  private mutating func turnHalf(forward: Bool, in layout: inout StoryLayout, _ viewport: StoryViewport) {
    let rows = max(1, viewport.rows / 2)
    let here = layout.address(of: spot)
    let there = forward ? layout.address(from: here, rowsBelow: rows) : layout.address(from: here, rowsAbove: rows)
    spot = layout.spot(of: there)
  }

  private mutating func toEnd(in layout: inout StoryLayout, _ viewport: StoryViewport) {
    spot = layout.spot(of: layout.last)
    row = viewport.rows - 1
  }
}
