import Briefing

/// Reading on with one key: what is below comes up a page at a time, and an answer that is reached opens as it comes.
extension StoryState {
  /// Brings what comes next. At the last word, offers the next unread story; asked once more, goes there.
  mutating func readOn() -> [Step] {
    if isAtEnd { return [.go(.nextUnread(after: subject.id))] }
    citations.chosen = nil
    if let section = unreadAnswerInView() {
      open(section)
    } else if !showsLastWord() {
      turnToUnseen()
    }
    openAnswersThatFit()
    settle(fills: true)
    foldWhatIsBehind()
    guard showsEnd() else { return [] }
    bringUpWhatIsBelow()
    if let remark = completeness.remark { return [.say(remark)] }
    isAtEnd = true
    return [.offerNextUnread(after: subject.id)]
  }

  /// Before a page is turned back: answers that reading on has folded open again, so that the way back shows what the way
  /// there has shown.
  mutating func openWhatIsBehind() {
    guard !progress.folded.isEmpty, var here = page().lazy.compactMap({ $0 }).first else { return }
    var rows = 0
    while rows < viewport.rows, let before = layout.address(before: here) {
      if let section = before.part.headingSection, progress.folded.remove(section) != nil {
        layout.changeFolds { $0.set(section, open: true) }
        progress.opened.insert(section)
        continue
      }
      rows += 1 + layout.gap(above: here)
      here = before
    }
  }

  /// The first question on the page, from the cursor on, whose answer is folded away and was not seen yet.
  private mutating func unreadAnswerInView() -> Int? {
    let page = page()
    let first = page.firstIndex(of: layout.address(of: cursor.spot)) ?? 0
    return page[first...].lazy.compactMap { $0?.part.headingSection }.first(where: isFoldedAndUnseen)
  }

  private func isFoldedAndUnseen(_ section: Int) -> Bool {
    !layout.outline.folds.isOpen(section) && !progress.seen.contains(section)
      && !detail.story.sections[section].blocks.isEmpty
  }

  /// Opens an answer where its question stands if it fits there, else with the question at the top.
  private mutating func open(_ section: Int) {
    let heading = StorySpot(.block(.heading(section: section)))
    let row = page().firstIndex(of: layout.address(of: heading)) ?? 0
    openFold(section)
    cursor = StoryCursor(spot: heading, row: fits(section, at: row) ? row : min(row, highestRow(for: section)))
    settle()
  }

  /// Turns the page: the last lines that were seen are the first ones now.
  private mutating func turnToUnseen() {
    guard let bottom = page().last(where: { $0 != nil }) ?? nil, let next = layout.address(after: bottom) else {
      return
    }
    cursor = StoryCursor(spot: layout.spot(of: next), row: keptRows)
    settle()
    if let section = next.part.headingSection, isFoldedAndUnseen(section) { openFold(section) }
  }

  /// At the last word, what stands below it comes up as far as what was just turned to stays in sight.
  private mutating func bringUpWhatIsBelow() {
    guard let bottom = page().last(where: { $0 != nil }) ?? nil else { return }
    var (rows, next) = (0, layout.address(after: bottom))
    while let address = next, rows < cursor.row {
      rows += 1 + layout.gap(above: address)
      next = layout.address(after: address)
    }
    guard rows > 0 else { return }
    cursor.row -= min(rows, cursor.row)
    settle()
  }

  /// Opens the answers that fit on the page as well, one after another.
  private mutating func openAnswersThatFit() {
    while let section = unreadAnswerInView() {
      let heading = StoryLayout.Address(part: .block(.heading(section: section)), chunk: 0, line: 0)
      guard let row = page().firstIndex(of: heading) else { return }
      layout.changeFolds { $0.set(section, open: true) }
      guard fits(section, at: row) else {
        layout.changeFolds { $0.set(section, open: false) }
        return
      }
      progress.opened.insert(section)
      noteShown()
    }
  }

  private mutating func openFold(_ section: Int) {
    layout.changeFolds { $0.set(section, open: true) }
    progress.opened.insert(section)
  }

  /// Whether an open answer ends on the page if its question stands on a row.
  private mutating func fits(_ section: Int, at row: Int) -> Bool {
    row + rows(below: section) < viewport.rows
  }

  /// Below what was kept for the eye, unless the answer fits without that.
  private mutating func highestRow(for section: Int) -> Int {
    let spare = viewport.rows - 1 - rows(below: section)
    return spare >= 0 ? min(spare, keptRows) : keptRows
  }

  private mutating func rows(below section: Int) -> Int {
    layout.rows(below: .block(.heading(section: section)), upTo: viewport.rows) { $0.section == section }
  }

  /// What was opened by reading on folds once it is out of sight.
  private mutating func foldWhatIsBehind() {
    guard let top = page().lazy.compactMap({ $0 }).first else { return }
    let first = top.part.section ?? (top.part.isBelowBody ? detail.story.sections.count : 0)
    for section in progress.opened where section < first {
      layout.changeFolds { $0.set(section, open: false) }
      progress.opened.remove(section)
      progress.folded.insert(section)
    }
  }

  /// Whether the story is read once a page was on the screen: the last word is there, and the last answer is not folded away
  /// unread.
  mutating func isRead(onTheLast page: [StoryLayout.Address?]) -> Bool {
    guard showsLastWord(page) else { return false }
    let last = detail.story.sections.count - 1
    return last < 0 || layout.outline.folds.isOpen(last) || progress.read.contains(last)
  }

  /// Whether all of the story is on the page, from its headline to its last word, and nothing of it is folded away.
  mutating func showsWhole() -> Bool {
    let page = page()
    guard completeness.remark == nil, let top = page.lazy.compactMap({ $0 }).first else { return false }
    return layout.address(before: top) == nil && showsLastWord(page) && unreadAnswerInView() == nil
  }

  /// Whether the last word is on the page, and no answer there is yet to be opened.
  mutating func showsEnd() -> Bool { unreadAnswerInView() == nil && showsLastWord() }

  private mutating func showsLastWord() -> Bool { showsLastWord(page()) }

  /// Whether the last word of what is not folded away is on the page, or what comes below it.
  private mutating func showsLastWord(_ page: [StoryLayout.Address?]) -> Bool {
    let last = layout.outline.lastOfBody
    return page.contains { address in
      guard let address, address.part == last else { return address?.part.isBelowBody ?? false }
      return layout.isLast(address)
    }
  }

  /// How many rows of what was seen stay for the eye.
  private var keptRows: Int { min(2, viewport.rows / 3) }
}

extension StoryPart {
  /// The section whose heading it is.
  fileprivate var headingSection: Int? {
    if case .block(.heading(let section)) = self { section } else { nil }
  }

  /// Whether it stands below the last word of the story.
  fileprivate var isBelowBody: Bool {
    switch self {
    case .sourcesTitle, .source, .title, .item: true
    case .block, .note: false
    }
  }
}
