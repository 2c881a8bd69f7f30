import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Terminal {
  /// Lends the terminal, as it was found, to a program until that ends, and says how; nil where it cannot be started.
  ///
  /// A program that does not end holds nobody up who wants this process to end: it is asked to end as well, and left.
  /// - Parameters:
  ///   - input: what it reads as its standard input; nil for the terminal.
  ///   - before: called when the terminal is as it was found.
  ///   - after: called when the program has ended, before the terminal is taken back, with the signals to be heeded then.
  func lend(
    to words: [String], input: Int32? = nil, before: () -> Void = {}, after: (inout Set<Int32>) -> Void = { _ in }
  ) -> ProgramEnd? {
    var requests: Set<Int32> = []
    let end = suspendFor { () -> ProgramEnd? in
      before()
      guard let child = ChildProcess.start(words, .terminal(input ?? device.input)) else { return nil }
      let end = wait(for: child, &requests)
      if requests.isDisjoint(with: [SIGHUP, SIGTERM]) { after(&requests) }
      return end
    }
    takeSignals(requests)
    return end
  }

  /// Waits for a program to end, and is stopped when it is, so that the shell has the terminal; `requests` are the signals
  /// that came meanwhile and are still to be heeded.
  private func wait(for child: pid_t, _ requests: inout Set<Int32>) -> ProgramEnd {
    while true {
      switch ChildProcess.state(of: child) {
      case .ended(let end): return end
      case .stopped: stopAlong(with: child)
      case .running:
        requests.formUnion(signals.wait().subtracting([SIGTSTP, SIGCONT]))
        guard let request = [SIGHUP, SIGTERM].first(where: requests.contains) else { continue }
        kill(child, request)
        ChildProcess.leave(child)
        return .signal(request)
      }
    }
  }

  private func stopAlong(with child: pid_t) {
    let relay = SignalAction.set(SIGTSTP, to: .defaultAction)
    raise(SIGTSTP)
    SignalAction.restore(SIGTSTP, relay)
    kill(child, SIGCONT)
  }
}
