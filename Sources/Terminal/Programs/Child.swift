import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts programs without a shell. They inherit descriptors 0, 1 and 2, plain signals, and nothing else.
enum Child {
  /// What a program's standard descriptors are.
  enum Streams {
    /// The terminal, and those of this process.
    case terminal(Int32)
    /// Nothing to read and nowhere to write, in a session of its own.
    case detached
    /// Something to read, and nowhere to write.
    case reading(Int32)
  }

  /// Programs that nobody waits for.
  private static let strays = Mutex<Set<pid_t>>([])

  /// Starts a program found in PATH; nil if there is none, or it cannot be started.
  static func start(_ words: [String], _ streams: Streams) -> pid_t? {
    var actions = FileActions()
    defer { actions.destroy() }
    actions.set(streams)
    var attributes = SpawnAttributes(isDetached: streams.isDetached)
    defer { attributes.destroy() }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid: pid_t = 0
    guard let name = words.first,
      posix_spawnp(&pid, name, &actions.value, &attributes.value, &arguments, environ) == 0
    else { return nil }
    return pid
  }

  /// Waits so long for a program to end; nil where it does not.
  static func wait(for pid: pid_t, until deadline: ContinuousClock.Instant) -> ProgramEnd? {
    while true {
      if case .ended(let end) = state(of: pid) { return end }
      guard .now < deadline else { return nil }
      usleep(2000)
    }
  }

  /// How a program is that was started and not waited for yet.
  enum State {
    case running, stopped
    case ended(ProgramEnd)
  }

  /// Tells that a program was stopped once, and that it ended as often as one asks.
  static func state(of pid: pid_t) -> State {
    var status: Int32 = 0
    let found = waitpid(pid, &status, WNOHANG | WUNTRACED)
    guard found == pid else { return found == 0 || errno == EINTR ? .running : .ended(.status(0)) }
    return status & 0xFF == 0x7F ? .stopped : .ended(ProgramEnd(waited: status))
  }

  /// Leaves a program to itself: it is buried when the system tells that it ended.
  static func leave(_ pid: pid_t) {
    strays.withLock { _ = $0.insert(pid) }
  }

  /// Buries those that have ended, and says how.
  static func reap() -> [pid_t: ProgramEnd] {
    strays.withLock { strays in
      var ends: [pid_t: ProgramEnd] = [:]
      for stray in strays {
        if case .ended(let end) = state(of: stray) { ends[stray] = end }
      }
      strays.subtract(ends.keys)
      return ends
    }
  }
}

extension Child.Streams {
  fileprivate var isDetached: Bool {
    if case .detached = self { true } else { false }
  }
}
