/// What stands between angle brackets: addresses, and tags.
extension InlineReader {
  /// `<https://…>` or `<name@host>`; gives where it ends.
  mutating func autolink(at start: Int) -> Int? {
    var index = start + 1
    while index < range.upperBound, text[index].isLetter || text[index].isDigit || "+.-".utf8.contains(text[index]) {
      index += 1
    }
    let name = start + 1..<index
    guard index < range.upperBound, !name.isEmpty else { return nil }
    let isScheme = text[index] == UInt8(ascii: ":") && text[name.lowerBound].isLetter && (2...32).contains(name.count)
    guard isScheme || mayBeMail(name, at: index) else { return nil }
    while index < range.upperBound, text[index] > 0x20, text[index] != UInt8(ascii: "<"),
      text[index] != UInt8(ascii: ">")
    {
      index += 1
    }
    guard index < range.upperBound, text[index] == UInt8(ascii: ">") else { return nil }
    let inner = start + 1..<index
    guard isScheme || isMail(inner) else { return nil }
    let isWeb = AddressStart.isWeb(text, inner)
    return add(
      start..<index + 1, isWeb ? .address(InlineTarget(url: text.string(inner), range: inner)) : .literal(inner))
  }

  private func mayBeMail(_ name: Range<Int>, at index: Int) -> Bool {
    ".!#$%&'*+/=?^_`{|}~-@".utf8.contains(text[index]) && name.count <= 64
  }

  /// Whether this is an address of mail, as HTML's forms take it.
  private func isMail(_ range: Range<Int>) -> Bool {
    let at = text.first(UInt8(ascii: "@"), in: range)
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    let isName = text[range.lowerBound..<at].allSatisfy {
      $0.isLetter || $0.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0)
    }
    return isName
      && text[at + 1..<range.upperBound].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy {
          label in
          guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
          return first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
            && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        }
  }

  private static let styles: [String: Block.Span.Style] = [
    "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "cite": .emphasis, "code": .code, "kbd": .code,
    "samp": .code, "tt": .code,
  ]

  /// Reads a tag that opens or closes something, or sets it aside.
  mutating func readTag(_ tag: HTMLTag) -> Int {
    let first = tokens.count
    let end = read(tag)
    let read: Set<String> = tag.name == "img" ? ["src", "alt"] : tag.name == "a" ? ["href"] : []
    if tag.hasAttributes, first < tokens.count, tag.saysMore(than: read) { tokens[first].saysMore = true }
    return end
  }

  private mutating func read(_ tag: HTMLTag) -> Int {
    if tag.name == "br" { return add(tag.range, .lineBreak) }
    if tag.name == "img", !tag.isClosing { return readImage(tag) }
    if tag.name == "sup", !tag.isClosing, let end = readRaised(tag) { return end }
    if tag.isClosing, let end = closeTag(tag) { return end }
    if !tag.isClosing, let end = openTag(tag) { return end }
    let isPlain = !tag.hasAttributes && (tag.name == "sup" || tag.name == "sub")
    return add(tag.range, isPlain ? .mark : .aside(.markup))
  }

  private mutating func openTag(_ tag: HTMLTag) -> Int? {
    let isLink = tag.name == "a" && tag.values["href"] != nil
    guard isLink || Self.styles[tag.name] != nil, !standsOnLast(tag.range.upperBound) else { return nil }
    let target = tag.values["href"].map {
      InlineTarget(url: InlineAddress.decoded(text, text.trimmed($0)), range: $0)
    }
    openTags.push(tag.name, token: tokens.count, target: isLink ? target : nil)
    // What it is shows once it is closed.
    return add(tag.range, .aside(.markup))
  }

  private mutating func closeTag(_ tag: HTMLTag) -> Int? {
    guard !standsOnLast(tag.range.upperBound), let opening = openTags.pop(tag.name) else { return nil }
    if let target = opening.target {
      tokens[opening.token].kind = .openLink
      return add(tag.range, .closeLink(target))
    }
    guard let style = Self.styles[tag.name] else { return nil }
    tokens[opening.token].kind = .open(style)
    return add(tag.range, .close(style))
  }

  private mutating func readImage(_ tag: HTMLTag) -> Int {
    guard let source = tag.values["src"], !source.isEmpty else { return add(tag.range, .aside(.markup)) }
    let target = InlineTarget(url: InlineAddress.decoded(text, source), range: source)
    guard let words = tag.values["alt"], words.lowerBound > source.upperBound || words.upperBound < source.lowerBound
    else { return add(tag.range, .image(target, words: nil)) }
    return add(tag.range, .image(target, words: words))
  }

  /// `<sup>3</sup>`: a number that a list defines, or one that is raised.
  private mutating func readRaised(_ tag: HTMLTag) -> Int? {
    let stop = min(range.upperBound, tag.range.upperBound + 16)
    let end = text.first(UInt8(ascii: "<"), in: tag.range.upperBound..<stop)
    guard end > tag.range.upperBound, text.has("</sup>", at: end), end + 6 <= range.upperBound else { return nil }
    let inner = text.trimmed(tag.range.upperBound..<end)
    if let sources = references.sources(numbered: inner) {
      return add(tag.range.lowerBound..<end + 6, .citations(sources))
    }
    guard let raised = Raised.text(of: Bytes(rebasing: text[inner])) else { return nil }
    return add(tag.range.lowerBound..<end + 6, .words(raised))
  }
}

/// The tags that are open and mean something; one that closes takes those along that were opened in it.
struct OpenTags {
  struct Tag {
    var name: String
    /// Which token it is.
    var token: Int
    var target: InlineTarget?
  }

  private var tags: [Tag] = []
  private var counts: [String: Int] = [:]

  mutating func push(_ name: String, token: Int, target: InlineTarget?) {
    tags.append(Tag(name: name, token: token, target: target))
    counts[name, default: 0] += 1
  }

  /// The last one of a name; nil if none is open.
  mutating func pop(_ name: String) -> Tag? {
    guard counts[name, default: 0] > 0 else { return nil }
    while let tag = tags.popLast() {
      counts[tag.name, default: 1] -= 1
      if tag.name == name { return tag }
    }
    return nil
  }
}

/// Digits and signs that are written small and high.
enum Raised {
  private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  /// The raised form of a number; nil for anything else.
  static func text(of bytes: Bytes) -> String? {
    guard !bytes.isEmpty else { return nil }
    var output = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0x30...0x39: output.append(digits[Int(byte - 0x30)])
      case UInt8(ascii: "-"): output.append("⁻")
      case UInt8(ascii: "+"): output.append("⁺")
      default: return nil
      }
    }
    return String(output)
  }

  /// The digit that the scalar raises.
  static func digit(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xB9: UInt8(ascii: "1")
    case 0xB2, 0xB3: UInt8(scalar - 0xB0) + 0x30
    case 0x2070, 0x2074...0x2079: UInt8(scalar - 0x2070) + 0x30
    default: nil
    }
  }
}
