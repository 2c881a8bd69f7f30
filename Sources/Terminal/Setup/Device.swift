import CNcurses
import Canvas
import System

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

  /// A terminal on which somebody types a text; nil where it is none.
  init?(typingOn descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    (input, output, ownsInput) = (descriptor, descriptor, false)
    self.modes = modes
  }

  /// The modes in which each byte comes at once and unseen, while signals come from keys as ever.
  var typingModes: termios {
    var modes = modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in (keys[Int(VMIN)], keys[Int(VTIME)]) = (1, 0) }
    return modes
  }

  /// Whether there is a screen to draw on, and keys to be read.
  static var isAtHand: Bool {
    guard isatty(STDOUT_FILENO) == 1 else { return false }
    if isatty(STDIN_FILENO) == 1 { return true }
    let keys = openTerminal()
    defer { if keys >= 0 { close(keys) } }
    return keys >= 0
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

  private var told: Size? {
    guard let size = Descriptor(output).windowSize, size.columns > 0, size.rows > 0 else { return nil }
    return Size(columns: size.columns, rows: size.rows)
  }

  /// Has every key come through at once and unseen, those for suspending, quoting and dumping as keys; interrupting stays
  /// a signal, which drops no key that came before it, and no byte that is sent is changed on its way.
  func setModes() {
    var modes = modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    modes.c_lflag |= tcflag_t(NOFLSH)
    modes.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR)
    modes.c_oflag &= ~tcflag_t(ONLCR)
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in
      for key in [VSUSP, VQUIT] { keys[Int(key)] = courant_disabled_key() }
      (keys[Int(VMIN)], keys[Int(VTIME)]) = (1, 0)
    }
    tcsetattr(input, TCSANOW, &modes)
  }

  func restoreModes() {
    var modes = modes
    tcsetattr(input, TCSANOW, &modes)
  }

  /// Goes on with output that was stopped, or throws away what nobody reads, so that no one who wants to leave is held up.
  func unstop(_ isStuck: () -> Bool) {
    guard isStuck() else { return }
    tcflow(output, TCOON)
    if isStuck() { tcflush(output, TCOFLUSH) }
  }

  func release() {
    if ownsInput { close(input) }
  }
}
