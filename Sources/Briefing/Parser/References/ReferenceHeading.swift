/// The words that a list of sources stands under or behind.
enum ReferenceHeading {
  private static let longest = 60

  /// Whether a line is such a word and nothing else, as a heading, in bold or with a colon.
  static func stands(_ line: Range<Int>, in text: Bytes) -> Bool {
    guard line.count <= longest else { return false }
    let words = bare(line, in: text)
    return ReferenceWords.name(words, in: text)
  }

  /// Where the words begin behind such a word and its colon, with which a line opens.
  static func colonEnd(_ line: Range<Int>, in text: Bytes) -> Int? {
    let near = line.lowerBound..<min(line.upperBound, line.lowerBound + longest)
    // Neither colon stands in most lines, which one look tells.
    guard text.first(in: near, where: { $0.matches(0x3A) | $0.matches(0xEF) }) < near.upperBound else { return nil }
    var colon = text.first(UInt8(ascii: ":"), in: near)
    var width = 1
    if colon == near.upperBound { (colon, width) = (wideColon(in: near, of: text), 3) }
    guard colon < near.upperBound, !text.has("://", at: colon) else { return nil }
    let words = bare(near.lowerBound..<colon, in: text)
    guard ReferenceWords.name(words, in: text) else { return nil }
    var end = min(colon + width, line.upperBound)
    while end < line.upperBound, text[end].isSpace || "*_".utf8.contains(text[end]) { end += 1 }
    return end
  }

  /// Where a full-width colon begins, or the range's end.
  private static func wideColon(in range: Range<Int>, of text: Bytes) -> Int {
    var index = text.first(0xEF, in: range)
    while index < range.upperBound, !text.has("：", at: index) {
      index = text.first(0xEF, in: index + 1..<range.upperBound)
    }
    return index
  }

  /// Without hashes, stars, low lines and a colon.
  private static func bare(_ line: Range<Int>, in text: Bytes) -> Range<Int> {
    func isMark(_ index: Int) -> Bool {
      switch text[index] {
      case 0x20, 0x0A, UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
      default: false
      }
    }
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, isMark(start) { start += 1 }
    while end > start {
      if isMark(end - 1) { end -= 1 } else if text.has("：", at: end - 3), end - 3 >= start { end -= 3 } else { break }
    }
    return start..<end
  }
}
