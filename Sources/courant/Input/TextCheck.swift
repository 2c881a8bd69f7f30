/// Tells text from other bytes before a parser makes a story of a photograph.
///
/// Looks at the first 64 KiB. A stray control character or a broken byte is still text (the parser sets it aside);
/// bytes of which a quarter cannot be UTF-8, or every tenth is NUL, are not. UTF-16 counts as text when it opens with a
/// byte-order mark.
enum TextCheck {
  static func isText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let sample = bytes.prefix(64 << 10)
    let zeros = sample.reduce(into: 0) { $0 += $1 == 0 ? 1 : 0 }
    // Below these counts a share says nothing.
    if zeros >= 4, zeros * 10 >= sample.count { return false }
    let broken = malformed(in: sample)
    return broken < 16 || broken * 4 < sample.count
  }

  /// Nothing but spaces and line ends.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// How many bytes belong to no scalar.
  private static func malformed(in bytes: ArraySlice<UInt8>) -> Int {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return 0 }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .error: count += 1
      case .emptyInput: return count
      }
    }
  }
}
