/// How a stretch of HTML opens that stands on lines of its own; CommonMark tells seven kinds.
enum HTMLStart: Equatable {
  /// Goes on to the tag that closes it: scripts and what else has words that are none.
  case raw
  case comment
  /// `<?…?>`
  case instruction
  /// `<!NAME …>`
  case declaration
  case section
  /// A tag of a block; goes on to a blank line.
  case block
  /// Any whole tag alone on a line; goes on to a blank line.
  case tag
  /// Tags of programs that make pages: words of Markdown stand between their lines.
  case component
  /// `:::note`, `:::`: what opens or closes a box.
  case box

  /// What a line opens with; a single tag does so only if `mayBeTag`.
  static func read(_ line: Range<Int>, mayBeTag: Bool, in text: Bytes) -> HTMLStart? {
    let start = line.lowerBound
    if text[start] == UInt8(ascii: ":") { return opensBox(line, in: text) ? .box : nil }
    guard line.count >= 2, text[start] == UInt8(ascii: "<") else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "!"): return marked(line, in: text)
    case UInt8(ascii: "?"): return .instruction
    default: break
    }
    let isClosing = text[start + 1] == UInt8(ascii: "/")
    let name = Self.name(start + (isClosing ? 2 : 1), line.upperBound, in: text)
    guard !name.isEmpty else { return nil }
    let word = String(decoding: text[name].map(\.lowercased), as: UTF8.self)
    let next = name.upperBound
    let isWhole =
      next == line.upperBound || text[next].isSpace || text[next] == UInt8(ascii: ">")
    if isWhole, !isClosing, raws.contains(word) { return .raw }
    if isWhole || text.has("/>", at: next), blocks.contains(word) {
      return holdsMarkdown(line, from: next, in: text) ? .component : .block
    }
    guard mayBeTag,
      HTMLTag.read(text, at: line.lowerBound, limit: line.upperBound)?.range.upperBound == line.upperBound,
      !raws.contains(word)
    else { return nil }
    return isComponent(named: name, in: text) ? .component : .tag
  }

  /// Whether a line opens with a tag that programs which make pages have, and HTML does not.
  static func isComponent(_ line: Range<Int>, in text: Bytes) -> Bool {
    guard line.count > 2, text[line.lowerBound] == UInt8(ascii: "<") else { return false }
    let isClosing = text[line.lowerBound + 1] == UInt8(ascii: "/")
    let name = name(line.lowerBound + (isClosing ? 2 : 1), line.upperBound, in: text)
    return !name.isEmpty && isComponent(named: name, in: text)
  }

  /// Names such as `Steps` and `DeepDive`; those of HTML are written in letters of one size.
  private static func isComponent(named name: Range<Int>, in text: Bytes) -> Bool {
    text[name.lowerBound].isUpper && text[name].contains(where: \.isLower)
  }

  /// Whether a tag alone on its line says that Markdown stands behind it: `<div markdown="1">`.
  private static func holdsMarkdown(_ line: Range<Int>, from start: Int, in text: Bytes) -> Bool {
    guard text[line.upperBound - 1] == UInt8(ascii: ">"), text.first(UInt8(ascii: ">"), in: line) == line.upperBound - 1
    else { return false }
    return (start..<line.upperBound).contains { place in
      text[place].isSpace && text.has("markdown", at: place + 1) && place + 9 < line.upperBound
        && "=>".utf8.contains(text[place + 9]) && !text.has("=\"0", at: place + 9)
    }
  }

  /// Three colons or more, alone or before a name, behind which a title or what programs read may stand.
  private static func opensBox(_ line: Range<Int>, in text: Bytes) -> Bool {
    boxTitle(line, in: text) != nil
  }

  /// The title behind the name of a box, without its brackets; empty where it has none. Nil for a line that opens no box.
  static func boxTitle(_ line: Range<Int>, in text: Bytes) -> Range<Int>? {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: ":") { index += 1 }
    guard index - line.lowerBound >= 3 else { return nil }
    let name = LinkTail.skipSpaces(text, from: index, limit: line.upperBound)
    let isAttached = name == index
    index = name
    while index < line.upperBound, text[index].isLetter || text[index] >= 0x80 || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    guard index < line.upperBound else { return index..<index }
    let rest = text.trimmed(index..<line.upperBound)
    let last = text[line.upperBound - 1]
    if text[rest.lowerBound] == UInt8(ascii: "{") { return last == UInt8(ascii: "}") ? index..<index : nil }
    if text[index] == UInt8(ascii: "[") {
      return last == UInt8(ascii: "]") ? index + 1..<line.upperBound - 1 : nil
    }
    return isAttached && index > name && text[index].isSpace ? rest : nil
  }

  private static func marked(_ line: Range<Int>, in text: Bytes) -> HTMLStart? {
    if text.has("<!--", at: line.lowerBound) { return .comment }
    if text.has("<![CDATA[", at: line.lowerBound) { return .section }
    return line.count > 2 && text[line.lowerBound + 2].isLetter ? .declaration : nil
  }

  private static func name(_ start: Int, _ limit: Int, in text: Bytes) -> Range<Int> {
    var end = start
    while end < limit, text[end].isLetter || (end > start && text[end].isDigit), end - start < 16 { end += 1 }
    return start..<end
  }

  /// Whether it goes on until a blank line.
  var endsWithBlank: Bool { self == .block || self == .tag }

  /// Whether it ends in this line.
  func ends(in line: Range<Int>, of text: Bytes) -> Bool {
    switch self {
    case .raw:
      Self.closings.contains { closing in line.contains { text.hasWord(closing, at: $0, limit: line.upperBound) } }
    case .comment: line.contains { text[$0] == UInt8(ascii: "-") && text.has("-->", at: $0) }
    case .instruction: line.contains { text[$0] == UInt8(ascii: "?") && text.has("?>", at: $0) }
    case .declaration: text.first(UInt8(ascii: ">"), in: line) < line.upperBound
    case .section: line.contains { text[$0] == UInt8(ascii: "]") && text.has("]]>", at: $0) }
    case .block, .tag: false
    case .component, .box: true
    }
  }

  private static let closings: [StaticString] = ["</pre>", "</script>", "</style>", "</textarea>"]
  private static let raws: Set<String> = ["pre", "script", "style", "textarea"]
  static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

extension Bytes {
  /// Whether `word`, in small letters, stands at `index` in letters of any case.
  func hasWord(_ word: StaticString, at index: Int, limit: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= limit else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[index + offset].lowercased != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
