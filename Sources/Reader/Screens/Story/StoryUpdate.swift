import Briefing
import Canvas

extension StoryState: ScreenContent {
  var scopes: [Scope] { hasMatches ? [.matches, .story] : [.story] }
  /// Whether words were sought, and stand in the story as far as is known.
  private var hasMatches: Bool { find.map { !$0.isTyped || $0.current != nil } ?? false }
  var chosenRows: [Row] { [subject] }
  var wantsLetters: Bool { citations.letters != nil }

  var hints: [Hint] {
    if sourcesPanel != nil {
      return [Hint(.enter, "its claims"), Hint(.browse, "open site"), Hint(.back, "back to the story")]
    }
    if citations.chosen != nil {
      return [
        Hint(.enter, "follow"), Hint(.nextCitation, "next"), Hint(.browse, "open"),
      ] + (chosenCitation == nil ? [] : [Hint(.sectionSources, "its source")]) + [
        Hint(.copy, "copy"), Hint(.help, "help"),
      ]
    }
    if find?.isTyped == true, hasMatches {
      return [
        Hint(.nextMatch, "next match"), Hint(.previousMatch, "match before"), Hint(.back, "end search"),
        Hint(.help, "help"),
      ]
    }
    // What changes from line to line stands near the end, so that little has to be drawn anew.
    return [Hint(.readOn, isAtEnd ? "next unread" : "read on")] + headingHints
      + [Hint(.nextCitation, wordForCitations)] + textHints + citingHints + [Hint(.nextStory, "story")]
      + (enterHint.map { [Hint(.enter, $0)] } ?? [])
      + versionHints + [Hint(.help, "help")]
  }

  private var headingHints: [Hint] {
    detail.story.sections.isEmpty ? [] : [Hint(.nextQuestion, layout.facts.asksAlone ? "question" : "heading")]
  }

  /// What stands in articles and entries are links to most people.
  var wordForCitations: String { detail.kind == .briefing ? "citation" : "link" }

  /// What Enter does where the cursor stands; nil where it does nothing.
  private var enterHint: String? {
    if isOnImage { return "follow" }
    if layout.whole.contains(cursor.part) { return "cut" }
    var state = self
    if isOnCode, state.canShowWhole { return "show whole" }
    switch cursor.part {
    case .source: return "follow"
    case .sourcesTitle: return nil
    case .title(let appendix), .item(let appendix, _): return layout.outline.folds.isOpen(appendix) ? "fold" : "open"
    case .block, .note:
      guard let section = cursor.part.section else { return hasFolds ? (hidesAnswers ? "open all" : "fold all") : nil }
      return layout.outline.folds.isOpen(section) ? "fold" : "open"
    }
  }

  /// An entry or page of which nothing is left to turn to is at its end as it comes: one key goes on to the next.
  mutating func appeared(in frame: Frame) -> [Step] {
    let steps = resized(to: frame)
    isAtEnd = isAtEnd || detail.kind != .briefing && showsWhole()
    return steps
  }

  /// Back closes what lies over the story, then ends a search that was typed here.
  mutating func callOff(in frame: Frame) -> [Step]? {
    if sourcesPanel != nil {
      sourcesPanel = nil
      return []
    }
    guard find?.isTyped == true else { return nil }
    find = nil
    return []
  }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    settle(fills: true)
    if isAtEnd, !showsEnd() { isAtEnd = false }
    return []
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    fit(to: frame)
    return find(words)
  }

  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step] {
    fit(to: frame)
    return completeness.possible(type(letter))
  }

  mutating func pressed(at point: Point, in frame: Frame) -> [Step]? {
    fit(to: frame)
    guard sourcesPanel == nil, let anchor = anchor(at: point) else { return nil }
    choose(anchor)
    return target(of: anchor).map { completeness.possible([$0.following]) }
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    if case .story(let detail?) = answer { return show(edited: detail, in: frame) }
    guard case .row(let row?) = answer else { return [] }
    if entry?.id == row.id { entry = row }
    return row.id == detail.row.id ? update(row) : []
  }

  /// Another program may have marked it, or put in a newer version.
  mutating func catalogChanged(in frame: Frame) -> [Step] {
    frame.isFocused ? [.effect(.ask(.row(subject.id)))] : []
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    if stories.contains(detail.row.id) { detail.row.set(mark) }
    if let entry, stories.contains(entry.id) { self.entry?.set(mark) }
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    fit(to: frame)
    find?.origin = nil
    if command != .readOn { isAtEnd = false }
    return completeness.possible(carryOut(command, number: number, expected: frame.expected(subject)))
  }

  private mutating func carryOut(_ command: Command, number: Int?, expected row: Row) -> [Step] {
    if sourcesPanel != nil { return performOnSourcesPanel(command, rows: viewport.rows) }
    if move(command) { return [] }
    if let number, command == .enter { return follow(number) }
    switch command {
    case .readOn: return readOn()
    case .nextCitation: return walk(forward: true)
    case .previousCitation: return walk(forward: false)
    case .nextQuestion: return goToQuestion(forward: true)
    case .previousQuestion: return goToQuestion(forward: false)
    case .nextMatch: return findNext(forward: true)
    case .previousMatch: return findNext(forward: false)
    case .enter: return enter()
    case .toggleFold: return toggle()
    case .openFold: return fold(open: true)
    case .closeFold: return fold(open: false)
    case .openAllFolds: return foldAll(open: true)
    case .closeAllFolds: return foldAll(open: false)
    case .follow: return follow(number)
    case .hint: return showHints()
    case .sectionSources: return showSourcesPanel()
    case .browse: return browse()
    case .copy: return copy()
    default: return act(command, expected: row)
    }
  }

  /// Moves the cursor; false for a command that is no move.
  private mutating func move(_ command: Command) -> Bool {
    // What is chosen is no longer what the cursor stands on, and links lose the numbers that they have meanwhile.
    let chosen = citations.chosen
    citations.chosen = nil
    if command == .pageUp { openWhatIsBehind() }
    guard cursor.perform(command, in: &layout, viewport) else {
      citations.chosen = chosen
      return false
    }
    noteShown()
    return true
  }

  /// Does what leads away from the story, or changes it; a toggle goes by the row as it will be.
  private func act(_ command: Command, expected row: Row) -> [Step] {
    let id = subject.id
    switch command {
    case .fullText: return changeText()
    case .olderVersion: return goToVersion(older: true)
    case .newerVersion: return goToVersion(older: false)
    case .related: return [.go(.related(to: id, headline: subject.headline))]
    case .nextStory: return [.go(.neighbour(of: id, forward: true))]
    case .previousStory: return [.go(.neighbour(of: id, forward: false))]
    case .remove: return [.go(.next(removing: id))]
    case .editNote: return editNote()
    case .toggleStar: return [.effect(.change(.mark([id], .starred(!row.isStarred))))]
    case .toggleUnread: return [.effect(.change(.mark([id], .unread(!row.isUnread))))]
    default: return []
    }
  }
}
