import Briefing
import Canvas

extension SearchState {
  var scopes: [Scope] { [.search, .tabs] }
  var searchStyle: SearchStyle { .onEnter }

  var hints: [Hint] {
    let lift =
      limit.isEmpty ? former.isEmpty ? [] : [Hint(.searchAll, "within the limit")] : [Hint(.searchAll, "search all")]
    return [Hint(.enter, "go there"), Hint(.nextMatch, "next match")] + lift + [
      Hint(.search, "search anew"),
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
    case .sort: return sort(by: order == .newest ? .best : .newest)
    case .searchAll: return searchAll()
    case .copy: return current.map { [.effect(.copy(hits[$0].excerpt))] } ?? []
    case .browse: return current.map { [.go(.ownPage(of: hits[$0].story))] } ?? []
    default: return walk(command, in: frame)
    }
  }

  mutating func perform(_ command: Command, with argument: String, in frame: Frame) -> [Step] {
    guard command == .sort else { return perform(command, number: nil, in: frame) }
    guard let order = Search.Order(rawValue: argument) else {
      return [.say("matches are sorted newest or best first, not “\(argument)”")]
    }
    return sort(by: order)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    words.isEmpty ? [] : [.go(.search(Search(words, within: limit), former))]
  }

  private func sort(by order: Search.Order) -> [Step] {
    [.go(.search(Search(words, order: order, within: limit), former))]
  }

  /// Seeks in all stories, or within the limit again.
  private func searchAll() -> [Step] {
    guard limit.isEmpty else { return [.go(.search(Search(words, order: order), limit))] }
    guard !former.isEmpty else { return [.say("this searches all stories already")] }
    return [.go(.search(Search(words, order: order, within: former)))]
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
  ///
  /// - Parameter former: the limit that was lifted for this search.
  static func search(_ search: Search, _ former: String = "") -> Destination {
    let query = Query(search.query)
    guard !query.wanted.isEmpty || query.clauses.isEmpty else {
      let both = search.limit.isEmpty ? search.query : "\(search.limit) \(search.query)"
      return .limited(to: SavedQuery(name: "", query: both))
    }
    return Destination(SearchRoute(search: search, former: former))
  }
}

private struct SearchRoute: Route {
  let search: Search
  let former: String

  func request(from state: State) -> Request {
    .search(search, after: nil, limit: SearchState.firstPart(in: state.pageFrame, order: search.order))
  }

  /// A search on a search takes its place.
  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .hits(let hits, let isComplete) = answer else { return [] }
    let lag = state.lag
    let missing = lag > 0 ? "\(lag.grouped) \(lag == 1 ? "story" : "stories") cannot be searched yet" : nil
    let reading = state.progress == nil ? nil : "stories are still being read"
    let remarks = [Query.sentence(ofDoubtsIn: search.query), missing ?? reading].compactMap(\.self)
    guard !hits.isEmpty else {
      return state.say(([nothingFound(in: state)] + remarks).joined(separator: "; "))
    }
    let effects = state.push(
      SearchState(search, former: former, hits: hits, isComplete: isComplete),
      takingPlace: state.history.current.search != nil)
    return effects + (remarks.isEmpty ? [] : state.say(remarks.joined(separator: "; ")))
  }

  func isInVain(_ answer: Answer) -> Bool {
    if case .hits(let hits, _) = answer { hits.isEmpty } else { false }
  }

  /// Where it was sought within a limit, also how that is lifted.
  private func nothingFound(in state: State) -> String {
    guard !search.limit.isEmpty else { return "nothing found for “\(search.query)”" }
    let found = "nothing found for “\(search.query)” within “\(search.limit)”"
    let isSearch = state.history.current.search != nil
    let key = state.keymap.label(for: isSearch ? .searchAll : .back, in: state.scopes)
    return found + (key.map { isSearch ? " · \($0) searches all" : " · \($0) lifts that limit" } ?? "")
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
    if let place = search.sentenceOfPlace { _ = say(place) }
    if hit.story == story.detail.row.id {
      let frame = frame(at: history.position)
      history.current.story?.go(to: hit.place, in: frame)
      return effects
    }
    return effects + go(to: .story(hit.story, at: hit.place, matching: search.words, takingPlace: true))
  }
}
