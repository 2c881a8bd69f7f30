/// A tag of HTML inside a line (CommonMark 0.31, 6.6), or one of the pages that programs make, whose values may stand in
/// braces.
struct HTMLTag {
  var range: Range<Int>
  /// In small letters.
  var name: String
  var isClosing = false
  /// The addresses and words that tags give: the values of `href`, `src` and `alt`.
  var values: [String: Range<Int>] = [:]
  var hasAttributes = false
  /// Whether there are attributes beside those.
  private var hasOthers = false

  private static let kept: Set<String> = ["href", "src", "alt"]

  /// Reads the tag that opens at `start`, where `<` stands; nil if none does. What is no tag is looked at up to the next `<`
  /// outside of quotes.
  static func read(_ text: Bytes, at start: Int, limit: Int) -> HTMLTag? {
    var index = start + 1
    let isClosing = index < limit && text[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < limit, text[index].isLetter else { return nil }
    let nameStart = index
    while index < limit, text[index].isLetter || text[index].isDigit || text[index] == UInt8(ascii: "-") { index += 1 }
    let name = String(decoding: text[nameStart..<min(index, nameStart + 32)].map(\.lowercased), as: UTF8.self)
    var tag = HTMLTag(range: start..<start, name: name, isClosing: isClosing)
    if isClosing {
      index = LinkTail.skipSpaces(text, from: index, limit: limit)
    } else {
      while let end = tag.readAttribute(text, from: index, limit: limit) { index = end }
      index = LinkTail.skipSpaces(text, from: index, limit: limit)
      if index < limit, text[index] == UInt8(ascii: "/") { index += 1 }
    }
    guard index < limit, text[index] == UInt8(ascii: ">") else { return nil }
    tag.range = start..<index + 1
    return tag
  }

  private mutating func readAttribute(_ text: Bytes, from start: Int, limit: Int) -> Int? {
    var index = LinkTail.skipSpaces(text, from: start, limit: limit)
    guard index > start, index < limit else { return nil }
    if text[index] == UInt8(ascii: "{") {
      (hasAttributes, hasOthers) = (true, true)
      return TemplateMark.balancedEnd(text, at: index, limit: limit)
    }
    guard Self.opensName(text[index]) else { return nil }
    let nameStart = index
    while index < limit, Self.opensName(text[index]) || text[index].isDigit || ".-".utf8.contains(text[index]) {
      index += 1
    }
    let name = nameStart..<index
    hasAttributes = true
    let equals = LinkTail.skipSpaces(text, from: index, limit: limit)
    guard equals < limit, text[equals] == UInt8(ascii: "=") else {
      hasOthers = true
      return index
    }
    index = LinkTail.skipSpaces(text, from: equals + 1, limit: limit)
    guard index < limit, let value = Self.value(text, at: index, limit: limit) else { return nil }
    let word = name.count <= 4 ? String(decoding: text[name].map(\.lowercased), as: UTF8.self) : ""
    if Self.kept.contains(word), values[word] == nil { values[word] = value.range } else { hasOthers = true }
    return value.end
  }

  /// Whether it says more than the values of some attributes.
  func saysMore(than names: Set<String>) -> Bool { hasOthers || !names.isSuperset(of: values.keys) }

  private static func value(_ text: Bytes, at start: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    let quote = text[start]
    if quote == UInt8(ascii: "{") {
      return TemplateMark.balancedEnd(text, at: start, limit: limit).map { (start..<$0, $0) }
    }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = text.first(quote, in: start + 1..<limit)
      return close < limit ? (start + 1..<close, close + 1) : nil
    }
    var index = start
    while index < limit, !text[index].isSpace, !"\"'=<>`".utf8.contains(text[index]) { index += 1 }
    return index > start ? (start..<index, index) : nil
  }

  private static func opensName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}

/// What opens with `<!` or `<?` and is shown nowhere: comments, declarations, instructions, marked sections.
struct HTMLAsides {
  /// The ends that were looked for and do not come any more.
  private var missing: Set<[UInt8]> = []

  /// Where the one that opens at `start` ends; nil if none does. Each end is missed only once.
  mutating func end(_ text: Bytes, at start: Int, limit: Int) -> Int? {
    if text.has("<!--", at: start) {
      if text.has(">", at: start + 4), start + 4 < limit { return start + 5 }
      if text.has("->", at: start + 4), start + 5 < limit { return start + 6 }
      return find("-->", from: start + 4, text, limit)
    }
    if text.has("<?", at: start) { return find("?>", from: start + 2, text, limit) }
    if text.has("<![CDATA[", at: start) { return find("]]>", from: start + 9, text, limit) }
    guard text.has("<!", at: start), start + 2 < limit, text[start + 2].isLetter else { return nil }
    return find(">", from: start + 2, text, limit)
  }

  private mutating func find(_ end: String, from start: Int, _ text: Bytes, _ limit: Int) -> Int? {
    let end = Array(end.utf8)
    guard !missing.contains(end), start <= limit else { return nil }
    var index = start
    while index + end.count <= limit {
      index = text.first(end[0], in: index..<limit)
      guard index + end.count <= limit else { break }
      if text[index..<index + end.count].elementsEqual(end) { return index + end.count }
      index += 1
    }
    missing.insert(end)
    return nil
  }
}
