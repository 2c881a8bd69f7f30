import Briefing

extension Destination {
  /// The stories that a query finds; without a name, one that was typed.
  static func limited(to query: SavedQuery) -> Destination { Destination(LimitedIndexRoute(query: query)) }
}

private struct LimitedIndexRoute: Route {
  let query: SavedQuery

  /// In the order that the user has chosen.
  func request(from state: State) -> Request {
    .rows(Listing(query: query.query, order: state.listing.order), .first(IndexState.part(in: state.frame(at: 0))))
  }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .rows(let rows) = answer, case .rows(let listing, let window) = request else { return [] }
    // What the list would ask for as it was left is asked in vain: it shows other rows at once.
    _ = state.show(.stories)
    return state.changeIndex { $0.show(rows, for: window, of: listing, named: query, in: $1) }
  }
}
