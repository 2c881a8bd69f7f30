/// A Markdown link as it stands in the text, perhaps cut off inside its address.
struct Link {
  /// What stands between the brackets.
  var text: Range<Int>
  /// The address; nil if the link was cut off before its end.
  var url: Range<Int>?
  /// What is neither: the piece of an address that a cut left, or the title behind a whole one.
  var remainder: Range<Int>?
  var end: Int

  /// Reads `[text](address)` at `start`, where a bracket opens; nil if this is no link.
  ///
  /// The address may hold balanced parentheses and have a title behind it. An address that meets white space before its
  /// parenthesis closes is a cut one. Each byte of the address is looked at once, and is part of the link either way.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> Link? {
    guard let close = textEnd(text, from: start + 1, limit: limit), close > start + 1 else { return nil }
    return read(text, words: text.trimmed(start + 1..<close), close: close, limit: limit)
  }

  /// Reads what stands behind the bracket that closes at `close`.
  static func read(_ text: Bytes, words: Range<Int>, close: Int, limit: Int) -> Link? {
    guard close + 1 < limit, text[close + 1] == UInt8(ascii: "(") else { return nil }
    let begin = close + 2
    if begin == limit { return Link(text: words, url: nil, remainder: nil, end: begin) }
    guard opensAddress(text, at: begin, limit: limit) else { return nil }
    return addressed(text, words: words, from: begin, limit: limit)
  }

  private static func textEnd(_ text: Bytes, from start: Int, limit: Int) -> Int? {
    var index = start
    let stop = min(limit, start + 1000)
    while index < stop {
      if text[index] == UInt8(ascii: "]") { return index }
      if text[index] == UInt8(ascii: "[") { return nil }
      index += 1
    }
    return nil
  }

  /// Whether an address begins here rather than words in parentheses: a scheme, `/`, `#`, `www.`, or a cut piece of one.
  private static func opensAddress(_ text: Bytes, at start: Int, limit: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ")"): return true
    case let byte where byte.isSpace: return true
    default: break
    }
    if text.has("www.", at: start) { return true }
    var index = start
    while index < min(limit, start + 24), text[index].isLetter || (index > start && isSchemeMark(text[index])) {
      index += 1
    }
    if index == limit || text[index].isSpace { return isCutScheme(text, start..<index) }
    return index > start && text[index] == UInt8(ascii: ":")
  }

  private static func isSchemeMark(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isCutScheme(_ text: Bytes, _ range: Range<Int>) -> Bool {
    let https: [UInt8] = Array("https".utf8)
    return range.count <= 5 && https.starts(with: text[range])
  }

  private static func addressed(_ text: Bytes, words: Range<Int>, from begin: Int, limit: Int) -> Link {
    let isAngled = text[begin] == UInt8(ascii: "<")
    let start = isAngled ? begin + 1 : begin
    var (index, depth) = (start, 0)
    while index < limit, !text[index].isSpace {
      let byte = text[index]
      if isAngled, byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { return Link(text: words, url: text.trimmed(start..<index), remainder: nil, end: index + 1) }
        depth -= 1
      }
      index += 1
    }
    let address = text.trimmed(start..<index)
    if isAngled, index < limit, text[index] == UInt8(ascii: ">") { index += 1 }
    if let closing = closing(text, from: index, limit: limit) {
      return Link(text: words, url: address, remainder: closing.title, end: closing.end)
    }
    return Link(text: words, url: nil, remainder: address.isEmpty ? nil : address, end: index)
  }

  /// The end of the link if a title, or nothing but space, stands between its address and its parenthesis.
  private static func closing(_ text: Bytes, from start: Int, limit: Int) -> (title: Range<Int>?, end: Int)? {
    var index = start
    var title: Range<Int>?
    while index < limit, text[index].isSpace { index += 1 }
    if index < limit, index > start, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") {
      let quote = text[index]
      let stop = min(limit, index + 300)
      let opening = index + 1
      index = opening
      while index < stop, text[index] != quote { index += 1 }
      guard index < stop else { return nil }
      let words = text.trimmed(opening..<index)
      if !words.isEmpty { title = words }
      index += 1
    }
    return index < limit && text[index] == UInt8(ascii: ")") ? (title, index + 1) : nil
  }
}
