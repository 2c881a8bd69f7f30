/// What a cut link leaves behind a citation: a run without spaces that closes a parenthesis it did not open.
enum Residue {
  /// The residue that begins at `start`, right behind a citation or one space on; nil if words of the story stand there.
  ///
  /// A citation that touches it, before or behind, is no part of it. Looks at no more than 256 bytes. The caller knows
  /// whether a parenthesis of the story is still open.
  static func read(_ text: Bytes, at start: Int, limit: Int, isAttached: Bool) -> Range<Int>? {
    var (index, depth, end) = (start, 0, start)
    let stop = min(limit, start + 256)
    while index < stop, text.spaceWidth(at: index) == 0 {
      let mayCite = depth < 0 || index == start
      if mayCite, CitationPair.openingWidth(text, at: index) > 0,
        CitationPair.read(text, at: index, limit: stop)?.isClosed == true
      {
        return end > start ? start..<end : nil
      }
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth < 0 { end = index + 1 }
      }
      index += 1
    }
    if isAttached, end == start, index == text.count || text.trimmed(index..<text.count).isEmpty,
      isCut(text, start..<index)
    {
      return start..<index
    }
    guard end > start, isWhole(text, from: end, to: index) else { return nil }
    return isEnumerator(text, start..<end, isAttached: isAttached) || isSmile(text, start..<end) ? nil : start..<end
  }

  /// Whether this may be a piece of an address that the end of the text has cut before its parenthesis.
  private static func isCut(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let opens = text[first].isLower || text[first].isDigit || text[first] == UInt8(ascii: "-")
    return opens && text[range].allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == 0x2F }
  }

  /// Nothing but a full stop or the like may stand between the last parenthesis and the next space.
  private static func isWhole(_ text: Bytes, from end: Int, to stop: Int) -> Bool {
    text[end..<stop].allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "#") }
  }

  /// `a)` or `2)` with a space before it counts off a list.
  private static func isEnumerator(_ text: Bytes, _ range: Range<Int>, isAttached: Bool) -> Bool {
    guard !isAttached else { return false }
    return range.count == 2 && (text[range.lowerBound].isLetter || text[range.lowerBound].isDigit)
  }

  private static func isSmile(_ text: Bytes, _ range: Range<Int>) -> Bool {
    range.count <= 3 && (text[range.lowerBound] == UInt8(ascii: ":") || text[range.lowerBound] == UInt8(ascii: ";"))
  }
}
