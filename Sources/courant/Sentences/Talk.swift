#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard error, for what is said and not asked for.
enum Talk {
  /// One sentence under the program's name.
  static func say(_ sentence: String) {
    print("courant: \(sentence)")
  }

  /// A line as it is. There is no one to tell if even this cannot be written.
  static func print(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { _ = Output.writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}
