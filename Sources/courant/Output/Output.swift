import Briefing
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, for data alone: written in large pieces, and every failure reported.
///
/// The last guard before a terminal or a pipe: whatever a catalog holds, nothing leaves that the gate would not let in. What was printed is on its way only after `flush`.
struct Output: ~Copyable {
  private var pending: [UInt8] = []

  init() {
    pending.reserveCapacity(64 << 10)
    // A closed pipe is then an error like any other, and not a death by signal.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether somebody reads it on a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// The columns of the terminal; nil when standard output is none, or does not say.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  mutating func line(_ text: String) throws(OutputError) {
    try write(text)
    try write("\n")
  }

  mutating func write(_ text: String) throws(OutputError) {
    pending.append(contentsOf: Gate.lines(of: text).utf8)
    if pending.count >= 32 << 10 { try flush() }
  }

  mutating func flush() throws(OutputError) {
    if Self.isTerminal, let encoded = EightBitText.encoded(String(decoding: pending, as: UTF8.self)) {
      pending = encoded
    }
    let code = pending.withUnsafeBytes { Self.writeAll($0, to: STDOUT_FILENO) }
    pending.removeAll(keepingCapacity: true)
    switch code {
    case 0: return
    case EPIPE: throw .closed
    default: throw .refused(code)
    }
  }

  /// Writes all of it, waiting where it must; gives the system's error, or 0.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = systemWrite(descriptor, part.baseAddress, part.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private static func systemWrite(_ descriptor: Int32, _ address: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, address, count)
    #else
      Glibc.write(descriptor, address, count)
    #endif
  }
}
