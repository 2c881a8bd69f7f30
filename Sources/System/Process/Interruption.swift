import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Notes that the user, or the system, wants the work to end, so that it can end between two steps.
///
/// Whoever asks twice does not wait: the process ends on the spot, which loses nothing that was acknowledged. To be made
/// before other threads are: they inherit that the signals are not theirs.
public final class Interruption: Sendable {
  private let signals: sigset_t
  private let received = Mutex<Int32?>(nil)

  /// From now on, the signals that ask for an end no longer end the process by themselves.
  public init() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(signal) { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    signals = set
  }

  /// Calls the closure when the first signal comes, on a thread of its own.
  ///
  /// Where there is none to be had, the first signal ends the process on the spot.
  public func watch(_ onRequest: @escaping @Sendable () -> Void) {
    let isWatched = WorkerThread.start { [self] in
      Self.wait(for: signals) { signal in
        received.withLock { $0 = signal }
        onRequest()
      }
    }
    guard !isWatched else { return }
    var set = signals
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// The signal that came; nil if none did.
  public var signal: Int32? { received.withLock { $0 } }

  private static func wait(for set: sigset_t, _ body: (Int32) -> Void) {
    var (set, signal) = (set, Int32(0))
    guard sigwait(&set, &signal) == 0 else { return }
    let first = ContinuousClock.now
    body(signal)
    // Programs that pass a signal on, as timeout(1) does, often send the same one twice.
    repeat {
      guard sigwait(&set, &signal) == 0 else { return }
    } while ContinuousClock.now - first < .milliseconds(500)
    // As the shell knows it from a process that was killed.
    _exit(128 + signal)
  }

  /// As `nohup` does with SIGHUP, and a shell with SIGINT for what runs in the background.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
