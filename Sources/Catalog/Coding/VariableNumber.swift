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
