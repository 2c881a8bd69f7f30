import Briefing

/// How the rows come and go.
extension IndexState {
  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    switch (request, answer) {
    case (.count(let asked), .count(let count)) where asked == listing:
      self.count = count
      return []
    case (.position(let id, let asked), .position(let before?)) where asked == listing:
      window.number(id, rowsBefore: before)
      return []
    case (.rows(let asked, let window), .rows(let rows)):
      return take(rows, for: window, of: asked, in: frame)
    case (.rows, .failed):
      (askedBefore, askedAfter, goal, wanted) = (nil, nil, nil, nil)
      return []
    default:
      return []
    }
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    let counting = Step.effect(.ask(.count(listing)))
    if !hasMoved { return [counting, .effect(.ask(.rows(listing, .first(part(in: frame)))))] }
    window.expectMore()
    (askedBefore, askedAfter) = (nil, nil)
    guard progress.isDone, let row else { return [counting] }
    return [counting] + around(row, in: frame)
  }

  /// Sets the cursor on a story; if it is not in the window, the rows around it are asked for.
  mutating func follow(_ row: Row, in frame: Frame) -> [Step] {
    hasMoved = true
    if let index = window.index(of: row.id) {
      scroll.go(to: index, lines: window.rows.count, rows: frame.bodyRows)
    } else {
      window = IndexWindow(around: row)
      scroll = Scroll()
      return around(row, in: frame)
    }
    return more(in: frame)
  }

  /// Asks for the rows on both sides of one, and for its number.
  private func around(_ row: Row, in frame: Frame) -> [Step] {
    let part = part(in: frame)
    let requests: [Request] = [
      .rows(listing, .before(row, part)), .rows(listing, .after(row, part)), .position(row.id, listing),
    ]
    return requests.map { .effect(.ask($0)) }
  }

  /// Asks for the first or last rows of a listing; what is shown stays until they come.
  mutating func load(_ listing: Listing, goal: Goal, in frame: Frame) -> [Step] {
    self.goal = goal
    wanted = listing
    let part = part(in: frame)
    let window: RowWindow = goal == .first ? .first(part) : .last(part)
    return [.effect(.ask(.rows(listing, window))), .effect(.ask(.count(listing)))]
  }

  /// Asks for the rows beyond the window when the cursor comes near its end.
  mutating func more(in frame: Frame) -> [Step] {
    var steps: [Step] = []
    let margin = 2 * frame.bodyRows
    if !window.reachesLast, let last = window.rows.last, askedAfter != last.id,
      scroll.cursor + margin >= window.rows.count
    {
      askedAfter = last.id
      steps.append(.effect(.ask(.rows(listing, .after(last, part(in: frame))))))
    }
    if !window.reachesFirst, let first = window.rows.first, askedBefore != first.id, scroll.cursor < margin {
      askedBefore = first.id
      steps.append(.effect(.ask(.rows(listing, .before(first, part(in: frame))))))
    }
    return steps
  }

  private mutating func take(_ rows: [Row], for asked: RowWindow, of listing: Listing, in frame: Frame) -> [Step] {
    switch asked {
    case .first, .last:
      let isWanted = goal != nil && wanted == listing
      guard isWanted || (listing == self.listing && !hasMoved) else { return [] }
      arrive(rows, for: asked, of: listing, in: frame)
      guard window.rowsBefore == nil, let row else { break }
      return more(in: frame) + [.effect(.ask(.position(row.id, listing)))]
    case .before, .after:
      guard listing == self.listing, goal == nil else { return [] }
      guard let shift = window.take(rows, for: asked, cursor: scroll.cursor) else { return [] }
      scroll.shift(by: shift)
      scroll.fit(lines: window.rows.count, rows: frame.bodyRows)
    }
    return more(in: frame)
  }

  private mutating func arrive(_ rows: [Row], for asked: RowWindow, of listing: Listing, in frame: Frame) {
    if self.listing != listing { (count, selected) = (nil, []) }
    self.listing = listing
    _ = window.take(rows, for: asked, cursor: 0)
    scroll = Scroll()
    if goal == .last {
      _ = scroll.perform(.last, lines: rows.count, rows: frame.bodyRows)
      hasMoved = true
    } else {
      hasMoved = false
    }
    (goal, wanted, askedBefore, askedAfter) = (nil, nil, nil, nil)
  }

  /// How many rows are asked for at once: enough for some pages.
  private func part(in frame: Frame) -> Int {
    max(Self.smallestPart, 3 * frame.rows)
  }

  private static let smallestPart = 60
}
