import System
import Terminal

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
