#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a program ended.
public enum ProgramEnd: Hashable, Sendable {
  case status(Int32)
  case signal(Int32)

  /// From what the system tells who waits for it.
  init(waited status: Int32) {
    self = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }

  /// Whether it did not do what it was started for; whoever ended it from outside wanted so.
  var isFailure: Bool {
    switch self {
    case .status(let status): status != 0
    case .signal(let signal): ![SIGINT, SIGTERM, SIGHUP].contains(signal)
    }
  }

  /// Whether a program that starts others says that it could not, in the statuses that shells and `env` have for it.
  var isNotStarted: Bool { self == .status(126) || self == .status(127) }
}

/// A program that was given an address and failed.
public struct ProgramFailure: Hashable, Sendable {
  /// Its name or path, as the user wrote it.
  public var program: String
  public var end: ProgramEnd
}
