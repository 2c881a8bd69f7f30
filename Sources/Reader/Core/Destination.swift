import Briefing

/// Where one can go. Each destination is a static function beside the route that leads there.
struct Destination: Hashable, Sendable {
  let route: any Route

  init(_ route: any Route) {
    self.route = route
  }

  static func == (left: Destination, right: Destination) -> Bool { left.route.isEqual(to: right.route) }
  func hash(into hasher: inout Hasher) { route.hash(into: &hasher) }
}

/// How one gets to a screen: what the catalog is asked for, and which screen comes of the answer.
///
/// It stands in the folder of that screen, and is all that the rest of the reader knows of it.
protocol Route: Hashable, Sendable {
  /// What to ask the catalog. Until the answer is there, nothing changes.
  func request(from state: State) -> Request

  /// Shows what the answer holds, or says why there is nothing to show. Failures never come here: the core says them.
  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect]
}
