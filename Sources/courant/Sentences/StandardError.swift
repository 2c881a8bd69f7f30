import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    let encoded = isatty(STDERR_FILENO) != 0 ? EightBitText.encoded(text) : nil
    (encoded ?? Array(text.utf8)).withUnsafeBytes { _ = Output.writeAll($0, to: STDERR_FILENO) }
  }
}
