/// The name of an app in a footer.
enum FooterName {
  /// The name that opens `range`, without quotes, up to a dash, a bar or the end of the sentence.
  ///
  /// Nil for what is no name: more than six words, or one that opens with a small letter and is no host.
  static func behind(_ range: Range<Int>, in text: Bytes) -> String? {
    let words = text.trimmed(range)
    let name = text.trimmed(unquoted(named(words.lowerBound..<end(of: words, in: text), in: text), in: text))
    guard let first = name.first, name.count <= 60, text[name].count(where: { $0 == 0x20 }) < 6 else { return nil }
    let isSmall = Letter.isLower(text.scalar(at: first).value)
    if isSmall, !text[name].contains(UInt8(ascii: ".")) { return nil }
    // By bytes: among characters, a mark that joins what stands before it would hide a space.
    return String(decoding: Array(text[name].split(separator: 0x20).joined(separator: [0x20])), as: UTF8.self)
  }

  /// Without `the … app` around it.
  private static func named(_ range: Range<Int>, in text: Bytes) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    for article in ["the ", "تطبيق ", "l’application ", "l'application "] as [StaticString]
    where text.has(article, at: lower) { lower += article.utf8CodeUnitCount }
    if text.has(" app", at: upper - 4) || text.has(" App", at: upper - 4) { upper -= 4 }
    return lower..<max(lower, upper)
  }

  private static func end(of range: Range<Int>, in text: Bytes) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let isSpaced = index + 1 < range.upperBound && text[index + 1] == 0x20
      switch text[index] {
      case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ","):
        if isSpaced { return index }
      case 0x20:
        if isDash(at: index + 1, limit: range.upperBound, in: text) { return index }
      case 0xE3, 0xEF:
        if text.has("。", at: index) || text.has("，", at: index) { return index }
      default: break
      }
      index += 1
    }
    return range.upperBound
  }

  /// Whether a dash, bar or dot stands at `index`, with a space behind it.
  private static func isDash(at index: Int, limit: Int, in text: Bytes) -> Bool {
    guard index < limit else { return false }
    let (scalar, width) = text.scalar(at: index)
    let isMark = [0x2D, 0x2013, 0x2014, 0x7C, 0xB7, 0x2022].contains(scalar)
    return isMark && (index + width >= limit || text[index + width] == 0x20)
  }

  private static func unquoted(_ range: Range<Int>, in text: Bytes) -> Range<Int> {
    var name = range
    while let first = name.first {
      let (scalar, width) = text.scalar(at: first)
      guard isQuote(scalar) else { break }
      name = first + width..<name.upperBound
    }
    while !name.isEmpty {
      let start = text.scalarStart(before: name.upperBound)
      guard start >= name.lowerBound, isQuote(text.scalar(at: start).value) else { break }
      name = name.lowerBound..<start
    }
    return name
  }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x27, 0x2A, 0x2D, 0x2E, 0x5F, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300A...0x300F: true
    default: false
    }
  }
}
