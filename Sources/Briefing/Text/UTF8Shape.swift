/// How many bytes of UTF-8 belong together (The Unicode Standard 15.0, table 3-7).
enum UTF8Shape {
  /// The length of the scalar at `index`, or of the maximal subpart of one that cannot be finished.
  @inline(__always)
  static func width(of input: Bytes, at index: Int) -> (bytes: Int, isValid: Bool) {
    let first = input[index]
    var (needed, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: (needed, low, high) = (1, 0x80, 0xBF)
    case 0xE0: (needed, low, high) = (2, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (needed, low, high) = (2, 0x80, 0xBF)
    case 0xED: (needed, low, high) = (2, 0x80, 0x9F)
    case 0xF0: (needed, low, high) = (3, 0x90, 0xBF)
    case 0xF1...0xF3: (needed, low, high) = (3, 0x80, 0xBF)
    case 0xF4: (needed, low, high) = (3, 0x80, 0x8F)
    default: return (1, false)
    }
    var bytes = 1
    while needed > 0 {
      guard index + bytes < input.count, input[index + bytes] >= low, input[index + bytes] <= high else {
        return (bytes, false)
      }
      (low, high) = (0x80, 0xBF)
      bytes += 1
      needed -= 1
    }
    return (bytes, true)
  }
}
