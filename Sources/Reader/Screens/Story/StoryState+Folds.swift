import Briefing

/// Opening and closing sections, and going from one to the next.
extension StoryState {
  /// Opens or closes what the cursor stands in; above the first heading, all sections.
  mutating func toggle() -> [Step] {
    switch cursor.part {
    case .title(let appendix), .item(let appendix, _):
      set(appendix, open: !layout.outline.folds.isOpen(appendix))
    case .block, .note:
      guard let section = cursor.part.section else { return foldAll(open: hidesAnswers) }
      set(section, open: !layout.outline.folds.isOpen(section))
    case .sourcesTitle, .source: break
    }
    return []
  }

  var hasFolds: Bool { !detail.story.sections.isEmpty }

  /// Whether some of the answers are folded away.
  var hidesAnswers: Bool { !layout.outline.folds.areOpen(all: detail.story.sections.count) }

  mutating func fold(open: Bool) -> [Step] {
    if let appendix = cursor.part.appendix {
      set(appendix, open: open)
    } else if let section = cursor.part.section {
      set(section, open: open)
    } else {
      return [.say("not under a question")]
    }
    return []
  }

  /// Opens or closes every section. A cursor in an answer that closes goes to its question.
  mutating func foldAll(open: Bool) -> [Step] {
    guard hasFolds else { return [.say("there is nothing to open")] }
    if !open, let section = cursor.part.section { cursor.spot = StorySpot(.block(.heading(section: section))) }
    citations.chosen = nil
    layout.changeFolds { $0.setAll(open: open) }
    settle()
    return []
  }

  mutating func goToQuestion(forward: Bool) -> [Step] {
    guard !detail.story.sections.isEmpty else { return [.say("this story has no headings")] }
    guard let section = question(forward: forward) else {
      let kind = layout.facts.asksAlone ? "question" : "heading"
      return [.say("this is the \(forward ? "last" : "first") \(kind)")]
    }
    citations.chosen = nil
    move(to: StorySpot(.block(.heading(section: section))))
    return []
  }

  /// Closing leaves the cursor on the question; opening shows as much of the answer as there is room for.
  private mutating func set(_ section: Int, open: Bool) {
    let wasOpen = layout.outline.folds.isOpen(section)
    guard wasOpen != open else { return }
    let heading = StorySpot(.block(.heading(section: section)))
    if !open { cursor.row = page().firstIndex(of: layout.address(of: heading)) ?? 0 }
    if !open || cursor.part != heading.part { cursor.spot = heading }
    citations.chosen = nil
    layout.changeFolds { $0.set(section, open: open) }
    if open { makeRoom(below: heading.part) { $0.section == section } }
    settle()
  }

  /// Moves a title up as far as what was opened below it needs, but never out of view.
  private mutating func makeRoom(below title: StoryPart, isOpened: (StoryPart) -> Bool) {
    let wanted = layout.rows(below: title, upTo: viewport.rows, while: isOpened)
    cursor.row = max(0, min(cursor.row, viewport.rows - 1 - wanted))
  }

  private mutating func set(_ appendix: Appendix, open: Bool) {
    cursor.spot = StorySpot(.title(appendix))
    layout.changeFolds { $0.set(appendix, open: open) }
    if open { makeRoom(below: cursor.part) { $0.appendix == appendix } }
    settle()
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
    case .sourcesTitle, .source, .title, .item:
      return forward || last < 0 ? nil : last
    }
  }
}
