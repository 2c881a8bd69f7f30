import Briefing

/// How a stored reading says in which form it is.
///
/// Readings of the first form do not say it: they begin with the length of the headline as a number in as few bytes as it
/// needs. The forms after it begin with a zero in two bytes, which none of those does, and their version.
enum ReadingFormat {
  static let mark: [UInt8] = [0x80, 0x00]
  static let version: UInt8 = 2

  /// The version of a stored reading.
  static func version(of bytes: [UInt8]) -> UInt8 {
    bytes.starts(with: mark) && bytes.count > mark.count ? bytes[mark.count] : 1
  }
}

/// The numbers that stand for kinds of blocks; never used again for another.
enum BlockCode {
  static let prose = 0, code = 1, codeOfLanguage = 2, table = 3, image = 4, rule = 5
  static let kinds = 0b111, hasContainers = 0b1000, hasSpans = 0b1_0000
}

/// The numbers that stand for what a block stands in, and for what is set apart in it.
enum ContainerCode {
  static let quote = 0, item = 1
}

enum SpanCode {
  static let emphasis = 0, strong = 1, code = 2, link = 3
}

/// Whole numbers in as few bytes as they need: seven bits a byte, the lowest first (LEB128).
enum VariableNumber {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The number at a place, which then stands behind it; nil where there is none.
  static func read(from bytes: some RandomAccessCollection<UInt8>, at place: inout Int) -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[bytes.index(bytes.startIndex, offsetBy: place)]
      place += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    return nil
  }
}
