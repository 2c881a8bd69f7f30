#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Encodings of text that the system knows: those of several bytes a letter, of which one needs large tables.
public enum SystemCharset {
  /// Longer names are none.
  private static let longestName = 64

  /// Text in UTF-8; every byte that is no part of a letter as U+FFFD. Linear, and pure but for the system's tables.
  /// - Parameter name: as `iconv_open` knows it, in ASCII.
  /// - Returns: nil where the system does not know the encoding, or has its tables not installed.
  public static func utf8(of bytes: [UInt8], in name: String) -> [UInt8]? {
    guard name.utf8.count <= longestName, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else {
      return nil
    }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    return input.withUnsafeMutableBytes { convert($0, with: converter) }
  }

  private static func convert(_ input: UnsafeMutableRawBufferPointer, with converter: iconv_t) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 2)
    var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    var isDone = left == 0
    while !isDone {
      let code = step(converter, &next, &left, into: &output)
      isDone = left == 0 && code != E2BIG
      // What is no letter, or only the beginning of one.
      guard code == EILSEQ || code == EINVAL, left > 0 else { continue }
      output += [0xEF, 0xBF, 0xBD]
      next = next.map { $0 + 1 }
      left -= 1
      isDone = left == 0
    }
    // Letters that wait for one behind them, and the way back from a shift.
    _ = step(converter, nil, nil, into: &output)
    return output
  }

  /// Converts what fits into some room; gives the system's error, or 0.
  private static func step(
    _ converter: iconv_t, _ next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ left: UnsafeMutablePointer<Int>?, into output: inout [UInt8]
  ) -> Int32 {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      let start = buffer.baseAddress.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self) }
      var (end, room) = (start, buffer.count)
      code = iconv(converter, next, left, &end, &room) == Int(bitPattern: UInt.max) ? errno : 0
      count = buffer.count - room
    }
    output += piece
    return code
  }
}
