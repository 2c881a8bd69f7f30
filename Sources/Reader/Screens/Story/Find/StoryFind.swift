import Briefing

/// Words that are sought in a story, and highlighted where they stand.
struct StoryFind: Hashable, Sendable {
  /// A match in the text of a part.
  struct Match: Hashable, Sendable {
    var part: StoryPart
    var range: Range<Int>
  }

  /// As they were typed.
  let words: String
  /// Whether they were typed in the story, rather than in a search across stories.
  let isTyped: Bool
  /// Any of these is a match.
  let patterns: [TextPattern]
  /// Where the search began, while its words are still being typed.
  var origin: StoryCursor?
  /// What was open then: typing on, or words that stand nowhere, open nothing.
  var folds: Folds?
  /// The match that the cursor went to last.
  var current: Match?

  /// What a search across stories asked for; nil where that is no words.
  init?(query: String) {
    patterns = Query(query).wanted.compactMap { condition in
      switch condition {
      case .words(let words, let isPrefix), .asks(let words, let isPrefix):
        TextPattern(words, edges: isPrefix ? .startOfWord : .wholeWords)
      default: nil
      }
    }
    guard !patterns.isEmpty else { return nil }
    words = query
    isTyped = false
  }

  /// A phrase typed in the story; nil for none.
  init?(phrase: String) {
    guard let pattern = TextPattern(phrase) else { return nil }
    patterns = [pattern]
    words = phrase
    isTyped = true
  }

  /// The first match at a spot or behind it, in a story with every fold open.
  func firstMatch(from spot: StorySpot, in layout: StoryLayout) -> Match? {
    let outline = layout.outline.unfolded
    var offset = spot.offset
    var next: StoryPart? = outline.shown(spot.part)
    while let part = next {
      if let range = firstMatch(in: layout.text(of: part).words, from: offset) {
        return Match(part: part, range: range)
      }
      offset = 0
      next = outline.part(after: part)
    }
    return nil
  }

  /// The last match before a spot, in a story with every fold open.
  func lastMatch(before spot: StorySpot, in layout: StoryLayout) -> Match? {
    let outline = layout.outline.unfolded
    var offset = spot.offset
    var next: StoryPart? = outline.shown(spot.part)
    while let part = next {
      if let range = lastMatch(in: layout.text(of: part).words, before: offset) {
        return Match(part: part, range: range)
      }
      offset = Int.max
      next = outline.part(before: part)
    }
    return nil
  }

  /// Which of how many matches in the story one is; nil where there are very many, or the story is so long that counting them
  /// would hold up the screen.
  func ordinal(of match: Match, in layout: StoryLayout) -> Ordinal? {
    guard layout.facts.minutes <= Self.longestCounted else { return nil }
    let outline = layout.outline.unfolded
    var (number, total) = (0, 0)
    var next: StoryPart? = outline.first
    while let part = next {
      let words = layout.text(of: part).words
      var offset = 0
      while let range = firstMatch(in: words, from: offset), total < Self.mostCounted {
        total += 1
        if Match(part: part, range: range) == match { number = total }
        offset = max(range.upperBound, offset + 1)
      }
      next = outline.part(after: part)
    }
    return number > 0 && total < Self.mostCounted ? Ordinal(number: number, total: total) : nil
  }

  /// In minutes of reading.
  private static let longestCounted = 240
  private static let mostCounted = 1_000

  func firstMatch(in text: String, from offset: Int) -> Range<Int>? {
    patterns.compactMap { $0.firstMatch(in: text, from: offset) }.min { $0.lowerBound < $1.lowerBound }
  }

  func lastMatch(in text: String, before offset: Int) -> Range<Int>? {
    patterns.compactMap { $0.lastMatch(in: text, before: offset) }.max { $0.lowerBound < $1.lowerBound }
  }

  /// The matches that touch a stretch of a text, in no order; they may overlap.
  func matches(in text: String, touching range: Range<Int>) -> [Range<Int>] {
    patterns.flatMap { pattern in
      let whole = 0..<text.utf8.count
      let low = text.boundary(at: range.lowerBound - pattern.reach, in: whole)
      let high = text.boundary(at: range.upperBound + pattern.reach, in: whole)
      return pattern.matches(in: text, range: low..<high).filter { $0.overlaps(range) }
    }
  }
}

/// Searching within the story.
extension StoryState {
  /// Highlights the words and goes to the first match from where the search began; no words end it.
  mutating func find(_ phrase: String) -> [Step] {
    let origin = find?.origin ?? cursor
    let folds = find?.origin == nil ? layout.outline.folds : find?.folds ?? layout.outline.folds
    if folds != layout.outline.folds { layout.changeFolds { $0 = folds } }
    guard var next = StoryFind(phrase: phrase) else {
      find = nil
      return []
    }
    (next.origin, next.folds) = (origin, folds)
    find = next
    citations.chosen = nil
    sourcesPanel = nil
    let top = StorySpot(layout.outline.unfolded.first)
    guard let match = next.firstMatch(from: origin.spot, in: layout) ?? next.firstMatch(from: top, in: layout) else {
      cursor = origin
      settle()
      return [.say("“\(phrase)” is not in this story")]
    }
    go(to: match)
    return []
  }

  /// Goes to the next match; from the last one to the first.
  mutating func findNext(forward: Bool) -> [Step] {
    guard let find else { return [] }
    let here = find.current.flatMap { $0.part == cursor.part && $0.range.lowerBound == cursor.offset ? $0 : nil }
    let from = StorySpot(cursor.part, offset: forward ? here?.range.upperBound ?? cursor.offset : cursor.offset)
    func match(at spot: StorySpot) -> StoryFind.Match? {
      forward ? find.firstMatch(from: spot, in: layout) : find.lastMatch(before: spot, in: layout)
    }
    if let match = match(at: from) {
      go(to: match)
      return [.say(sentence(on: match))]
    }
    let outline = layout.outline.unfolded
    guard let match = match(at: StorySpot(forward ? outline.first : outline.last, offset: forward ? 0 : Int.max)) else {
      return [.say("“\(find.words)” is not in this story")]
    }
    go(to: match)
    return [.say("\(sentence(on: match)) · on from the \(forward ? "top" : "end")")]
  }

  private func sentence(on match: StoryFind.Match) -> String {
    guard let find, let ordinal = find.ordinal(of: match, in: layout) else { return "a match" }
    return "\(ordinal.number) of \(ordinal.total)"
  }

  private mutating func go(to match: StoryFind.Match) {
    find?.current = match
    citations.chosen = nil
    if case .item(let appendix, _) = match.part { layout.changeFolds { $0.set(appendix, open: true) } }
    if let section = match.part.section, match.part != .block(.heading(section: section)) {
      layout.changeFolds { $0.set(section, open: true) }
    }
    move(to: StorySpot(match.part, offset: match.range.lowerBound))
  }
}
