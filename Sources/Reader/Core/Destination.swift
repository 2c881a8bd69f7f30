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

  /// Whether the answer has nothing, and may have something once all stories are read and can be searched.
  func isInVain(_ answer: Answer) -> Bool
}

extension Route {
  func isInVain(_ answer: Answer) -> Bool { false }
}

/// A way to another screen, while the catalog is asked for what stands there.
struct PendingNavigation: Hashable, Sendable {
  let destination: Destination
  let request: Request
  /// Whether it was asked for while stories were still coming.
  let isEarly: Bool
}

extension State {
  /// Sets out for a place; it is shown once the catalog has answered.
  mutating func go(to destination: Destination) -> [Effect] {
    let request = destination.route.request(from: self)
    pendingNavigation = PendingNavigation(destination: destination, request: request, isEarly: isComing)
    return [.ask(request)]
  }

  /// Shows what was asked for.
  mutating func arrive(_ navigation: PendingNavigation, with answer: Answer) -> [Effect] {
    pendingNavigation = nil
    if case .failed(let sentence) = answer { return say(sentence) }
    if navigation.isEarly, navigation.destination.route.isInVain(answer) {
      guard isComing else { return go(to: navigation.destination) }
      askedEarly = navigation.destination
    }
    return navigation.destination.route.arrive(with: answer, to: navigation.request, in: &self)
  }

  /// Whether more stories are being read, or made searchable.
  private var isComing: Bool { progress != nil || lag > 0 }

  /// Asks again for what was asked for too early, once all is there; a key that was pressed since has called that off.
  mutating func goWhereAskedEarly() -> [Effect] {
    guard !isComing, pendingNavigation == nil, prompt == nil, question == nil, let destination = askedEarly else {
      return []
    }
    askedEarly = nil
    return go(to: destination)
  }

  /// Shows a screen after the current one, or in its place, so that back leads past it.
  mutating func push(_ content: any ScreenContent, takingPlace: Bool = false) -> [Effect] {
    if takingPlace { _ = history.back() }
    history.push(Screen(content))
    return tellCurrent { $0.appeared(in: $1) }
  }
}
