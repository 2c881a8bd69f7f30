import CNcurses
public import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is typed or pasted on a terminal, up to the key that ends it.
///
/// The kernel would gather a line until its end and drop what is longer than 4 095 bytes, without a word. So each byte is
/// taken as it comes, and what the kernel did for who types is done here: letters are shown, Backspace takes them back, and
/// ^D on a line of its own ends the text. Signals come from keys as ever. Whatever ends or stops the process, the terminal
/// is given back before.
public enum TypedText {
  /// Reads the text, at most so many bytes. `begun` is called when the terminal is ready for it.
  /// - Throws: `SystemError.refused`, or `tooLarge`.
  public static func read(from descriptor: Descriptor = .standardInput, limit: Int, begun: () -> Void)
    throws(SystemError) -> [UInt8]
  {
    guard let typing = Typing(descriptor) else { throw .refused(errno) }
    defer { typing.end() }
    begun()
    var text = TypedLines(keys: typing.keys)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor.number, &buffer, buffer.count)
      #else
        let count = Darwin.read(descriptor.number, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        poll(&request, 1, -1)
        continue
      }
      guard count >= 0 else { throw .refused(errno) }
      guard count > 0 else { return text.bytes }
      let isEnd = text.take(buffer[..<count])
      typing.echo(text.takeEcho())
      if isEnd { return text.bytes }
      guard text.bytes.count <= limit else { throw .tooLarge }
    }
  }

  /// Gives the terminal back, if somebody is typing: for whoever ends the process meanwhile.
  public static func giveBack() {
    giveTerminalBack()
  }
}

/// What was typed so far, and what is to be shown of it.
struct TypedLines {
  /// The keys that take something back, and the one that ends the text.
  struct Keys: Hashable {
    var erase: UInt8 = 0x7F
    var eraseWord: UInt8 = 0x17
    var eraseLine: UInt8 = 0x15
    var end: UInt8 = 0x04

    init() {}

    /// As the terminal has them.
    init(_ modes: termios) {
      var modes = modes
      withUnsafeBytes(of: &modes.c_cc) { keys in
        (erase, eraseWord) = (keys[Int(VERASE)], keys[Int(VWERASE)])
        (eraseLine, end) = (keys[Int(VKILL)], keys[Int(VEOF)])
      }
    }
  }

  /// More than this comes at once only of what is pasted, in which no byte is a key but the one that ends it.
  private static let mostTyped = 8

  private(set) var bytes: [UInt8] = []
  private let keys: Keys
  private var echo: [UInt8] = []
  /// The bytes of a letter whose rest is still to come.
  private var unshown: [UInt8] = []
  private var wasEnd = false

  init(keys: Keys) {
    self.keys = keys
  }

  /// Takes in what came; true when the text is at its end. What comes behind it is dropped.
  mutating func take(_ part: ArraySlice<UInt8>) -> Bool {
    let isTyped = part.count <= Self.mostTyped
    for byte in part {
      if byte == keys.end {
        // Pressed twice, it ends a text without an end of line as well.
        if isAtLineStart || wasEnd { return true }
        wasEnd = true
        continue
      }
      wasEnd = false
      switch byte {
      case keys.erase where isTyped, 0x08 where isTyped: eraseLetter()
      case keys.eraseWord where isTyped: eraseWord()
      case keys.eraseLine where isTyped: while eraseLetter() {}
      default:
        bytes.append(byte)
        show(byte)
      }
    }
    return false
  }

  /// What is to be shown now.
  mutating func takeEcho() -> [UInt8] {
    defer { echo = [] }
    return echo
  }

  private var isAtLineStart: Bool { bytes.last == nil || bytes.last == 0x0A }

  /// Letters as they are, once they are whole; controls visibly, and what is no text not at all.
  private mutating func show(_ byte: UInt8) {
    switch byte {
    case 0x0A, 0x09:
      unshown = []
      echo.append(byte)
    case 0..<0x20, 0x7F:
      unshown = []
      echo += [UInt8(ascii: "^"), byte ^ 0x40]
    case 0x20..<0x7F:
      unshown = []
      echo.append(byte)
    case 0xC0...: unshown = [byte]
    default:
      guard !unshown.isEmpty else { return }
      unshown.append(byte)
      showWholeLetter()
    }
  }

  private mutating func showWholeLetter() {
    guard let letter = String(validating: unshown, as: UTF8.self) else {
      if unshown.count >= 4 { unshown = [] }
      return
    }
    unshown = []
    if letter.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) { echo += letter.utf8 }
  }

  /// Takes the last letter of the line back; false where there is none.
  @discardableResult
  private mutating func eraseLetter() -> Bool {
    guard !isAtLineStart else { return false }
    var letter = [bytes.removeLast()]
    while letter[0] & 0xC0 == 0x80, !isAtLineStart { letter.insert(bytes.removeLast(), at: 0) }
    let columns = letter[0] < 0x20 || letter[0] == 0x7F ? 2 : letter[0] >= 0xE3 ? 2 : 1
    for _ in 0..<columns { echo += "\u{8} \u{8}".utf8 }
    return true
  }

  private mutating func eraseWord() {
    while bytes.last == 0x20, eraseLetter() {}
    while let last = bytes.last, last != 0x20, eraseLetter() {}
  }
}

/// The terminal while somebody types on it.
private final class Typing {
  let keys: TypedLines.Keys
  /// Shows what is typed; -1 where that cannot be had. It never waits: letters that a terminal does not take are not shown.
  private let output: Int32
  private var former: [(signal: Int32, action: sigaction)] = []

  /// Nil where it is no terminal, or one that is gone.
  init?(_ descriptor: Descriptor) {
    guard let device = Device(typingOn: descriptor.number) else { return nil }
    keys = TypedLines.Keys(device.modes)
    output = ttyname(descriptor.number).map { open($0, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) } ?? -1
    typingModes.pointee = TypingModes(
      isClaimed: true, input: descriptor.number, before: device.modes, during: device.typingModes)
    CrashGuard.arm(device: device, restoration: [])
    former.append((SIGTSTP, SignalAction.set(SIGTSTP, to: .call(stopTyping))))
    former.append((SIGCONT, SignalAction.set(SIGCONT, to: .call(goOnTyping))))
    _ = Self.isSeenTo
    typingModes.pointee.claim()
  }

  func end() {
    giveTerminalBack()
    CrashGuard.disarm()
    for (signal, action) in former { SignalAction.restore(signal, action) }
    if output >= 0 { close(output) }
  }

  func echo(_ bytes: [UInt8]) {
    guard output >= 0 else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, min($0.count, 512)) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { guard isWritable else { return } }
    }
  }

  /// Waits a moment for a terminal that cannot keep up.
  private var isWritable: Bool {
    guard errno == EAGAIN else { return false }
    var request = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, 50) > 0 && request.revents == Int16(POLLOUT)
  }

  /// A process that ends by itself while somebody types gives the terminal back, too.
  private static let isSeenTo: Bool = atexit(giveTerminalBack) == 0
}

/// What the handlers need, in plain memory.
private struct TypingModes {
  var isClaimed = false
  var input: Int32 = -1
  var before = termios()
  var during = termios()

  mutating func claim() {
    if isClaimed { tcsetattr(input, TCSANOW, &during) }
  }

  mutating func release() {
    if isClaimed { tcsetattr(input, TCSANOW, &before) }
  }
}

private nonisolated(unsafe) let typingModes: UnsafeMutablePointer<TypingModes> = {
  let modes = UnsafeMutablePointer<TypingModes>.allocate(capacity: 1)
  modes.initialize(to: TypingModes())
  return modes
}()

private nonisolated func giveTerminalBack() {
  typingModes.pointee.release()
  typingModes.pointee.isClaimed = false
}

/// Stops as without a handler, the terminal given back; goes on when it is continued.
private nonisolated func stopTyping(_ signal: Int32) {
  let kept = errno
  typingModes.pointee.release()
  SignalAction.set(signal, to: .defaultAction)
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, signal)
  var before = sigset_t()
  pthread_sigmask(SIG_UNBLOCK, &set, &before)
  raise(signal)
  pthread_sigmask(SIG_SETMASK, &before, nil)
  SignalAction.set(signal, to: .call(stopTyping))
  typingModes.pointee.claim()
  errno = kept
}

/// The shell may have set other modes meanwhile.
private nonisolated func goOnTyping(_ signal: Int32) {
  let kept = errno
  typingModes.pointee.claim()
  errno = kept
}
