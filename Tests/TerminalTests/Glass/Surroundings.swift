/// What the environment says beside the terminal.
enum Surroundings: CaseIterable, Sendable {
  case plain, poor, rich, eightBits

  var environment: [String: String] {
    switch self {
    case .plain: [:]
    // No locale, no colours, and no descriptions but those of the system.
    case .poor: ["LC_ALL": "C", "NO_COLOR": "1", "TERMINFO": "/var/empty", "TERMINFO_DIRS": "/var/empty:"]
    case .rich: ["LC_ALL": "xx_YY.UTF-8", "COLORTERM": "truecolor"]
    case .eightBits: Latin1.environment
    }
  }

  var encoding: Encoding { self == .eightBits ? .latin1 : .utf8 }
  static var testable: [Surroundings] { allCases.filter { $0 != .eightBits || Latin1.folder != nil } }
}
