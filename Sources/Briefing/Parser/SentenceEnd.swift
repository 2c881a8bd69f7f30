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
    case 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x5F, 0x201D, 0x2019, 0x201C, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF09, 0x300B,
      0x3011:
      true
    default: false
    }
  }
}

/// Words whose full stop ends no sentence.
enum Abbreviation {
  /// Whether the word before `end`, spaces skipped, is `U.S.`, `J.`, `Inc.` or the like.
  static func isBefore(_ end: Int, in text: Bytes) -> Bool {
    var stop = end
    while stop > 0, text[stop - 1].isSpace { stop -= 1 }
    guard stop > 1, text[stop - 1] == UInt8(ascii: ".") else { return false }
    var start = stop - 1
    while start > 0, stop - start < 12, text[start - 1].isLetter || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    let word = start..<stop - 1
    guard let first = word.first else { return false }
    if word.count == 1 { return text[first].isUpper && !text.has("°", at: start - 2) }
    return isDotted(word, in: text) || titles.contains(String(decoding: text[word], as: UTF8.self))
  }

  /// Single letters with a stop between each two.
  private static func isDotted(_ word: Range<Int>, in text: Bytes) -> Bool {
    word.count % 2 == 1
      && word.allSatisfy { (text[$0] == UInt8(ascii: ".")) == (($0 - word.lowerBound) % 2 == 1) }
  }

  private static let titles: Set<String> = [
    "Inc", "Ltd", "Corp", "Co", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Ft", "No", "Nos", "vs", "Gen", "Sen",
    "Rep",
    "Gov", "Sgt", "Capt", "Lt", "Col", "Jr", "Sr", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
    "Oct",
    "Nov", "Dec", "approx", "ca", "cf", "Nr", "bzw", "ca", "Dept", "Univ", "Fig", "Vol", "Art", "Bros", "Ph.D",
  ]
}
