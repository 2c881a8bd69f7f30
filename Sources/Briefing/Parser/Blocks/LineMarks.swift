/// Lines that are a mark as a whole, told by their bytes alone; ranges have no spaces at their ends.
enum LineMarks {
  /// Three stars, hyphens or underscores, perhaps with spaces between them, and nothing else.
  static func isRule(_ line: Range<Int>, in text: Bytes) -> Bool {
    guard let first = line.first, line.count >= 3, "*-_".utf8.contains(text[first]) else { return false }
    var count = 0
    for place in line {
      if text[place] == text[first] { count += 1 } else if text[place] != 0x20 { return false }
    }
    return count >= 3
  }

  /// The level of the heading whose words stand above, if this line is nothing but `=` (1) or `-` (2).
  static func underline(_ line: Range<Int>, in text: Bytes) -> Int? {
    guard let first = line.first, text[first] == UInt8(ascii: "=") || text[first] == UInt8(ascii: "-"),
      line.allSatisfy({ text[$0] == text[first] })
    else { return nil }
    return text[first] == UInt8(ascii: "=") ? 1 : 2
  }

  /// The heading that opens with hashes: its level and its words, closing hashes aside.
  static func heading(_ line: Range<Int>, in text: Bytes) -> (level: Int, words: Range<Int>)? {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == hash { start += 1 }
    let level = start - line.lowerBound
    guard (1...6).contains(level) else { return nil }
    // Two hashes and more may touch their words, as no tag does.
    guard start == line.upperBound || text[start].isSpace || HeadingMark.opening(line, in: text) != nil else {
      return nil
    }
    return (level, withoutClosing(text.trimmed(start..<line.upperBound), in: text))
  }

  /// The words of a heading without the hashes that close it, which need a space before them.
  static func withoutClosing(_ words: Range<Int>, in text: Bytes) -> Range<Int> {
    var end = words.upperBound
    while end > words.lowerBound, text[end - 1] == hash { end -= 1 }
    if end == words.lowerBound { return end..<end }
    return end < words.upperBound && text[end - 1].isSpace ? text.trimmed(words.lowerBound..<end) : words
  }

  private static let hash = UInt8(ascii: "#")
}

/// What opens code: three backticks or tildes, or more; or `{% highlight … %}`.
struct Fence: Equatable {
  var mark: UInt8
  var count: Int
  /// How many columns stand before it, which the lines of the code may lack.
  var indent: Int

  /// The fence that a line opens with, and what it says of the code.
  static func opening(_ line: Range<Int>, indent: Int, in text: Bytes) -> (fence: Fence, info: Range<Int>)? {
    guard let first = line.first else { return nil }
    if text.has("{% highlight ", at: first) {
      let end = text.first(UInt8(ascii: "%"), in: first + 13..<max(first + 13, line.upperBound))
      return (Fence(mark: UInt8(ascii: "%"), count: 0, indent: indent), text.trimmed(first + 13..<end))
    }
    guard text[first] == UInt8(ascii: "`") || text[first] == UInt8(ascii: "~") else { return nil }
    var end = first
    while end < line.upperBound, text[end] == text[first] { end += 1 }
    let info = text.trimmed(end..<line.upperBound)
    guard end - first >= 3,
      text[first] != UInt8(ascii: "`") || text.first(UInt8(ascii: "`"), in: info) == info.upperBound
    else { return nil }
    return (Fence(mark: text[first], count: end - first, indent: indent), info)
  }

  /// Whether a line closes what this opened.
  func isClosed(by line: Range<Int>, in text: Bytes) -> Bool {
    if mark == UInt8(ascii: "%") { return text.has("{% endhighlight", at: line.lowerBound) }
    return line.count >= count && line.allSatisfy { text[$0] == mark }
  }
}
