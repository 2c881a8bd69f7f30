/// The destination and the title of a link, between parentheses or in a definition (CommonMark 0.31, 6.3 and 4.7).
struct LinkTail {
  /// The address, without the angle brackets it may stand in.
  var destination: Range<Int>
  /// The title, without its quotes.
  var title: Range<Int>?
  var end: Int

  /// How many parentheses may be open in a destination: what parsers of CommonMark agree on.
  private static let deepest = 32
  /// Titles are short; what is longer is none, so that no text is looked at again and again.
  private static let longestTitle = 1000

  /// Reads `(destination "title")` at `start`; nil if that does not stand there whole.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> LinkTail? {
    guard start < limit, text[start] == UInt8(ascii: "(") else { return nil }
    let begin = skipSpaces(text, from: start + 1, limit: limit)
    guard let destination = destination(text, at: begin, limit: limit) else { return nil }
    var tail = LinkTail(destination: destination.range, end: destination.end)
    var index = skipSpaces(text, from: tail.end, limit: limit)
    if index > tail.end, let title = title(text, at: index, limit: limit) {
      if !title.range.isEmpty { tail.title = title.range }
      index = skipSpaces(text, from: title.end, limit: limit)
    }
    guard index < limit, text[index] == UInt8(ascii: ")") else { return nil }
    tail.end = index + 1
    return tail
  }

  /// Reads an address in angle brackets, or one up to the next space or to a parenthesis that nothing in it opened.
  static func destination(_ text: Bytes, at start: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    guard start < limit else { return nil }
    if text[start] == UInt8(ascii: "<") { return angled(text, at: start, limit: limit) }
    var (index, depth) = (start, 0)
    while index < limit, text[index] > 0x20 {
      switch text[index] {
      case UInt8(ascii: "\\"): if index + 1 < limit, text[index + 1].isPunctuation { index += 1 }
      case UInt8(ascii: "{"): index = placeholderEnd(text, at: index, limit: limit) ?? index
      case UInt8(ascii: "("):
        depth += 1
        if depth > deepest { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return (start..<index, index) }
        depth -= 1
      default: break
      }
      index += 1
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  /// The last byte of `{{ … }}` or `{% … %}`, for which a program puts an address; spaces may stand in it.
  private static func placeholderEnd(_ text: Bytes, at start: Int, limit: Int) -> Int? {
    guard text.has("{{", at: start) || text.has("{%", at: start) else { return nil }
    return TemplateMark.balancedEnd(text, at: start, limit: limit).map { $0 - 1 }
  }

  private static func angled(_ text: Bytes, at start: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    var index = start + 1
    while index < limit, text[index] != 0x0A, text[index] != UInt8(ascii: "<") {
      if text[index] == UInt8(ascii: ">") { return (start + 1..<index, index + 1) }
      index += text[index] == UInt8(ascii: "\\") && index + 1 < limit && text[index + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// Reads a title in quotes or parentheses.
  static func title(_ text: Bytes, at start: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    guard start < limit else { return nil }
    let close: UInt8
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    let stop = min(limit, start + longestTitle)
    var index = start + 1
    while index < stop, text[index] != close {
      if close == UInt8(ascii: ")"), text[index] == UInt8(ascii: "(") { return nil }
      index += text[index] == UInt8(ascii: "\\") && index + 1 < stop && text[index + 1].isPunctuation ? 2 : 1
    }
    return index < stop ? (start + 1..<index, index + 1) : nil
  }

  static func skipSpaces(_ text: Bytes, from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, text[index].isSpace { index += 1 }
    return index
  }
}

extension UInt8 {
  /// Whether this is one of ASCII's marks, which a backslash makes plain.
  @inline(__always) var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
