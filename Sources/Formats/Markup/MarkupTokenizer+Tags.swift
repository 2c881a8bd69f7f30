import Briefing

/// Tags.
extension MarkupTokenizer {
  /// The start tag at `at`; nil where the text ends before it does.
  mutating func takeStartTag() -> Token? {
    guard takeTag(nameAt: at + 1) else { return nil }
    enter()
    return .startTag
  }

  /// The end tag at `at`; nil for what is none, which is stepped over.
  mutating func takeEndTag() -> Token? {
    guard isNameStart(bytes[at + 2]) else {
      at = min(bytes.place(of: UInt8(ascii: ">"), in: at + 2..<bytes.count) + 1, bytes.count)
      return nil
    }
    return finishEndTag()
  }

  /// The end tag at `at`, whose name is known to begin there.
  mutating func finishEndTag() -> Token? {
    guard takeTag(nameAt: at + 2) else { return nil }
    if element == .svg || element == .math { foreignDepth = max(0, foreignDepth - 1) }
    return .endTag
  }

  /// Reads a name and attributes up to behind the `>`; false where the text ends before.
  private mutating func takeTag(nameAt start: Int) -> Bool {
    var index = start
    while index < bytes.count, !endsName(bytes[index]) { index += 1 }
    name = start..<index
    recognise()
    attributes.removeAll(keepingCapacity: true)
    isSelfClosing = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        at = index + 1
        return true
      }
      if byte == UInt8(ascii: "/") {
        isSelfClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if byte.isMarkupSpace {
        index += 1
      } else {
        index = takeAttribute(at: index)
      }
    }
    at = bytes.count
    return false
  }

  @inline(__always)
  private func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isMarkupSpace
  }

  /// Reads one attribute; says where the tag goes on.
  private mutating func takeAttribute(at start: Int) -> Int {
    // An equals sign that stands where a name begins is a letter of it.
    var index = start + 1
    while index < bytes.count, !endsName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
    let name = start..<index
    var next = index
    while next < bytes.count, bytes[next].isMarkupSpace { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
      keep(Attribute(name: name, value: index..<index))
      return next
    }
    next += 1
    while next < bytes.count, bytes[next].isMarkupSpace { next += 1 }
    guard next < bytes.count else { return next }
    let quote = bytes[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes.place(of: quote, in: next + 1..<bytes.count)
      keep(Attribute(name: name, value: next + 1..<end))
      return min(end + 1, bytes.count)
    }
    var end = next
    while end < bytes.count, bytes[end] != UInt8(ascii: ">"), !bytes[end].isMarkupSpace { end += 1 }
    keep(Attribute(name: name, value: next..<end))
    return end
  }

  private mutating func keep(_ attribute: Attribute) {
    if attributes.count < Self.mostAttributes { attributes.append(attribute) }
  }
}

/// What the last tag says.
extension MarkupTokenizer {
  /// Where the value of an attribute stands; nil where the tag has none of that name, which is written in small letters.
  package func value(of name: StaticString) -> Range<Int>? {
    for attribute in attributes where bytes.isIgnoringCase(name, attribute.name) { return attribute.value }
    return nil
  }

  /// The value of an attribute as it is meant.
  package func string(of name: StaticString) -> String? {
    value(of: name).map { string(ofValue: $0) }
  }

  /// What stands in a range of an attribute's value, as it is meant.
  package func string(ofValue range: Range<Int>) -> String {
    var output: [UInt8] = []
    MarkupText.append(bytes, range, as: mode == .xml ? .xml : .attribute, zeros: .replaced, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// A name as it is meant: in HTML in small letters.
  package func string(ofName range: Range<Int>) -> String {
    var output: [UInt8] = []
    MarkupText.append(bytes, range, as: nil, zeros: .replaced, to: &output)
    if mode == .html { for index in output.indices { output[index] = output[index].smallLetter } }
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes the last text as it is meant.
  package func appendText(to output: inout [UInt8]) {
    switch textContent {
    case .data: MarkupText.append(bytes, text, as: mode == .xml ? .xml : .text, zeros: .kept, to: &output)
    case .references: MarkupText.append(bytes, text, as: .text, zeros: .replaced, to: &output)
    case .raw, .script, .plain: MarkupText.append(bytes, text, as: nil, zeros: .replaced, to: &output)
    case .section: MarkupText.append(bytes, text, as: nil, zeros: .kept, to: &output)
    }
  }
}
