import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts programs without a shell. They inherit descriptors 0, 1 and 2, plain signals, and nothing else.
public enum ChildProcess {
  /// What a program's standard descriptors are.
  public enum Streams: Sendable {
    /// The terminal, and those of this process.
    case terminal(Int32)
    /// Nothing to read and nowhere to write, in a session of its own.
    case detached
    /// Something to read, and nowhere to write.
    case reading(Int32)
    /// Nothing to read and somewhere to write, in a session of its own.
    case writing(Int32)
  }

  /// Programs that nobody waits for.
  private static let strays = Mutex<Set<Int32>>([])

  /// Starts a program found in PATH; nil if there is none, or it cannot be started.
  public static func start(_ words: [String], _ streams: Streams) -> Int32? {
    var actions = FileActions()
    defer { actions.destroy() }
    actions.set(streams)
    var attributes = SpawnAttributes(isDetached: streams.isDetached)
    defer { attributes.destroy() }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid: Int32 = 0
    guard let name = words.first,
      posix_spawnp(&pid, name, &actions.value, &attributes.value, &arguments, environ) == 0
    else { return nil }
    return pid
  }

  /// Waits so long for a program to end; nil where it does not.
  public static func wait(for pid: Int32, until deadline: ContinuousClock.Instant) -> ProgramEnd? {
    while true {
      if case .ended(let end) = state(of: pid) { return end }
      guard .now < deadline else { return nil }
      usleep(2000)
    }
  }

  /// How a program is that was started and not waited for yet.
  public enum State: Sendable {
    case running, stopped
    case ended(ProgramEnd)
  }

  /// Tells that a program was stopped once, and that it ended as often as one asks.
  public static func state(of pid: Int32) -> State {
    var status: Int32 = 0
    let found = waitpid(pid, &status, WNOHANG | WUNTRACED)
    guard found == pid else { return found == 0 || errno == EINTR ? .running : .ended(.status(0)) }
    return status & 0xFF == 0x7F ? .stopped : .ended(ProgramEnd(waited: status))
  }

  /// Leaves a program to itself: it is buried when the system tells that it ended.
  public static func leave(_ pid: Int32) {
    strays.withLock { _ = $0.insert(pid) }
  }

  /// Buries those that have ended, and says how.
  public static func reap() -> [Int32: ProgramEnd] {
    strays.withLock { strays in
      var ends: [Int32: ProgramEnd] = [:]
      for stray in strays {
        if case .ended(let end) = state(of: stray) { ends[stray] = end }
      }
      strays.subtract(ends.keys)
      return ends
    }
  }
}

extension ChildProcess.Streams {
  fileprivate var isDetached: Bool {
    switch self {
    case .detached, .writing: true
    case .terminal, .reading: false
    }
  }
}

/// How a program ended.
public enum ProgramEnd: Hashable, Sendable {
  case status(Int32)
  case signal(Int32)

  /// From what the system tells who waits for it.
  init(waited status: Int32) {
    self = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }

  /// Whether it did not do what it was started for; whoever ended it from outside wanted so.
  public var isFailure: Bool {
    switch self {
    case .status(let status): status != 0
    case .signal(let signal): ![SIGINT, SIGTERM, SIGHUP].contains(signal)
    }
  }

  /// Whether a program that starts others says that it could not, in the statuses that shells and `env` have for it.
  public var isNotStarted: Bool { self == .status(126) || self == .status(127) }
}
