import Briefing
import Canvas

extension StoryState: ScreenContent {
  var scopes: [Scope] { find == nil ? [.story] : [.matches, .story] }
  var chosenRows: [Row] { [detail.row] }
  var wantsLetters: Bool { citations.letters != nil }

  var hints: [Hint] {
    if sourcesPanel != nil {
      return [Hint(.enter, "its claims"), Hint(.browse, "open site"), Hint(.back, "back to the story")]
    }
    if citations.chosen != nil {
      return [
        Hint(.enter, "follow"), Hint(.nextCitation, "next"), Hint(.browse, "open"), Hint(.copy, "copy"),
        Hint(.help, "help"),
      ]
    }
    if find?.isTyped == true {
      return [
        Hint(.nextMatch, "next match"), Hint(.previousMatch, "match before"), Hint(.back, "end search"),
        Hint(.help, "help"),
      ]
    }
    return [
      Hint(.enter, enterHint), Hint(.nextQuestion, layout.facts.asksAlone ? "next question" : "next heading"),
      Hint(.nextCitation, "citation"), Hint(.nextStory, "next story"),
    ] + versionHints + [Hint(.help, "help")]
  }

  private var enterHint: String {
    if isOnImage { return "follow" }
    if layout.whole.contains(cursor.part) { return "cut" }
    guard isOnCode else { return "fold" }
    var state = self
    return state.canShowWhole ? "show whole" : "fold"
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    resized(to: frame)
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
    guard case .row(let row?) = answer, row.id == detail.row.id else { return [] }
    return update(row)
  }

  /// Another program may have marked it, or put in a newer version.
  mutating func catalogChanged(in frame: Frame) -> [Step] {
    frame.isFocused ? [.effect(.ask(.row(detail.row.id)))] : []
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    guard stories.contains(detail.row.id) else { return }
    detail.row.set(mark)
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    fit(to: frame)
    find?.origin = nil
    return completeness.possible(carryOut(command, number: number, expected: frame.expected(detail.row)))
  }

  private mutating func carryOut(_ command: Command, number: Int?, expected row: Row) -> [Step] {
    if sourcesPanel != nil { return performOnSourcesPanel(command, rows: viewport.rows) }
    if move(command) { return [] }
    if let number, command == .enter { return follow(number) }
    switch command {
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
    guard cursor.perform(command, in: &layout, viewport) else {
      citations.chosen = chosen
      return false
    }
    noteShown()
    return true
  }

  /// Does what leads away from the story, or changes it; a toggle goes by the row as it will be.
  private func act(_ command: Command, expected row: Row) -> [Step] {
    let id = detail.row.id
    switch command {
    case .olderVersion: return goToVersion(older: true)
    case .newerVersion: return goToVersion(older: false)
    case .related: return [.go(.related(to: id, headline: detail.story.headline))]
    case .nextStory: return [.go(.neighbour(of: id, forward: true))]
    case .previousStory: return [.go(.neighbour(of: id, forward: false))]
    case .remove: return [.go(.next(removing: id))]
    case .toggleStar: return [.effect(.change(.mark([id], .starred(!row.isStarred))))]
    case .toggleUnread: return [.effect(.change(.mark([id], .unread(!row.isUnread))))]
    default: return []
    }
  }
}
