import Briefing

/// Searching within the story.
extension StoryState {
  /// Highlights the words and goes to the first match from where the search began; no words end it.
  mutating func find(_ phrase: String, in frame: Frame) -> [Step] {
    let origin = find?.origin ?? cursor
    let originRow = find?.origin == nil ? row : find?.originRow ?? row
    guard var next = StoryFind(phrase: phrase) else {
      find = nil
      return []
    }
    next.origin = origin
    next.originRow = originRow
    find = next
    chosen = nil
    sourcesPanel = nil
    if let match = firstMatch(from: origin) ?? firstMatch(from: StorySpot(everything.first)) {
      go(to: match, in: frame)
    } else {
      cursor = origin
      row = originRow
      settle(in: frame)
      return [.say("“\(phrase)” is not in this story")]
    }
    return []
  }

  /// Goes to the next match; from the last one to the first.
  mutating func findNext(forward: Bool, in frame: Frame) -> [Step] {
    guard let find else { return [] }
    let here = find.current.flatMap { $0.part == cursor.part && $0.range.lowerBound == cursor.offset ? $0 : nil }
    let from = StorySpot(cursor.part, offset: forward ? here?.range.upperBound ?? cursor.offset : cursor.offset)
    if let match = forward ? firstMatch(from: from) : lastMatch(before: from) {
      go(to: match, in: frame)
      return []
    }
    let all = everything
    let end = StorySpot(forward ? all.first : all.last, offset: forward ? 0 : Int.max)
    guard let match = forward ? firstMatch(from: end) : lastMatch(before: end) else {
      return [.say("“\(find.words)” is not in this story")]
    }
    go(to: match, in: frame)
    return [.say(forward ? "searching on from the top" : "searching on from the end")]
  }

  private mutating func go(to match: StoryFind.Match, in frame: Frame) {
    find?.current = match
    chosen = nil
    if case .piece(let appendix, _) = match.part { layout.changeFolds { $0.set(appendix, open: true) } }
    if let section = match.part.section, match.part != .block(.heading(section: section)) {
      layout.changeFolds { $0.set(section, open: true) }
    }
    move(to: StorySpot(match.part, offset: match.range.lowerBound), in: frame)
  }

  /// The story with every fold open.
  private var everything: StoryOutline {
    var outline = layout.outline
    outline.folds.setAll(open: true)
    for appendix in Appendix.allCases { outline.folds.set(appendix, open: true) }
    return outline
  }

  private func firstMatch(from spot: StorySpot) -> StoryFind.Match? {
    guard let find else { return nil }
    let all = everything
    var offset = spot.offset
    var next: StoryPart? = all.shown(spot.part)
    while let part = next {
      if let range = find.firstMatch(in: layout.text(of: part).words, from: offset) {
        return StoryFind.Match(part: part, range: range)
      }
      offset = 0
      next = all.part(after: part)
    }
    return nil
  }

  private func lastMatch(before spot: StorySpot) -> StoryFind.Match? {
    guard let find else { return nil }
    let all = everything
    var offset = spot.offset
    var next: StoryPart? = all.shown(spot.part)
    while let part = next {
      if let range = find.lastMatch(in: layout.text(of: part).words, before: offset) {
        return StoryFind.Match(part: part, range: range)
      }
      offset = Int.max
      next = all.part(before: part)
    }
    return nil
  }
}
