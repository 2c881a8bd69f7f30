import Briefing
import Canvas

extension SearchState {
  var scopes: [Scope] { [.search] }
  var searchStyle: SearchStyle { .onEnter }

  var hints: [Hint] {
    [
      Hint(.enter, "go there"), Hint(.nextMatch, "next match"), Hint(.search, "search anew"),
      Hint(.sort, order == .newest ? "best first" : "newest first"), Hint(.back, "back"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return more(in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] { appeared(in: frame) }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .enter: return open()
    case .nextMatch: return walk(.down, in: frame)
    case .previousMatch: return walk(.up, in: frame)
    case .sort: return [.go(.search(words, order: order == .newest ? .best : .newest))]
    case .copy: return current.map { [.effect(.copy(hits[$0].excerpt))] } ?? []
    default: return walk(command, in: frame)
    }
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    words.isEmpty ? [] : [.go(.search(words))]
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    guard case .search(search, let after?, _) = request, after == hits.last else { return [] }
    isAsking = false
    guard case .hits(let more, let isComplete) = answer else { return [] }
    append(more, isComplete: isComplete)
    return []
  }

  private mutating func walk(_ command: Command, in frame: Frame) -> [Step] {
    _ = move(command, in: frame)
    return more(in: frame)
  }

  private mutating func open() -> [Step] {
    guard let current else { return [] }
    isWalked = true
    return [.go(.story(hits[current].story, at: hits[current].place, matching: words))]
  }

  /// Asks for the next part when the cursor comes near the end of this one.
  private mutating func more(in frame: Frame) -> [Step] {
    let margin = min(Self.part, frame.bodyRows) / 2
    guard !isComplete, !isAsking, let current, current + margin >= hits.count, let last = hits.last else { return [] }
    isAsking = true
    return [.effect(.ask(.search(search, after: last, limit: Self.part)))]
  }
}
