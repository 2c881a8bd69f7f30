import Briefing

/// Opening and closing sections, and going from one to the next.
extension StoryState {
  mutating func toggle(in frame: Frame) -> [Step] {
    switch cursor.part {
    case .title(let appendix), .piece(let appendix, _):
      set(appendix, open: !layout.outline.folds.isOpen(appendix), in: frame)
    case .block, .note:
      guard let section = cursor.part.section else {
        return [.offer("not under a question", .nextCitation, "goes to the next citation")]
      }
      set(section, open: !layout.outline.folds.isOpen(section), in: frame)
    case .sourcesTitle, .source: break
    }
    return []
  }

  mutating func fold(open: Bool, in frame: Frame) -> [Step] {
    if let appendix = cursor.part.appendix {
      set(appendix, open: open, in: frame)
    } else if let section = cursor.part.section {
      set(section, open: open, in: frame)
    } else {
      return [.say("not under a question")]
    }
    return []
  }

  /// Opens or closes every section. A cursor in an answer that closes goes to its question.
  mutating func foldAll(open: Bool, in frame: Frame) {
    if !open, let section = cursor.part.section { cursor = StorySpot(.block(.heading(section: section))) }
    chosen = nil
    layout.changeFolds { $0.setAll(open: open) }
    settle(in: frame)
  }

  mutating func goToQuestion(forward: Bool, in frame: Frame) -> [Step] {
    guard let section = question(forward: forward) else {
      let kind = layout.facts.asksAlone ? "question" : "heading"
      return [.say("this is the \(forward ? "last" : "first") \(kind)")]
    }
    chosen = nil
    move(to: StorySpot(.block(.heading(section: section))), in: frame)
    return []
  }

  /// Closing leaves the cursor on the question; opening shows as much of the answer as there is room for.
  private mutating func set(_ section: Int, open: Bool, in frame: Frame) {
    let wasOpen = layout.outline.folds.isOpen(section)
    guard wasOpen != open else { return }
    let heading = StorySpot(.block(.heading(section: section)))
    if !open {
      let page = page(in: frame)
      row = page.firstIndex(of: layout.address(of: heading)) ?? 0
    }
    if !open || cursor.part != heading.part { cursor = heading }
    chosen = nil
    layout.changeFolds { $0.set(section, open: open) }
    if open { makeRoom(below: heading.part, in: frame) { $0.section == section } }
    settle(in: frame)
  }

  /// Moves a title up as far as what was opened below it needs, but never out of view.
  private mutating func makeRoom(below title: StoryPart, in frame: Frame, isOpened: (StoryPart) -> Bool) {
    let rows = bodyRows(in: frame)
    let wanted = layout.rows(below: title, upTo: rows, while: isOpened)
    row = max(0, min(row, rows - 1 - wanted))
  }

  private mutating func set(_ appendix: Appendix, open: Bool, in frame: Frame) {
    cursor = StorySpot(.title(appendix))
    layout.changeFolds { $0.set(appendix, open: open) }
    if open { makeRoom(below: cursor.part, in: frame) { $0.appendix == appendix } }
    settle(in: frame)
  }

  private func question(forward: Bool) -> Int? {
    let last = detail.story.sections.count - 1
    switch cursor.part {
    case .block(.heading(let section)):
      return forward ? (section < last ? section + 1 : nil) : (section > 0 ? section - 1 : nil)
    case .block(.paragraph(let section, _)), .note(let section?):
      return forward ? (section < last ? section + 1 : nil) : section
    case .block, .note:
      return forward && last >= 0 ? 0 : nil
    case .sourcesTitle, .source, .title, .piece:
      return forward || last < 0 ? nil : last
    }
  }
}
