import Briefing

extension Destination {
  /// A source with all its claims.
  static func source(host: String) -> Destination { Destination(SourceRoute(host: host)) }
}

private struct SourceRoute: Route {
  let host: String

  /// The first claims of the source, as far as those of the story that the reader comes from.
  func request(from state: State) -> Request {
    .claims(host: host, reaching: state.history.current.story?.detail.row.date, limit: SourceState.part)
  }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .claims(let claims, let source, let isComplete) = answer else { return [] }
    return state.push(
      SourceState(
        host: host, source: source, claims: claims, isComplete: isComplete,
        leaving: state.history.current.story?.departure, in: state.pageFrame))
  }
}
