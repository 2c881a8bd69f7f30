#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns signals into bytes of a pipe, so that one `poll` sees them together with the keys.
///
/// A second request to end, while the first has not been read, is not waited for: the terminal is restored on the spot
/// and the process ends.
final class Signals {
  private static let relayed = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGCHLD]

  private let pipe: Pipe
  private var former: [(signal: Int32, action: sigaction)] = []

  var readEnd: Int32 { pipe.readEnd }

  init(pipe: Pipe) {
    self.pipe = pipe
    relay.pointee = Relay(writeEnd: pipe.writeEnd, unreadEndings: 0)
    for signal in Self.relayed { former.append((signal, SignalAction.set(signal, to: .call(relaySignal)))) }
    unblock()
    former.append((SIGPIPE, SignalAction.set(SIGPIPE, to: .ignore)))
  }

  /// Whoever started us may have had them blocked.
  private func unblock() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Self.relayed { sigaddset(&set, signal) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Which signals came since the last call.
  func take() -> Set<Int32> {
    let bytes = pipe.drain()
    relay.pointee.unreadEndings = 0
    return Set(bytes.map(Int32.init))
  }

  /// Gives the signals back to whoever had them before.
  func release() {
    for (signal, action) in former.reversed() { SignalAction.restore(signal, action) }
    former = []
  }
}

/// What the handler needs: plain memory, since it may run at any moment on any thread.
private struct Relay {
  var writeEnd: Int32
  var unreadEndings: Int32
}

private nonisolated(unsafe) let relay: UnsafeMutablePointer<Relay> = {
  let relay = UnsafeMutablePointer<Relay>.allocate(capacity: 1)
  relay.initialize(to: Relay(writeEnd: -1, unreadEndings: 0))
  return relay
}()

private nonisolated func relaySignal(_ signal: Int32) {
  let kept = errno
  if signal == SIGTERM || signal == SIGINT {
    relay.pointee.unreadEndings += 1
    if relay.pointee.unreadEndings > 1 { CrashGuard.restoreAndRaise(signal) }
  }
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(relay.pointee.writeEnd, &byte, 1)
  errno = kept
}
