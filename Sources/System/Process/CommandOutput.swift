#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What came of a program whose output was wanted.
public enum CommandOutput: Hashable, Sendable {
  case output([UInt8])
  case notStarted
  /// It ended with something else than 0.
  case failed
  case timedOut
}

extension ChildProcess {
  /// What a program writes to its standard output. It has no terminal and nothing to read, and what it says otherwise goes nowhere.
  ///
  /// A program that it left behind, and that holds its output open, is not waited for.
  /// - Parameters:
  ///   - limit: how many bytes are taken; the rest goes nowhere.
  ///   - patience: how long it may take. Then it is ended, with all that it started.
  public static func output(of words: [String], limit: Int, within patience: Duration) -> CommandOutput {
    guard let pipe = SelfPipe() else { return .notStarted }
    let deadline = ContinuousClock.now + patience
    // The end that the program gets has to wait for a reader.
    _ = fcntl(pipe.writeEnd, F_SETFL, 0)
    guard let pid = start(words, .writing(pipe.writeEnd)) else { return .notStarted }
    var output: [UInt8] = []
    while true {
      // Asked first, so that what it wrote before its end is there.
      let state = state(of: pid)
      let new = pipe.drain()
      output += new.prefix(max(0, limit - output.count))
      if case .ended(let end) = state { return end == .status(0) ? .output(output) : .failed }
      guard .now < deadline else { break }
      if new.isEmpty { usleep(2000) }
    }
    kill(-pid, SIGKILL)
    _ = wait(for: pid, until: .now + .seconds(1))
    return .timedOut
  }
}
