/// A linked name that stands where a source is named without parentheses: `… fell. [Port News](https://…)`.
///
/// It stands behind the end of a sentence, perhaps with others, and closes the paragraph; or it touches the sentence, and the
/// next one begins behind it. A name is a few words in capitals.
enum LinkedName {
  private static let mostWords = 5
  private static let mostBytes = 60
  /// How many bytes behind a name are looked at for more of them.
  private static let reach = 2000

  /// Where to read on behind the name that `link` links to its source: behind what parts it from the next one. Nil if
  /// it is a word of the story.
  static func end(of link: Range<Int>, name: String, in text: Bytes, limit: Int) -> Int? {
    guard isName(name) else { return nil }
    let last = lastEnd(text, from: link.upperBound, limit: limit)
    let next = LinkTail.skipSpaces(text, from: last, limit: limit)
    if next < limit {
      let isTouching = link.lowerBound > 0 && !text[link.lowerBound - 1].isSpace
      guard isTouching, next > last, Letter.opensSentence(text.scalar(at: next).value) else { return nil }
    }
    return last == link.upperBound ? last : separatorEnd(text, from: link.upperBound, limit: limit)
  }

  private static func isName(_ name: String) -> Bool {
    guard name.utf8.count <= mostBytes, let last = name.unicodeScalars.last, !SentenceEnd.isMark(last.value) else {
      return false
    }
    let words = name.split(separator: " ")
    guard let first = words.first, words.count <= mostWords else { return false }
    return !opensSmall(first) && words.allSatisfy { !opensSmall($0) || $0.utf8.count <= 3 }
  }

  private static func opensSmall(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map { Letter.isLower($0.value) } ?? true
  }

  /// Where the last of the links ends that follow one another from the end of one.
  private static func lastEnd(_ text: Bytes, from start: Int, limit: Int) -> Int {
    let stop = min(limit, start + reach)
    var end = start
    while true {
      let index = separatorEnd(text, from: end, limit: stop)
      guard index < stop, text[index] == UInt8(ascii: "[") else { return end }
      let close = text.first(UInt8(ascii: "]"), in: index..<stop)
      guard close < stop, let tail = LinkTail.read(text, at: close + 1, limit: stop) else { return end }
      end = tail.end
    }
  }

  /// Behind spaces, and a comma or the like.
  private static func separatorEnd(_ text: Bytes, from start: Int, limit: Int) -> Int {
    let mark = LinkTail.skipSpaces(text, from: start, limit: limit)
    guard mark < limit, ",;|".utf8.contains(text[mark]) else { return mark }
    return LinkTail.skipSpaces(text, from: mark + 1, limit: limit)
  }
}
