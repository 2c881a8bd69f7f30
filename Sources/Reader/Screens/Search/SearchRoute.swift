import Briefing

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
