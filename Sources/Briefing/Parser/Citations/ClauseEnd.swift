/// Knows where a clause has ended, as far as marks and the number of words tell.
enum ClauseEnd {
  /// Whether a pair of parentheses from `start` to `end` stands behind a clause rather than behind a name.
  ///
  /// A comma or the like closes it, it has four words or more, and none of its last two is an article: `the travel site
  /// (…), which` gives a name a second time.
  static func stands(before start: Int, after end: Int, limit: Int, in text: Bytes) -> Bool {
    guard end < limit, closes(text.scalar(at: end).value), text[end] != UInt8(ascii: ".") || endsHere(end, limit, text)
    else { return false }
    return opensWithClause(before: start, in: text)
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x60C, 0x3001, 0x3002, 0xFF0C, 0xFF1B: true
    default: false
    }
  }

  /// Whether the full stop at `index` is none of `.NET`.
  private static func endsHere(_ index: Int, _ limit: Int, _ text: Bytes) -> Bool {
    index + 1 == limit || text[index + 1].isSpace
  }

  /// Looks back over no more than 120 bytes, to the fourth word.
  private static func opensWithClause(before start: Int, in text: Bytes) -> Bool {
    var (index, words) = (start, 0)
    let floor = max(0, start - 120)
    while words < 4 {
      while index > floor, text[index - 1].isSpace { index -= 1 }
      let end = index
      while index > floor, !text[index - 1].isSpace { index -= 1 }
      guard index < end, !isStop(text[end - 1]) else { return false }
      if words < 2, articles.contains(String(decoding: text[index..<end].map(\.lowercased), as: UTF8.self)) {
        return false
      }
      words += 1
    }
    return true
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }

  private static let articles: Set<String> = [
    "a", "an", "the", "this", "its", "his", "her", "their", "our", "der", "die", "das", "den", "dem", "ein", "eine",
    "le", "la", "les", "un", "une", "el", "los", "las", "una", "il", "lo", "o", "um", "uma", "de", "het", "een",
  ]
}
