import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns signals into bytes of a pipe, so that one `poll` sees them together with the keys.
///
/// A request to end that nobody takes for `patience`, or that is made again after `pause`, is not waited for: the
/// terminal is restored on the spot and the process ends. Programs that pass a signal on, as timeout(1) does, often send
/// the same one twice at once, which asks no more than one.
final class Signals {
  // Computed, since a handler may not be the first to set a constant up.
  /// In seconds.
  fileprivate static var patience: UInt32 { 2 }
  /// In milliseconds.
  fileprivate static var pause: Int { 500 }
  private static let relayed = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGCHLD]

  private let pipe: SelfPipe
  private var former: [(signal: Int32, action: sigaction)] = []

  var readEnd: Int32 { pipe.readEnd }

  init(pipe: SelfPipe) {
    self.pipe = pipe
    relay.pointee = Relay(writeEnd: pipe.writeEnd)
    for signal in Self.relayed { former.append((signal, SignalAction.set(signal, to: .call(relaySignal)))) }
    former.append((SIGALRM, SignalAction.set(SIGALRM, to: .call(endUnheard))))
    // What is written to a lost pipe, or beyond a limit, is an error like any other.
    for signal in [SIGPIPE, SIGXFSZ] { former.append((signal, SignalAction.set(signal, to: .ignore))) }
    // In the background we wait for the terminal, and do not take it from who has it.
    for signal in [SIGTTIN, SIGTTOU] { former.append((signal, SignalAction.set(signal, to: .defaultAction))) }
    unblock()
  }

  /// Whoever started us may have had them blocked.
  private func unblock() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Self.relayed + [SIGALRM, SIGTTIN, SIGTTOU] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Which signals came since the last call.
  func take() -> Set<Int32> {
    let bytes = pipe.drain()
    if !bytes.isEmpty { alarm(0) }
    return Set(bytes.map(Int32.init))
  }

  /// The same, once there are some.
  func wait() -> Set<Int32> {
    var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    poll(&entry, 1, -1)
    return take()
  }

  /// A request to end was none: the next is the first.
  func forgetRequest() {
    relay.pointee.request = 0
  }

  /// Gives the signals back to whoever had them before, but for those that would end the process before it has kept what
  /// is to be kept: a lost terminal is told by the system and by the shell, and a request may come twice.
  func release() {
    alarm(0)
    relay.pointee.writeEnd = -1
    SignalAction.set(SIGHUP, to: .ignore)
    for (signal, action) in former.reversed() where ![SIGHUP, SIGTERM, SIGINT].contains(signal) {
      SignalAction.restore(signal, action)
    }
    former = []
  }
}

/// What the handler needs: plain memory, since it may run at any moment on any thread.
private struct Relay {
  /// Where signals are told; -1 once nobody listens any more.
  var writeEnd: Int32 = -1
  /// The first request to end, and when it came.
  var request: Int32 = 0
  var requestTime = 0
}

private nonisolated(unsafe) let relay: UnsafeMutablePointer<Relay> = {
  let relay = UnsafeMutablePointer<Relay>.allocate(capacity: 1)
  relay.initialize(to: Relay())
  return relay
}()

private nonisolated func relaySignal(_ signal: Int32) {
  let kept = errno
  if signal == SIGTERM || signal == SIGINT || signal == SIGHUP { noteRequest(signal) }
  var byte = UInt8(truncatingIfNeeded: signal)
  if relay.pointee.writeEnd >= 0 { _ = write(relay.pointee.writeEnd, &byte, 1) }
  errno = kept
}

private nonisolated func noteRequest(_ signal: Int32) {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  let now = time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  guard relay.pointee.request != 0 else {
    relay.pointee.request = signal
    relay.pointee.requestTime = now
    if relay.pointee.writeEnd < 0 { CrashGuard.restoreAndRaise(signal) }
    alarm(Signals.patience)
    return
  }
  if signal != SIGHUP, now - relay.pointee.requestTime > Signals.pause { CrashGuard.restoreAndRaise(signal) }
}

private nonisolated func endUnheard(_ signal: Int32) {
  CrashGuard.restoreAndRaise(relay.pointee.request == 0 ? signal : relay.pointee.request)
}
