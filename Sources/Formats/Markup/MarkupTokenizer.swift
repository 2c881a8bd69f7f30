import Briefing

/// Takes HTML, or XML, apart into tags and text, one after the other.
///
/// HTML is read as its standard says ("Tokenization"), but for comments and declarations, which are stepped over. XML is
/// read as it is found: no document type is read, so that no entity of one is ever replaced and nothing is ever fetched;
/// what is not well-formed is text. Every byte is looked at a bounded number of times, whatever stands there; nothing is
/// copied, and no more than `mostAttributes` attributes of a tag are kept.
package struct MarkupTokenizer {
  package enum Mode: Sendable {
    case html, xml
  }

  /// What comes next.
  package enum Token: Sendable {
    case startTag, endTag, text
    /// Nothing does.
    case end
  }

  /// What the tokenizer is within.
  package enum Content: Sendable {
    /// Tags, and text with references.
    case data
    /// Text with references, up to the end tag (`title`).
    case references
    /// Text as it stands, up to the end tag (`style`); scripts end in a way of their own.
    case raw, script
    /// Text as it stands, to the end (`plaintext`).
    case plain
    /// Text as it stands, up to `]]>`.
    case section
  }

  /// An attribute of a tag: where its name and its value stand, without quotes.
  package struct Attribute: Sendable {
    package var name: Range<Int>
    package var value: Range<Int>
  }

  /// How many attributes of one tag are kept.
  package static let mostAttributes = 1024

  let bytes: UnsafeBufferPointer<UInt8>
  let mode: Mode
  private let names = HTMLElement.names
  /// Where the next token begins.
  package internal(set) var at = 0
  /// What the next token is within; set by the tokenizer itself behind each start tag.
  package var content = Content.data
  /// The name of the element whose text is not taken apart, in small letters.
  package var rawName: [UInt8] = []
  /// In how many pictures and formulas (`svg`, `math`) the place is.
  var foreignDepth = 0

  /// Where the tag's name stands.
  package internal(set) var name = 0..<0
  /// Which element of HTML the tag names.
  package internal(set) var element = HTMLElement.other
  /// The attributes of the last start tag, as they stand; of two with one name, the first counts.
  package internal(set) var attributes: [Attribute] = []
  package internal(set) var isSelfClosing = false
  /// Where the last text stands, and what it is within.
  package internal(set) var text = 0..<0
  package internal(set) var textContent = Content.data

  package init(_ bytes: UnsafeBufferPointer<UInt8>, mode: Mode = .html) {
    self.bytes = bytes
    self.mode = mode
  }

  /// Goes on to the next token.
  package mutating func next() -> Token {
    while at < bytes.count {
      let token =
        switch content {
        case .data: nextOfData()
        case .section: nextOfSection()
        case .plain: rest(within: .plain)
        case .references, .raw, .script: nextOfRawText()
        }
      if let token { return token }
    }
    return .end
  }

  /// Text up to the next thing that opens a tag or a declaration, or that thing; nil where it is stepped over.
  private mutating func nextOfData() -> Token? {
    let start = at
    var mark = at
    while true {
      mark = bytes.place(of: UInt8(ascii: "<"), in: mark..<bytes.count)
      if mark == bytes.count { return rest(within: .data) }
      if opensMarkup(at: mark + 1) { break }
      mark += 1
    }
    if mark > start { return takeText(start..<mark, within: .data) }
    switch bytes[mark + 1] {
    case UInt8(ascii: "/"): return takeEndTag()
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      stepOverDeclaration()
      return nil
    default: return takeStartTag()
    }
  }

  /// Whether what stands behind a `<` makes it more than a sign.
  @inline(__always)
  private func opensMarkup(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    if isNameStart(byte) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return true }
    return byte == UInt8(ascii: "/") && index + 1 < bytes.count
  }

  @inline(__always)
  func isNameStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || mode == .xml && (byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":"))
  }

  mutating func takeText(_ range: Range<Int>, within content: Content) -> Token {
    (text, textContent, at) = (range, content, range.upperBound)
    return .text
  }

  /// All that is left, as text.
  private mutating func rest(within content: Content) -> Token {
    takeText(at..<bytes.count, within: content)
  }

  private mutating func nextOfSection() -> Token? {
    var mark = at
    while mark < bytes.count, !bytes.hasBytes("]]>", at: mark) {
      mark = bytes.place(of: UInt8(ascii: "]"), in: mark + 1..<bytes.count)
    }
    content = .data
    let range = at..<mark
    defer { at = min(mark + 3, bytes.count) }
    return range.isEmpty ? nil : takeText(range, within: .section)
  }

  /// Chooses what the text behind a start tag is read as.
  mutating func enter() {
    guard mode == .html else { return }
    if element == .svg || element == .math {
      if !isSelfClosing { foreignDepth += 1 }
      return
    }
    // Pictures and formulas end where an element of a page stands that they cannot have.
    if foreignDepth > 0 {
      guard element.isBlock || element == .img || element == .span else { return }
      foreignDepth = 0
    }
    content = element.content
    if content != .data { rawName = bytes[name].map(\.smallLetter) }
  }

  /// The element that the name of the tag names.
  mutating func recognise() {
    // Longer names than that of figcaption are of no element here.
    element = name.count <= 10 ? names.find(bytes, name) ?? .other : .other
  }
}
