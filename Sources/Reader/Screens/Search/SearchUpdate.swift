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

extension Destination {
  /// The places where words stand. A query without words has none to show, only stories.
  static func search(_ words: String, order: Search.Order = .newest) -> Destination {
    let query = Query(words)
    guard !query.wanted.isEmpty || query.clauses.isEmpty else {
      return .limited(to: SavedQuery(name: "", query: words))
    }
    return Destination(SearchRoute(words: words, order: order))
  }
}

private struct SearchRoute: Route {
  let words: String
  let order: Search.Order

  func request(from state: State) -> Request {
    .search(Search(words, order: order), after: nil, limit: SearchState.firstPart(in: state.pageFrame, order: order))
  }

  /// A search on a search takes its place.
  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .hits(let hits, let isComplete) = answer else { return [] }
    let lag = state.lag
    let missing = lag > 0 ? "\(lag.grouped) \(lag == 1 ? "story is" : "stories are") still being taken in" : nil
    guard !hits.isEmpty else { return state.say("nothing found for “\(words)”" + (missing.map { "; \($0)" } ?? "")) }
    let effects = state.push(
      SearchState(words: words, order: order, hits: hits, isComplete: isComplete),
      takingPlace: state.history.current.search != nil)
    return effects + (missing.map { state.say($0) } ?? [])
  }
}

extension State {
  /// Whether a story is shown that was opened from a search and has not been searched itself since.
  var isWalkingHits: Bool {
    history.current.story != nil && history.previous?.search?.isWalked == true
  }

  /// Goes to the next hit of the search below, in this story or another one.
  mutating func walkHits(forward: Bool) -> [Effect] {
    let below = history.position - 1
    guard let story = history.current.story, var search = history[below].search else { return [] }
    let hit = search.step(forward: forward, in: frame(at: below))
    history[below] = Screen(search)
    let effects = tell(below) { $0.appeared(in: $1) }
    guard let hit else { return effects + say(search.endSentence(forward: forward)) }
    if hit.story == story.detail.row.id {
      let frame = frame(at: history.position)
      history.current.story?.go(to: hit.place, in: frame)
      return effects
    }
    return effects + go(to: .story(hit.story, at: hit.place, matching: search.words, takingPlace: true))
  }
}
