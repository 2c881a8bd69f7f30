/// The line break that is lost between a headline and the first paragraph of a flattened story.
///
/// Found only where `HeadlineEnd` is sure, and what stands behind is plainly a paragraph: it ends as one, and has two
/// sentences or names a source.
enum HeadlineBreak {
  /// How many bytes a line that holds both has at least, and the paragraph in it.
  private static let shortest = (line: 80, paragraph: 40)

  /// Where the paragraph begins in the first line of a text; nil where that line is none or all headline.
  static func find(in line: Range<Int>, of text: Bytes) -> Int? {
    let start = HeadingMark.opening(line, in: text)?.content ?? line.lowerBound
    let mark = HeadingMark.next(in: text, from: start, limit: line.upperBound)
    // On a line of its own, what a hash opens is all headline.
    guard start == line.lowerBound || mark != nil else { return nil }
    let words = text.trimmed(start..<(mark?.range.lowerBound ?? line.upperBound))
    guard words.count >= shortest.line, !opensOther(words, in: text),
      let end = HeadlineEnd.find(in: Bytes(rebasing: text[words.lowerBound..<firstSource(in: words, of: text)]))
    else { return nil }
    let paragraph = words.lowerBound + end.body..<words.upperBound
    return isParagraph(paragraph, in: text) ? paragraph.lowerBound : nil
  }

  /// Whether a line opens with a mark, or with the name of a field and a colon.
  private static func opensOther(_ line: Range<Int>, in text: Bytes) -> Bool {
    if BulletMark.width(line, in: text) > 0 || ">|<[!`".utf8.contains(text[line.lowerBound]) { return true }
    let space = text.first(0x20, in: line)
    return text.first(UInt8(ascii: ":"), in: line.lowerBound..<space) < space
  }

  /// Where the first source opens near the start of `words`: a headline ends before it.
  private static func firstSource(in words: Range<Int>, of text: Bytes) -> Int {
    let near = words.lowerBound..<min(words.upperBound, words.lowerBound + 400)
    var place = CitationPair.nextBracket(in: near, of: text)
    while place < near.upperBound {
      if CitationPair.openingWidth(text, at: place) > 0,
        CitationPair.read(text, at: place, limit: words.upperBound)?.isClosed == true
      {
        return place
      }
      place = CitationPair.nextBracket(in: place + 1..<near.upperBound, of: text)
    }
    return words.upperBound
  }

  private static func isParagraph(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard range.count >= shortest.paragraph else { return false }
    if CitationPair.stands(in: range, of: text) { return true }
    guard SentenceEnd.isBefore(range.upperBound, in: text) else { return false }
    let near = range.lowerBound..<min(range.upperBound, range.lowerBound + 1500)
    return SentenceScanner(bytes: Bytes(rebasing: text[near])).ranges().count > 1
  }
}
