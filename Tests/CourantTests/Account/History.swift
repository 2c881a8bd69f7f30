import AccountServer
import Testing

/// What happens on two machines of one user, and what it has to come to.
struct History: Sendable, CustomTestStringConvertible {
  let title: String
  /// The server whose deviations it is played against.
  let kind: PlayedServer.Kind
  let happens: @Sendable (TwoMachines) throws -> Void

  init(
    _ title: String, at kind: PlayedServer.Kind = .freshrss, _ happens: @escaping @Sendable (TwoMachines) throws -> Void
  ) {
    (self.title, self.kind, self.happens) = (title, kind, happens)
  }

  var testDescription: String { title }

  static let all = plain + undone + disturbed + deviating
  /// Those that a server plays which nobody disturbs.
  static let undisturbed = plain + undone + patient
}
