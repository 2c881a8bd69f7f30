/// Tells a heading that has its line for itself from one with which a flattened run opens.
enum RunningHeading {
  /// Whether more than a heading stands in `range`, which opens with one and ends with its line.
  ///
  /// `isLast` says whether nothing but another heading follows, so that there is no body elsewhere.
  static func stands(in range: Range<Int>, isLast: Bool, of text: Bytes, _ references: References) -> Bool {
    if HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) != nil { return true }
    if range.count > 300 { return true }
    if namesSource(in: range, of: text, references) || endsCut(range, in: text) { return true }
    guard SentenceEnd.isBefore(range.upperBound, in: text), text[range.upperBound - 1] != UInt8(ascii: "?")
    else { return false }
    return isLast || holdsQuestion(range, in: text)
  }

  /// Whether the last words are a citation that lacks its parenthesis.
  private static func endsCut(_ range: Range<Int>, in text: Bytes) -> Bool {
    let word = range.last { text[$0].isSpace }.map { $0 + 1 } ?? range.lowerBound
    guard CitationPair.openingWidth(text, at: word) > 0 else { return false }
    return CitationPair.read(text, at: word, limit: range.upperBound)?.end == range.upperBound
  }

  /// Whether a question ends inside `range`, with more words behind it.
  private static func holdsQuestion(_ range: Range<Int>, in text: Bytes) -> Bool {
    let mark = text.first(UInt8(ascii: "?"), in: range)
    return mark + 1 < range.upperBound && text[mark + 1].isSpace
  }

  /// Whether a source is named in the words of `range`, so that they are more than a heading: in parentheses, by a number, or
  /// by a link behind a sentence with which they end. Other links are words.
  private static func namesSource(in range: Range<Int>, of text: Bytes, _ references: References) -> Bool {
    var index = CitationPair.nextBracket(in: range, of: text)
    while index < range.upperBound {
      if opensSource(at: index, in: range, of: text, references) { return true }
      index = CitationPair.nextBracket(in: index + 1..<range.upperBound, of: text)
    }
    return !references.superscripts(in: range).isEmpty || endsInLink(range, in: text)
  }

  private static func opensSource(at index: Int, in range: Range<Int>, of text: Bytes, _ references: References) -> Bool
  {
    if text[index] == UInt8(ascii: "[") { return isReference(at: index, limit: range.upperBound, in: text, references) }
    guard CitationPair.openingWidth(text, at: index) > 0, index == range.lowerBound || !text.has("]", at: index - 1)
    else { return false }
    return CitationPair.read(text, at: index, limit: range.upperBound)?.isClosed == true
  }

  /// Whether a number or a footnote that a list defines stands in brackets at `index`.
  static func isReference(at index: Int, limit: Int, in text: Bytes, _ references: References) -> Bool {
    guard !references.isEmpty, text.has("[", at: index) else { return false }
    let close = text.first(UInt8(ascii: "]"), in: index + 1..<min(limit, index + 66))
    return close < limit && text[close] == UInt8(ascii: "]") && references.sources(numbered: index + 1..<close) != nil
  }

  private static func endsInLink(_ range: Range<Int>, in text: Bytes) -> Bool {
    guard text.has(")", at: range.upperBound - 1), let open = range.last(where: { text[$0] == UInt8(ascii: "[") }),
      open > range.lowerBound, let link = Link.read(text, at: open, limit: range.upperBound)
    else { return false }
    return link.end == range.upperBound && SentenceEnd.isBefore(open, in: text)
  }
}
