import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal as the kernel knows it: where keys come from, where cells go, its size and its modes.
struct Device {
  /// More than any screen has; a size beyond it is a lie that would cost memory.
  private static let largest = Size(columns: 2000, rows: 1000)

  let input: Int32
  let output: Int32
  private let ownsInput: Bool
  /// The modes before anything was changed.
  let modes: termios

  /// Keys come from standard input, or from the controlling terminal where that is piped.
  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    output = STDOUT_FILENO
    ownsInput = isatty(STDIN_FILENO) != 1
    input = ownsInput ? Self.openTerminal() : STDIN_FILENO
    var modes = termios()
    guard input >= 0, tcgetattr(input, &modes) == 0 else { throw .noTerminal }
    self.modes = modes
  }

  /// macOS cannot poll /dev/tty, only the terminal's own name.
  private static func openTerminal() -> Int32 {
    #if os(Linux)
      return open("/dev/tty", O_RDWR | O_CLOEXEC)
    #else
      guard let name = ttyname(STDOUT_FILENO) else { return -1 }
      return open(name, O_RDWR | O_CLOEXEC)
    #endif
  }

  /// The size, or nil where the kernel does not know it.
  var size: Size? {
    told.map { Size(columns: min($0.columns, Self.largest.columns), rows: min($0.rows, Self.largest.rows)) }
  }

  /// Whether the kernel tells of more than any screen has.
  var isBoundless: Bool { told != size }

  private var told: Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Has the keys for suspending, quoting and dumping come through as keys; interrupting stays a signal.
  func passControlKeys() {
    var modes = termios()
    guard tcgetattr(input, &modes) == 0 else { return }
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in
      for key in [VSUSP, VQUIT] { keys[Int(key)] = courant_disabled_key() }
    }
    tcsetattr(input, TCSANOW, &modes)
  }

  func restoreModes() {
    var modes = modes
    tcsetattr(input, TCSANOW, &modes)
  }

  /// Whether the terminal takes output now: false while it is stopped or does not keep up.
  var isWritable: Bool {
    var entry = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    return poll(&entry, 1, 0) != 0
  }

  /// Writes past ncurses what it does not know of. False where the terminal is gone.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress?.advanced(by: sent), $0.count - sent) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN, waitUntilWritable() { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private func waitUntilWritable() -> Bool {
    var entry = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    return poll(&entry, 1, 1000) > 0
  }

  /// Lets output that is stopped, or that nobody reads, hold up no one who wants to leave.
  func unstop() {
    guard !isWritable else { return }
    tcflow(output, TCOON)
    if !isWritable { tcflush(output, TCOFLUSH) }
  }

  func release() {
    if ownsInput { close(input) }
  }
}
