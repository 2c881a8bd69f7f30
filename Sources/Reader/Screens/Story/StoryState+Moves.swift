import Briefing
import Canvas

/// Moving the cursor and what is seen around it.
extension StoryState {
  func head(in frame: Frame) -> StoryHead {
    StoryHead(detail, extent, facts: layout.facts, measure: Measure(frame), frame: frame)
  }

  func bodyRows(in frame: Frame) -> Int {
    max(1, frame.rows - head(in: frame).rows)
  }

  /// Lays out for a frame.
  mutating func fit(to frame: Frame) {
    layout.fit(Measure(frame), headline: !head(in: frame).isWhole)
  }

  /// Brings the cursor's row within the frame, and notes what was read.
  ///
  /// `fills` leaves no row empty at the end of the story that a line above could fill.
  mutating func settle(in frame: Frame, fills: Bool = false) {
    let rows = bodyRows(in: frame)
    let here = layout.address(of: cursor)
    row = min(max(0, row), rows - 1)
    if fills {
      let below = layout.rows(below: here, upTo: rows - 1 - row)
      row = rows - 1 - below
    }
    row = layout.rows(above: here, upTo: row)
    let page = layout.page(around: here, row: row, rows: rows)
    layout.keepFoldSummaries(on: page)
    noteRead(in: page)
  }

  mutating func page(in frame: Frame) -> [StoryLayout.Address?] {
    layout.page(around: layout.address(of: cursor), row: row, rows: bodyRows(in: frame))
  }

  /// Puts the cursor on a spot, or on what is shown in its place: without scrolling where that is in view, else a third
  /// down the page. What is cut is shown whole where the spot lies behind the cut.
  mutating func move(to spot: StorySpot, in frame: Frame) {
    if layout.isCutAway(spot) { layout.toggleWhole(spot.part) }
    let target = layout.address(of: spot)
    let page = page(in: frame)
    row = page.firstIndex(of: target) ?? bodyRows(in: frame) / 3
    stand(at: spot)
    settle(in: frame)
  }

  /// Puts the cursor on a spot, or on what is shown in its place, and leaves its row as it is.
  mutating func stand(at spot: StorySpot) {
    let part = layout.outline.shown(spot.part)
    cursor = part == spot.part ? spot : StorySpot(part)
  }

  /// Moves the cursor by lines of text; blank rows are passed over.
  mutating func step(forward: Bool, in frame: Frame) {
    let here = layout.address(of: cursor)
    guard let next = forward ? layout.address(after: here) : layout.address(before: here) else {
      row += forward ? 0 : -1
      return settle(in: frame)
    }
    row += forward ? 1 + layout.gap(above: next) : -1 - layout.gap(above: here)
    cursor = layout.spot(of: next)
    row = frame.turned(row, rows: bodyRows(in: frame))
    settle(in: frame)
  }

  /// Moves the text by a row; the cursor stays on its line while that can be seen.
  mutating func slide(forward: Bool, in frame: Frame) {
    let rows = bodyRows(in: frame)
    row += forward ? -1 : 1
    let here = layout.address(of: cursor)
    if row < 0, let next = layout.address(after: here) {
      row += 1 + layout.gap(above: next)
      cursor = layout.spot(of: next)
    } else if row >= rows, let before = layout.address(before: here) {
      row -= 1 + layout.gap(above: here)
      cursor = layout.spot(of: before)
    }
    settle(in: frame, fills: true)
  }

  /// Turns a page: the last line that was seen is the first one now, or the other way about.
  mutating func turn(forward: Bool, in frame: Frame) {
    let rows = bodyRows(in: frame)
    let page = page(in: frame).compactMap { $0 }
    guard let top = page.first, let bottom = page.last else { return }
    if forward {
      guard let beyond = layout.address(after: bottom) else { return end(in: frame) }
      cursor = layout.spot(of: bottom == top ? beyond : bottom)
    } else {
      let edge = top == bottom ? layout.address(before: top) ?? top : top
      cursor = layout.spot(of: layout.address(from: edge, rowsAbove: rows - 1))
    }
    row = 0
    settle(in: frame, fills: true)
  }

  /// Moves text and cursor by half a page, the cursor keeping its row.
  mutating func turnHalf(forward: Bool, in frame: Frame) {
    let rows = max(1, bodyRows(in: frame) / 2)
    let here = layout.address(of: cursor)
    let there = forward ? layout.address(from: here, rowsBelow: rows) : layout.address(from: here, rowsAbove: rows)
    cursor = layout.spot(of: there)
    settle(in: frame, fills: true)
  }

  mutating func start(in frame: Frame) {
    cursor = layout.spot(of: layout.first)
    row = 0
    settle(in: frame)
  }

  mutating func end(in frame: Frame) {
    cursor = layout.spot(of: layout.last)
    row = bodyRows(in: frame) - 1
    settle(in: frame)
  }

  private mutating func noteRead(in page: [StoryLayout.Address?]) {
    for case let address? in page {
      guard case .block(.paragraph(let section, let index)) = address.part, !read.contains(section),
        index == detail.story.sections[section].blocks.count - 1, layout.isLast(address)
      else { continue }
      read.insert(section)
    }
  }
}
