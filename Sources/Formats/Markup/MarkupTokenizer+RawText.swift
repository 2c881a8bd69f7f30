/// Elements whose content is text without elements.
extension MarkupTokenizer {
  /// The text up to the end tag of the element, or that tag.
  mutating func nextOfRawText() -> Token? {
    let kind = content
    let end = kind == .script ? endOfScript() : endOfRawText()
    if end > at { return takeText(at..<end, within: kind) }
    content = .data
    return finishEndTag()
  }

  private func endOfRawText() -> Int {
    var index = at
    while true {
      index = bytes.place(of: UInt8(ascii: "<"), in: index..<bytes.count)
      if index == bytes.count || isEndTag(at: index) { return index }
      index += 1
    }
  }

  /// Whether the end tag of the element stands at a `<`.
  private func isEndTag(at index: Int) -> Bool {
    let behind = index + 2 + rawName.count
    guard !rawName.isEmpty, behind < bytes.count, bytes[index + 1] == UInt8(ascii: "/"), endsWord(at: behind) else {
      return false
    }
    for (offset, letter) in rawName.enumerated() where bytes[index + 2 + offset].smallLetter != letter { return false }
    return true
  }

  private func endsWord(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return bytes[index].isMarkupSpace || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">")
  }

  /// Scripts may hide in a comment, and within it hold scripts with end tags of their own ("Script data escaped state").
  private func endOfScript() -> Int {
    var index = at
    var isHidden = false
    var isNested = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if !isNested, isEndTag(at: index) { return index }
        if !isHidden, bytes.hasBytes("<!--", at: index) {
          isHidden = true
          // Its own dashes may be those that end it.
          index += 2
          continue
        }
        if isHidden, bytes.hasIgnoringCase("script", at: index + 1), endsWord(at: index + 7) { isNested = true }
        if isNested, bytes.hasIgnoringCase("/script", at: index + 1), endsWord(at: index + 8) { isNested = false }
      } else if isHidden, byte == UInt8(ascii: "-"), bytes.hasBytes("-->", at: index) {
        (isHidden, isNested) = (false, false)
      }
      index += 1
      if !isHidden { index = bytes.place(of: UInt8(ascii: "<"), in: index..<bytes.count) }
    }
    return bytes.count
  }
}
