/// A footer that goes on the line on which the story ends.
///
/// Behind the end of a sentence or a citation it opens with a call (`Get your own …`) or says who shared the text; to be
/// one it must say that or name a shop for apps, and neither a heading nor a citation may follow.
enum FooterTail {
  /// Where lines should begin inside `line`, the last of a text: the footer's, and that of `Shared from`.
  static func breaks(in line: Range<Int>, isAlone: Bool, of text: Bytes) -> [Int] {
    var near = max(line.lowerBound, line.upperBound - longest)
    while near < line.upperBound, text[near] & 0xC0 == 0x80 { near += 1 }
    let words = starts(in: near..<line.upperBound, of: text)
    let shared = words.last { isShared($0..<line.upperBound, in: text) }
    guard shared != nil || namesStore(near..<line.upperBound, in: text),
      let start = words.first(where: { opens($0, line, in: text) && mayOpen($0, line, shared: shared, in: text) }),
      !isAlone || start > line.lowerBound
    else { return [] }
    let places = shared.map { $0 > start ? [start, $0] : [start] } ?? [start]
    return places.filter { $0 > line.lowerBound }
  }

  private static let longest = 600

  /// Where words begin with a space, or the line, before them.
  private static func starts(in range: Range<Int>, of text: Bytes) -> LazyFilterSequence<Range<Int>> {
    range.lazy.filter { $0 == 0 || text[$0 - 1].isSpace }
  }

  /// Whether the words from `start` on are how a footer opens.
  private static func mayOpen(_ start: Int, _ line: Range<Int>, shared: Int?, in text: Bytes) -> Bool {
    guard start <= shared ?? line.upperBound else { return false }
    let rest = start..<line.upperBound
    if start != shared {
      guard FooterLine(firstWords(of: rest, in: text), in: text).isCall else { return false }
      let endsSentence = text[line.upperBound - 1] == UInt8(ascii: ".")
      guard shared != nil || (!endsSentence && namesStore(rest, in: text)) else { return false }
    }
    return HeadingMark.next(in: text, from: start, limit: line.upperBound) == nil
      && !CitationPair.stands(in: rest, of: text)
  }

  /// Whether a footer may begin at `start`: with the line, or behind a sentence or a pair of parentheses.
  private static func opens(_ start: Int, _ line: Range<Int>, in text: Bytes) -> Bool {
    start == line.lowerBound || SentenceEnd.isBefore(start, in: text) || isBehindPair(start, in: text)
  }

  private static func isBehindPair(_ start: Int, in text: Bytes) -> Bool {
    text.has(")", at: start - 2) || text.has("）", at: start - 4)
  }

  /// Whether `range` opens with `Shared from` and a name that ends the line, or that a dash or the like stands behind.
  private static func isShared(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard !text[range.lowerBound].isLower, range.count <= 240, FooterWords.opensWithShare(range, in: text)
    else { return false }
    let line = FooterLine(range, in: text)
    guard line.publisher(in: text) != nil else { return false }
    return line.isShort
      || [" - ", " – ", " — ", " | ", " · "].contains { (mark: StaticString) in
        range.contains { text.has(mark, at: $0) }
      }
  }

  /// As many words as tell how a footer opens.
  private static func firstWords(of range: Range<Int>, in text: Bytes) -> Range<Int> {
    var (index, spaces) = (range.lowerBound, 0)
    while index < range.upperBound, index - range.lowerBound < 118 {
      if text[index] == 0x20 { spaces += 1 }
      if spaces == 10 { break }
      index += 1
    }
    return range.lowerBound..<index
  }

  private static func namesStore(_ range: Range<Int>, in text: Bytes) -> Bool {
    FooterWords.storeStands(in: range, of: text)
  }
}
