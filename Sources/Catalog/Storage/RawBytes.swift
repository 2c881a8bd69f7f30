#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Bytes of files, and numbers in them.
enum RawBytes {
  /// Fewer where the file ends; nil if it cannot be read.
  ///
  /// A disk that fails once may not fail again, and what is not read here is given up: so it is tried three times.
  static func read(_ file: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    for _ in 0..<3 {
      let got = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, off_t(offset)) }
      guard got >= 0 else { continue }
      bytes.removeLast(count - got)
      return bytes
    }
    return nil
  }

  /// Four bytes, the highest first.
  static func number(_ bytes: [UInt8], at place: Int) -> Int {
    guard place >= 0, place + 4 <= bytes.count else { return 0 }
    return bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// How large the pages of a database are, from its header: two bytes, in which 1 stands for 65 536.
  static func pageSize(_ header: [UInt8]) -> Int {
    let size = number(header, at: 16) >> 16
    return size == 1 ? 65_536 : size
  }
}
