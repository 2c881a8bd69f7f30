/// Knows where a sentence has ended.
enum SentenceEnd {
  /// Whether the text before `end` closes a sentence: an end mark, perhaps with quotes or parentheses behind it.
  static func isBefore(_ end: Int, in text: Bytes) -> Bool {
    var index = end
    while index > 0, text[index - 1].isSpace { index -= 1 }
    while index > 0 {
      let start = text.scalarStart(before: index)
      let scalar = text.scalar(at: start).value
      if isMark(scalar) { return true }
      guard isCloser(scalar) else { return false }
      index = start
    }
    return false
  }

  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x0964, 0x0965, 0x061F, 0x06D4, 0x1362,
      0x104B, 0x0589, 0x17D4, 0x203C, 0x2047, 0x2048, 0x2049:
      true
    default: false
    }
  }

  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x201D, 0x2019, 0x201C, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF09, 0x300B, 0x3011: true
    default: false
    }
  }
}
