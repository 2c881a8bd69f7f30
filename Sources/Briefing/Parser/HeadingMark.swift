/// The hashes that open a heading.
struct HeadingMark {
  /// The hashes, without the spaces around them.
  var range: Range<Int>
  /// Where the heading's words begin.
  var content: Int

  /// The mark that a line opens with.
  static func opening(_ line: Range<Int>, in text: Bytes) -> HeadingMark? {
    guard let first = line.first, text[first] == hash else { return nil }
    return read(text, at: first, limit: line.upperBound).flatMap { $0.range.count <= 6 ? $0 : nil }
  }

  /// The next mark inside a running line, from `start` on.
  ///
  /// Two hashes or more count behind the end of a sentence or a citation, and else before a word in capitals or without
  /// case; one hash only in the first place, before such a word.
  static func next(in text: Bytes, from start: Int, limit: Int) -> HeadingMark? {
    var index = start
    while true {
      index = text.first(hash, in: index..<limit)
      guard index < limit else { return nil }
      if let mark = read(text, at: index, limit: limit), isMark(mark, in: text, from: start) { return mark }
      while index < limit, text[index] == hash { index += 1 }
    }
  }

  /// Whether a mark stands in the line behind its first words, as only flattened text has it.
  static func stands(inside line: Range<Int>, of text: Bytes) -> Bool {
    let start = opening(line, in: text)?.content ?? line.lowerBound
    return next(in: text, from: start, limit: line.upperBound) != nil
  }

  private static let hash = UInt8(ascii: "#")

  private static func read(_ text: Bytes, at start: Int, limit: Int) -> HeadingMark? {
    var end = start
    while end < limit, text[end] == hash { end += 1 }
    guard end - start <= 12, end < limit else { return nil }
    var content = end
    while content < limit, text.spaceWidth(at: content) > 0 { content += text.spaceWidth(at: content) }
    guard content < limit, content > end || end - start > 1 && opensWords(text, at: end) else { return nil }
    return HeadingMark(range: start..<end, content: content)
  }

  /// Whether words open right behind the hashes as no tag does: with a capital or a quotation mark.
  private static func opensWords(_ text: Bytes, at place: Int) -> Bool {
    let scalar = text.scalar(at: place).value
    return Letter.opensSentence(scalar) || scalar == 0x22 || scalar == 0x201C || scalar == 0xBF
  }

  private static func isMark(_ mark: HeadingMark, in text: Bytes, from start: Int) -> Bool {
    let begin = mark.range.lowerBound
    guard begin > start else { return mark.range.count <= 6 }
    let before = text.scalar(at: text.scalarStart(before: begin)).value
    let isSpaced = text[begin - 1].isSpace || before == 0x3000
    guard isSpaced || SentenceEnd.isMark(before) || SentenceEnd.isCloser(before) else { return false }
    let opensWord = !Letter.isLower(text.scalar(at: mark.content).value)
    let isBehindSentence = SentenceEnd.isBefore(begin, in: text) || isBehindPair(begin, in: text)
    if mark.range.count == 1 { return opensWord && isSpaced && isBehindSentence }
    // More hashes than a heading can have, and those that touch its words, are marks only where nothing else could stand.
    if mark.range.count > 6 || mark.content == mark.range.upperBound { return isBehindSentence }
    return opensWord || isBehindSentence
  }

  private static func isBehindPair(_ begin: Int, in text: Bytes) -> Bool {
    var index = begin
    while index > 0, text[index - 1].isSpace { index -= 1 }
    guard index > 0 else { return true }
    return text[index - 1] == UInt8(ascii: ")") || text.has("）", at: index - 3)
  }
}

/// What the parser asks of single letters.
enum Letter {
  static func isLower(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return UInt8(scalar).isLower }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// Whether a sentence may open with this: a capital, or a letter of a script without case.
  static func opensSentence(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return UInt8(scalar).isUpper }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic && !properties.isLowercase
  }
}
