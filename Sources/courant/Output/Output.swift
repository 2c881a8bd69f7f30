import Briefing
import System
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output, for data alone: written in large pieces, and every failure reported.
///
/// The last guard before a terminal or a pipe: whatever a catalog holds, nothing leaves that the gate would not let in, but for
/// originals on their way to a pipe or a file. What was printed is on its way only after `flush`.
struct Output: ~Copyable {
  private var pending: [UInt8] = []

  init() {
    pending.reserveCapacity(64 << 10)
    // A closed pipe is then an error like any other, and not a death by signal.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether somebody reads it on a terminal.
  static var isTerminal: Bool { Descriptor.standardOutput.isTerminal }

  /// The columns of the terminal; nil when standard output is none, or does not say.
  static var columns: Int? {
    Descriptor.standardOutput.windowSize.flatMap { $0.columns > 0 ? $0.columns : nil }
  }

  mutating func line(_ text: String) throws(CommandError) {
    try write(text)
    try write("\n")
  }

  mutating func write(_ text: String) throws(CommandError) {
    pending.append(contentsOf: Gate.lines(of: text).utf8)
    if pending.count >= 32 << 10 { try flush() }
  }

  /// Bytes as they came, which a file or another program gets; a terminal gets what of them may be shown.
  mutating func write(original bytes: [UInt8]) throws(CommandError) {
    if Self.isTerminal { return try write(Gate.lines(of: String(decoding: bytes, as: UTF8.self), withTabs: true)) }
    pending.append(contentsOf: bytes)
    if pending.count >= 32 << 10 { try flush() }
  }

  mutating func flush() throws(CommandError) {
    if Self.isTerminal, let encoded = EightBitText.encoded(String(decoding: pending, as: UTF8.self)) {
      pending = encoded
    }
    defer { pending.removeAll(keepingCapacity: true) }
    do throws(SystemError) {
      try Descriptor.standardOutput.write(pending)
    } catch {
      throw error == .refused(EPIPE) ? .outputClosed : .outputRefused(error.number)
    }
  }
}

/// Standard error, for what is said and not asked for.
enum StandardError {
  /// One sentence under the program's name.
  static func say(_ sentence: String) {
    print("courant: \(sentence)")
  }

  /// A line as it is.
  static func print(_ line: String) {
    write(line + "\n")
  }

  /// There is no one to tell if even this cannot be written.
  static func write(_ text: String) {
    let stream = Descriptor.standardError
    let encoded = stream.isTerminal ? EightBitText.encoded(text) : nil
    try? stream.write(encoded ?? Array(text.utf8))
  }
}
