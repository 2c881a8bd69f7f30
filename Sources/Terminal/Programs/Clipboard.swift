import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What became of a text that was to be copied.
public enum Copying: Hashable, Sendable {
  /// It was handed to tmux or to the terminal. Whether that puts it on the clipboard, it does not say.
  case sent
  /// More than a terminal takes: at most this many bytes.
  case tooLong(limit: Int)
  case failed
}

extension Terminal {
  /// As much as fits in the longest sequence that terminals commonly take, once in base64.
  public static let longestCopy = 74_994

  /// Hands text to the clipboard: inside tmux through tmux, else through the terminal's own sequence (OSC 52), and not at
  /// all to a terminal that would print it.
  public func copy(_ text: String) -> Copying {
    guard text.utf8.count <= Self.longestCopy else { return .tooLong(limit: Self.longestCopy) }
    if Environment["TMUX"] != nil, Tmux.load(text) { return .sent }
    guard terminfo.hasPrivateModes, !inbox.isHungUp, outputQueue.isIdle, outputQueue.isWritable else { return .failed }
    let sequence = Array(("\u{1B}]52;c;" + Base64.encoded(text.utf8) + "\u{7}").utf8)
    return outputQueue.send(Environment["STY"] == nil ? sequence : Self.passedThroughScreen(sequence)) ? .sent : .failed
  }

  /// Within GNU screen, which hands on to its terminal what stands in strings of its own; they may be so long.
  static func passedThroughScreen(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: longestString).flatMap { start in
      [0x1B, UInt8(ascii: "P")] + sequence[start..<min(start + longestString, sequence.count)] + [0x1B, 0x5C]
    }
  }

  /// As long as every version of it takes.
  private static let longestString = 240
}

/// tmux, asked from within.
private enum Tmux {
  /// How long the reader stands still for a server that does not answer.
  private static let patience = Duration.seconds(1)

  /// Puts text into a buffer of tmux's, which passes it on to the terminals that show it; false where that failed, or took
  /// too long.
  static func load(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Self.stream, 0, &ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let deadline = ContinuousClock.now + patience
    let child = ChildProcess.start(["tmux", "load-buffer", "-w", "-"], .reading(ends[1]))
    close(ends[1])
    let isSent = child != nil && send(Array(text.utf8), to: ends[0], until: deadline)
    close(ends[0])
    guard let child else { return false }
    if let end = ChildProcess.wait(for: child, until: deadline) { return end == .status(0) && isSent }
    kill(child, SIGKILL)
    ChildProcess.leave(child)
    return false
  }

  /// A socket rather than a pipe: a reader that ends early is an error here, not a signal.
  private static func send(_ bytes: [UInt8], to socket: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(socket, $0.baseAddress?.advanced(by: sent), $0.count - sent)
      }
      if count < 0, errno == EAGAIN || errno == EINTR {
        guard waitUntilWritable(socket, until: deadline) else { return false }
      } else {
        guard count > 0 else { return false }
        sent += count
      }
    }
    return true
  }

  /// False when the time is up.
  private static func waitUntilWritable(_ socket: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    let left = deadline - .now
    guard left > .zero else { return false }
    var entry = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
    poll(&entry, 1, Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up))))
    return true
  }

  private static var stream: Int32 {
    #if os(Linux)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }
}
