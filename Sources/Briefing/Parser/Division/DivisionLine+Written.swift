/// Front matter: lines that open with a name and a colon, between two rules.
extension DivisionLine {
  private static let longestFrontMatter = 40

  /// Where the front matter ends that opens with the rule of this index; nil if it is none.
  ///
  /// It names a title, or is that of a text which Courant wrote.
  static func frontMatterEnd(_ lines: [DivisionLine], from start: Int, in text: Bytes) -> Int? {
    guard isDashes(lines[start].range, in: text), start + 2 < lines.count else { return nil }
    // Of those that Courant wrote, each author has a line.
    let isCanonical = opensCanonical(lines, at: start, in: text)
    var hasTitle = isCanonical
    for index in start + 1..<(isCanonical ? lines.count : min(lines.count, start + longestFrontMatter)) {
      let range = lines[index].range
      if lines[index].blanks > 0 { return nil }
      if isDashes(range, in: text) { return hasTitle ? index : nil }
      if text.has("title:", at: range.lowerBound) || text.has("headline:", at: range.lowerBound) { hasTitle = true }
      guard lines[index].isIndented || opensWithName(range, in: text) || Bullet.markWidth(range, in: text) > 0 else {
        return nil
      }
    }
    return nil
  }

  static func opensCanonical(_ lines: [DivisionLine], at start: Int, in text: Bytes) -> Bool {
    start + 1 < lines.count && text.has("courant: ", at: lines[start + 1].range.lowerBound)
  }

  private static func isDashes(_ range: Range<Int>, in text: Bytes) -> Bool { text.isWord("---", range) }

  private static func opensWithName(_ range: Range<Int>, in text: Bytes) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, text[index].isLetter || text[index].isDigit || "_-".utf8.contains(text[index]) {
      index += 1
    }
    return index > range.lowerBound && index < range.upperBound && text[index] == UInt8(ascii: ":")
  }
}

/// Text that Courant wrote, in which a rule is none of the story's, and no line looks like a flattened story.
extension DivisionLine {
  /// Where the lines end that stand behind a story, which open with the rule of this index; nil where a rule stands alone.
  static func tailEnd(_ lines: [DivisionLine], from start: Int, in text: Bytes) -> Int? {
    guard isDashes(lines[start].range, in: text) else { return nil }
    var end = start
    while end + 1 < lines.count, lines[end + 1].blanks == 0, isField(lines[end + 1].range, in: text) { end += 1 }
    return end > start ? end : nil
  }

  /// Whether a line opens with words in small letters, perhaps a number, and a colon: `label 3: `, `link residue: `.
  private static func isField(_ line: Range<Int>, in text: Bytes) -> Bool {
    let colon = text.first(UInt8(ascii: ":"), in: line)
    return colon < line.upperBound && text[line.lowerBound].isLower
      && text[line.lowerBound..<colon].allSatisfy { $0.isLower || $0.isDigit || $0 == 0x20 }
  }

  /// Whether somebody has put a rule below the story: the story's own are `___`.
  static func isRuleBetween(_ range: Range<Int>, in text: Bytes) -> Bool {
    let mark = text[range.lowerBound]
    return mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") && range.allSatisfy { text[$0] == mark }
  }

  /// The code that is set apart in a line, by its backticks.
  static func codeSpans(in line: Range<Int>, of text: Bytes) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var ticks = BacktickRuns()
    var index = line.lowerBound
    while index < line.upperBound {
      switch text[index] {
      case CanonicalForm.escape: index += 2
      case UInt8(ascii: "`"):
        let (opening, close) = ticks.pair(at: index, in: text, limit: line.upperBound)
        if let close { spans.append(opening.lowerBound..<close.upperBound) }
        index = (close ?? opening).upperBound
      default: index += 1
      }
    }
    return spans
  }
}
