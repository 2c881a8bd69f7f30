import Briefing

/// What a search in all stories found: the hits, each under its question.
struct SearchState: ListScreen {
  /// How many hits are asked for at once, beyond the first screen.
  static let part = 60
  /// How many of the best are asked for: whoever wants more of them wants another query.
  static let best = 200

  let words: String
  let order: Search.Order
  /// The query within whose stories is sought; empty for all of them.
  let limit: String
  /// The query that a search in all stories would go back to.
  let former: String
  var hits: [Hit]
  /// Whether there are no hits after these.
  var isComplete: Bool
  var lines: [Line] = []
  var scroll = Scroll()
  /// Whether next match, in a story that was opened from here, walks these hits.
  var isWalked = true
  var isAsking = false

  /// One line of the list.
  enum Line: Hashable, Sendable {
    /// The story of the hits that follow, if none of them is in its headline.
    case story(hit: Int)
    /// The question they stand under, if none of them is in it.
    case question(hit: Int)
    case hit(Int)
    case blank
  }

  init(_ search: Search, former: String = "", hits: [Hit], isComplete: Bool) {
    words = search.query
    order = search.order
    limit = search.limit
    self.former = former
    self.hits = hits
    self.isComplete = isComplete
    layOut()
    scroll.go(to: 0, lines: lines.count, rows: lines.count, isSelectable: isSelectable(at:))
  }

  /// How many hits are asked for at first: those of the newest stories that fill the screen, and a few more.
  static func firstPart(in frame: Frame, order: Search.Order) -> Int {
    order == .best ? best : frame.bodyRows + 4
  }

  var search: Search { Search(words, order: order, within: limit) }

  func isSelectable(_ line: Line) -> Bool {
    if case .hit = line { true } else { false }
  }

  /// Which hit the cursor stands on.
  var current: Int? {
    if case .hit(let hit)? = currentLine { hit } else { nil }
  }

  /// Adds the next part of the hits.
  mutating func append(_ more: [Hit], isComplete: Bool) {
    hits += more
    self.isComplete = isComplete
    layOut()
  }

  /// Sets the cursor on the next hit, or on the one before, and gives it; nil at the end.
  mutating func step(forward: Bool, in frame: Frame) -> Hit? {
    guard let current, hits.indices.contains(current + (forward ? 1 : -1)) else { return nil }
    _ = move(forward ? .down : .up, in: frame)
    return self.current.map { hits[$0] }
  }

  /// Which of how many hits the cursor is on, as far as they are known.
  var sentenceOfPlace: String? {
    current.map { "\($0 + 1) of \(hits.count)\(isComplete ? "" : " and more")" }
  }

  /// What to say when there is no hit further on.
  func endSentence(forward: Bool) -> String {
    if forward { return isComplete ? "this is the last match" : "more matches are on their way" }
    return "this is the first match"
  }

  private mutating func layOut() {
    lines = []
    for (index, hit) in hits.enumerated() {
      let before = index > 0 ? hits[index - 1] : nil
      let isNewStory = before?.story != hit.story
      if isNewStory, index > 0 { lines.append(.blank) }
      if isNewStory, !hit.isInHeadline { lines.append(.story(hit: index)) }
      let isNewQuestion = isNewStory || before?.place.block.section != hit.place.block.section
      if isNewQuestion, hit.heading != nil, !hit.isInHeading { lines.append(.question(hit: index)) }
      lines.append(.hit(index))
    }
  }
}

extension Hit {
  /// Whether the words stand in the headline, which then needs no line of its own above them.
  var isInHeadline: Bool { place.block == .headline }

  /// Whether the words stand in the question itself.
  var isInHeading: Bool {
    if case .heading = place.block { true } else { false }
  }
}

extension Screen {
  /// The search that is shown; nil on another screen.
  var search: SearchState? {
    get { content as? SearchState }
    set { if let newValue { content = newValue } }
  }
}
