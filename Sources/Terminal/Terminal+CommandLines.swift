import Canvas
public import System

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Command lines of the user's own, run by a shell. What stands in a story is never part of one: it comes as standard input, or
/// in a file whose name is an argument.
extension Terminal {
  /// Runs a command line, to which the arguments are added, with the terminal as it was found; nil where no shell can be
  /// started.
  public func run(_ line: String, with arguments: [String]) -> ProgramEnd? {
    lend(to: [Self.plainShell, "-c", line + " \"$@\"", Self.plainShell] + arguments)
  }

  /// Gives bytes to a command line as its standard input, with the terminal as it was found; nil where there is no room for
  /// them, or no shell can be started.
  ///
  /// What it printed stays to be read until a key is pressed; where it printed nothing, no one has to.
  /// - Parameter prompt: what is said where a key is waited for.
  public func pipe(_ bytes: [UInt8], to line: String, prompt: String) -> ProgramEnd? {
    guard let file = try? NamelessFile(holding: bytes) else { return nil }
    let rows = device.size?.rows ?? size.rows
    return lend(to: [Self.shell, "-c", line], input: file.descriptor) {
      goToLastRowButOne()
    } after: { requests in
      device.setModes()
      defer { device.restoreModes() }
      let isWhereItWas = cursorPosition() == Point(column: 0, row: rows - 2)
      if !isWhereItWas || rows < 2 { waitForKey(saying: prompt, &requests) }
    }
  }

  private static let plainShell = "/bin/sh"

  /// The user's own, where it can be started.
  private static var shell: String {
    guard let shell = Environment["SHELL"], shell.hasPrefix("/"), ProgramPlace.find(shell, in: nil) != nil else {
      return plainShell
    }
    return shell
  }

  /// Leaves the last row free, so that any output moves the cursor, also where it scrolls.
  private func goToLastRowButOne() {
    guard terminfo.hasPrivateModes else { return }
    send("\u{1B}[999;1H\r\n\u{1B}[A")
  }

  /// Where the terminal says its cursor is; nil where it says nothing in time, or is not known to understand the question.
  private func cursorPosition() -> Point? {
    guard terminfo.hasPrivateModes else { return nil }
    send("\u{1B}[6n")
    var answer: [UInt8] = []
    let end = ContinuousClock.now + Self.patience
    while answer.last != UInt8(ascii: "R"), answer.count < 64 {
      guard waitForKeys(until: end), let bytes = readKeys() else { return nil }
      answer += bytes
    }
    // What was typed meanwhile may stand before it.
    guard let start = answer.lastIndex(of: 0x1B) else { return nil }
    let numbers = answer[(start + 1)...].dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.count == 2 ? Point(column: numbers[1] - 1, row: numbers[0] - 1) : nil
  }

  /// Longer than the farthest terminal takes to answer; one that never does is waited for by everybody who pipes.
  private static let patience = Duration.milliseconds(500)

  private func waitForKey(saying prompt: String, _ requests: inout Set<Int32>) {
    tcflush(device.input, TCIFLUSH)
    send("\r\n" + prompt)
    while true {
      var entries = [
        pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      poll(&entries, nfds_t(entries.count), -1)
      if entries[1].revents != 0 {
        requests.formUnion(signals.take())
        if !requests.isDisjoint(with: [SIGHUP, SIGTERM]) { return }
      }
      if entries[0].revents != 0 {
        _ = readKeys()
        return send("\r\n")
      }
    }
  }

  private func waitForKeys(until end: ContinuousClock.Instant) -> Bool {
    let left = end - .now
    guard left > .zero else { return false }
    var entry = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))) > 0
  }

  /// Nil where the terminal is gone.
  private func readKeys() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(device.input, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private func send(_ text: String) {
    outputQueue.send(Array(text.utf8))
    outputQueue.finish(within: 1_000)
  }
}
