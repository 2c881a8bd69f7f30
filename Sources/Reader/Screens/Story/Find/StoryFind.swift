import Briefing

/// Words that are lit in a story.
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
  var origin: StorySpot?
  /// The row that `origin` stood on.
  var originRow = 0
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
