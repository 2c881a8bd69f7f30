import Briefing

/// How the rows come and go.
extension IndexState {
  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    switch (request, answer) {
    case (.count(let asked), .count(let count)) where asked == wanted && asked.query != listing.query:
      earlyCount = count
      return []
    case (.count(let asked), .count(let count)) where asked == listing:
      return show(count, in: frame)
    case (.row(let id), .row(let row)):
      if let row, id == returning, row.isRemoved == isOfRemoved {
        (returning, isComingBack) = (nil, true)
        _ = window.remove(id)
        return follow(row, in: frame)
      }
      update(row, of: id, in: frame)
      return more(in: frame)
    case (.position(let id, let asked), .position(let before?)) where asked == listing:
      window.number(id, rowsBefore: before)
      return id == returning ? [.effect(.ask(.row(id)))] : []
    case (.rows(let asked, let window), .rows(let rows)):
      return insert(rows, for: window, of: asked, in: frame)
    case (.rows, .failed):
      (askedBefore, askedAfter, goal, wanted) = (nil, nil, nil, nil)
      return []
    default:
      return []
    }
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    (isFilling, isCountingAll) = (true, true)
    let counting = Step.effect(.ask(.count(listing)))
    if !hasMoved { return [counting, .effect(.ask(.rows(listing, .first(Self.part(in: frame)))))] }
    window.expectMore()
    (askedBefore, askedAfter) = (nil, nil)
    guard progress.isDone, let row else { return [counting] }
    return [counting] + around(row, in: frame)
  }

  /// Rows that another program changed or put in are asked for again around the cursor, whose own line stays where it is;
  /// while the user has not moved, new stories just appear at the top.
  mutating func catalogChanged(in frame: Frame) -> [Step] {
    guard goal == nil else { return [] }
    (isCountingNew, isCountingAll) = (true, true)
    let counting = Step.effect(.ask(.count(listing)))
    guard hasMoved, let row else {
      hasMoved = false
      return [counting, .effect(.ask(.rows(listing, .first(Self.part(in: frame)))))]
    }
    window.expectMore()
    (askedBefore, askedAfter) = (nil, nil)
    // The rows beside it come before it goes, should it have been removed: they are told apart by it.
    return [counting] + around(row, in: frame) + [.effect(.ask(.row(row.id)))]
  }

  private mutating func show(_ count: RowCount, in frame: Frame) -> [Step] {
    let more = count.stories - (self.count?.stories ?? count.stories)
    if isCountingAll || listing.query.isEmpty || self.count == nil {
      self.count = count
      isCountingAll = false
    } else {
      self.count?.unread = count.unread
    }
    // What a query finds may become more by the user's own marks, too.
    guard isCountingNew || listing.query.isEmpty, !isFilling else { return [] }
    isCountingNew = false
    // What came and is gone again is not new.
    newStories = max(0, newStories + min(0, more))
    guard more > 0, hasMoved else { return [] }
    newStories += more
    guard frame.isFocused else { return [] }
    let news = counted(newStories, "new story", "new stories")
    return [
      listing.order == .newest ? .offer(news, .first, newStories == 1 ? "shows it" : "shows them") : .offer(news, nil)
    ]
  }

  /// Shows a row as it is now; one that the catalog no longer holds, or that was removed, goes.
  private mutating func update(_ row: Row?, of id: StoryID, in frame: Frame) {
    if let row, row.isRemoved == isOfRemoved {
      window.change([id]) { $0 = row }
    } else if let index = window.remove(id) {
      selected.removeAll { $0.id == id }
      scroll.shift(by: index < scroll.cursor ? -1 : 0, lines: window.rows.count, rows: frame.bodyRows)
    }
  }

  /// Shows the first rows of a listing that were asked for elsewhere.
  mutating func show(
    _ rows: [Row], for window: RowWindow, of listing: Listing, named query: SavedQuery, in frame: Frame
  ) -> [Step] {
    (goal, wanted, isCountingAll) = (.first, listing, true)
    named = query.name.isEmpty ? nil : query
    return insert(rows, for: window, of: listing, in: frame) + [.effect(.ask(.count(listing)))]
  }

  /// Sets the cursor on a story; if it is not in the window, the rows around it are asked for.
  mutating func follow(_ row: Row, in frame: Frame) -> [Step] {
    hasMoved = true
    if let index = window.index(of: row.id) {
      go(to: index, in: frame)
    } else {
      window = IndexWindow(around: row)
      scroll = Scroll()
      isCountingAll = true
      return around(row, in: frame) + [.effect(.ask(.count(listing)))]
    }
    return more(in: frame)
  }

  /// Asks for the rows on both sides of one, and for its number.
  private func around(_ row: Row, in frame: Frame) -> [Step] {
    let part = Self.part(in: frame)
    let requests: [Request] = [
      .rows(listing, .before(row, part)), .rows(listing, .after(row, part)), .position(row.id, listing),
    ]
    return requests.map { .effect(.ask($0)) }
  }

  /// Asks for the first or last rows of a listing; what is shown stays until they come.
  mutating func load(_ listing: Listing, goal: Goal, in frame: Frame) -> [Step] {
    self.goal = goal
    (wanted, earlyCount) = (listing, nil)
    isCountingAll = true
    let part = Self.part(in: frame)
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
      steps.append(.effect(.ask(.rows(listing, .after(last, Self.part(in: frame))))))
    }
    if !window.reachesFirst, let first = window.rows.first, askedBefore != first.id, scroll.cursor < margin {
      askedBefore = first.id
      steps.append(.effect(.ask(.rows(listing, .before(first, Self.part(in: frame))))))
    }
    return steps
  }

  private mutating func insert(_ rows: [Row], for asked: RowWindow, of listing: Listing, in frame: Frame) -> [Step] {
    switch asked {
    case .first, .last:
      let isWanted = goal != nil && wanted == listing
      guard isWanted || (listing == self.listing && !hasMoved) else { return [] }
      arrive(rows, for: asked, of: listing, in: frame)
      guard window.rowsBefore == nil, let row else { break }
      return more(in: frame) + [.effect(.ask(.position(row.id, listing)))]
    case .before, .after:
      guard listing == self.listing, goal == nil else { return [] }
      guard let shift = window.insert(rows, for: asked, cursor: scroll.cursor) else { return [] }
      scroll.shift(by: shift, lines: window.rows.count, rows: frame.bodyRows)
      if isComingBack, case .before = asked {
        isComingBack = false
        scroll.closeUp(lines: window.rows.count, rows: frame.bodyRows)
      }
    }
    return more(in: frame)
  }

  private mutating func arrive(_ rows: [Row], for asked: RowWindow, of listing: Listing, in frame: Frame) {
    if self.listing.query != listing.query {
      (count, selected, isAllSelected, unselected, origin) = (nil, [], false, [], nil)
    }
    if named?.query != listing.query { named = nil }
    self.listing = listing
    (newStories, isCountingNew) = (0, false)
    // Counting goes on beside, and may be done first.
    if let earlyCount { (count, isCountingAll, self.earlyCount) = (earlyCount, false, nil) }
    _ = window.insert(rows, for: asked, cursor: 0)
    scroll = Scroll()
    if goal == .last {
      _ = move(.last, in: frame)
      hasMoved = true
    } else {
      hasMoved = false
    }
    (goal, wanted, askedBefore, askedAfter) = (nil, nil, nil, nil)
  }

  /// How many rows are asked for at once: enough for some pages.
  static func part(in frame: Frame) -> Int {
    max(smallestPart, 3 * frame.rows)
  }

  private static let smallestPart = 60
}
