/// How bytes are written with percent signs.
package enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)
  /// What has no other meaning when it is written as it is (RFC 3986, 2.3, and the marks of RFC 2396, 2.3).
  private static let plain = table("-._~!*'()")
  /// What else stands in an address as it is.
  private static let kept = table("-._~!*'():/?#[]@$&+,;=%")

  private static func table(_ marks: String) -> [Bool] {
    (0..<256).map { UInt8($0).isLetter || UInt8($0).isDigit || marks.utf8.contains(UInt8($0)) }
  }

  /// One way to write them all: what needs no percent sign has none, and digits are capitals.
  package static func normal(_ bytes: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimal,
        let low = bytes[index + 2].hexadecimal
      {
        append(high << 4 | low, unless: plain, to: &output)
        index += 3
      } else {
        append(byte, unless: kept, to: &output)
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, unless isPlain: [Bool], to output: inout [UInt8]) {
    if isPlain[Int(byte)] {
      output.append(byte)
    } else {
      output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
