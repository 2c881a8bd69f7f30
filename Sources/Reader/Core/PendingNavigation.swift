import Briefing

/// A way to another screen, while the catalog is asked for what stands there.
struct PendingNavigation: Hashable, Sendable {
  let destination: Destination
  let request: Request
}

extension State {
  /// Sets out for a place; it is shown once the catalog has answered.
  mutating func go(to destination: Destination) -> [Effect] {
    let request = destination.route.request(from: self)
    pendingNavigation = PendingNavigation(destination: destination, request: request)
    return [.ask(request)]
  }

  /// Shows what was asked for.
  mutating func arrive(_ navigation: PendingNavigation, with answer: Answer) -> [Effect] {
    pendingNavigation = nil
    if case .failed(let sentence) = answer { return say(sentence) }
    return navigation.destination.route.arrive(with: answer, to: navigation.request, in: &self)
  }

  /// Shows a screen after the current one, or in its place, so that back leads past it.
  mutating func push(_ content: any ScreenContent, takingPlace: Bool = false) -> [Effect] {
    if takingPlace { _ = history.back() }
    history.push(Screen(content))
    return tellCurrent { $0.appeared(in: $1) }
  }
}
