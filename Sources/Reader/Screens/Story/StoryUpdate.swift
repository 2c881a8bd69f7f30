import Briefing
import Canvas

extension StoryState: ScreenContent {
  var scopes: [Scope] { find == nil ? [.story] : [.matches, .story] }
  var chosenRows: [Row] { [detail.row] }
  var wantsLetters: Bool { letters != nil }

  var hints: [Hint] {
    if sourcesPanel != nil {
      return [Hint(.enter, "its claims"), Hint(.browse, "open site"), Hint(.back, "back to the story")]
    }
    if chosen != nil {
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
    settle(in: frame, fills: true)
    return []
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    fit(to: frame)
    return find(words, in: frame)
  }

  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step] {
    fit(to: frame)
    return possible(type(letter, in: frame))
  }

  mutating func pressed(at point: Point, in frame: Frame) -> [Step]? {
    fit(to: frame)
    guard sourcesPanel == nil, let mark = mark(at: point, in: frame) else { return nil }
    choose(mark, in: frame)
    return target(of: mark).map { possible([$0.following]) }
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    guard case .row(let row?) = answer, row.id == detail.row.id else { return [] }
    return take(row)
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
    return possible(carryOut(command, number: number, in: frame))
  }

  private mutating func carryOut(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if sourcesPanel != nil { return performOnSourcesPanel(command, rows: bodyRows(in: frame)) }
    if move(command, in: frame) { return [] }
    if let number, command == .enter { return follow(number, in: frame) }
    switch command {
    case .nextCitation: return walk(forward: true, in: frame)
    case .previousCitation: return walk(forward: false, in: frame)
    case .nextQuestion: return goToQuestion(forward: true, in: frame)
    case .previousQuestion: return goToQuestion(forward: false, in: frame)
    case .nextMatch: return findNext(forward: true, in: frame)
    case .previousMatch: return findNext(forward: false, in: frame)
    case .enter: return enter(in: frame)
    case .toggleFold: return toggle(in: frame)
    case .openFold: return fold(open: true, in: frame)
    case .closeFold: return fold(open: false, in: frame)
    default: return act(command, number: number, in: frame)
    }
  }

  /// Moves the cursor; false for a command that is no move.
  private mutating func move(_ command: Command, in frame: Frame) -> Bool {
    let chosen = chosen
    self.chosen = nil
    switch command {
    case .down: step(forward: true, in: frame)
    case .up: step(forward: false, in: frame)
    case .scrollDown: slide(forward: true, in: frame)
    case .scrollUp: slide(forward: false, in: frame)
    case .pageDown: turn(forward: true, in: frame)
    case .pageUp: turn(forward: false, in: frame)
    case .halfDown: turnHalf(forward: true, in: frame)
    case .halfUp: turnHalf(forward: false, in: frame)
    case .first: start(in: frame)
    case .last: end(in: frame)
    case .openAllFolds: foldAll(open: true, in: frame)
    case .closeAllFolds: foldAll(open: false, in: frame)
    default:
      self.chosen = chosen
      return false
    }
    return true
  }

  private mutating func act(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    let id = detail.row.id
    switch command {
    case .follow: return follow(number, in: frame)
    case .hint: return showHints(in: frame)
    case .sectionSources: return showSourcesPanel()
    case .olderVersion: return goToVersion(older: true)
    case .newerVersion: return goToVersion(older: false)
    case .related: return [.go(.related(to: id, headline: detail.story.headline))]
    case .browse: return browse()
    case .copy: return copy()
    case .nextStory: return [.go(.neighbour(of: id, forward: true))]
    case .previousStory: return [.go(.neighbour(of: id, forward: false))]
    case .remove: return [.go(.next(removing: id))]
    case .toggleStar: return [.effect(.change(.mark([id], .starred(!frame.expected(detail.row).isStarred))))]
    case .toggleUnread: return [.effect(.change(.mark([id], .unread(!frame.expected(detail.row).isUnread))))]
    default: return []
    }
  }
}
