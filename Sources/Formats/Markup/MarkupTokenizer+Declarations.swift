/// What is stepped over: comments, document types, instructions.
extension MarkupTokenizer {
  /// Steps over the declaration at `at`, or into a section of text.
  mutating func stepOverDeclaration() {
    let start = at + 2
    if bytes[at + 1] == UInt8(ascii: "?") {
      stepOverInstruction(from: start)
    } else if bytes.hasBytes("--", at: start) {
      stepOverComment(from: start + 2)
    } else if mode == .xml || foreignDepth > 0, bytes.hasBytes("[CDATA[", at: start) {
      content = .section
      at = start + 7
    } else if mode == .xml, bytes.hasIgnoringCase("doctype", at: start) {
      stepOverDocumentType(from: start + 7)
    } else {
      stepBehind(">", from: start)
    }
  }

  private mutating func stepBehind(_ sign: Unicode.Scalar, from start: Int) {
    at = min(bytes.place(of: UInt8(ascii: sign), in: min(start, bytes.count)..<bytes.count) + 1, bytes.count)
  }

  /// In XML an instruction ends at `?>`; in HTML, which has none, at the first `>`.
  private mutating func stepOverInstruction(from start: Int) {
    stepBehind(">", from: start)
    guard mode == .xml else { return }
    while at < bytes.count, bytes[at - 2] != UInt8(ascii: "?") { stepBehind(">", from: at) }
  }

  /// A comment ends at `-->` or `--!>`, and one that has only just begun at `>` or `->`.
  private mutating func stepOverComment(from start: Int) {
    if mode == .html {
      if bytes.hasBytes(">", at: start) || bytes.hasBytes("->", at: start) { return stepBehind(">", from: start) }
    }
    at = start
    while at < bytes.count {
      stepBehind(">", from: at)
      let mark = at - 1
      guard bytes[mark] == UInt8(ascii: ">") else { continue }
      if mark >= start + 2, bytes.hasBytes("--", at: mark - 2) { return }
      if mode == .html, mark >= start + 3, bytes.hasBytes("--!", at: mark - 3) { return }
    }
  }

  /// Steps over a document type with all that it declares. Nothing of it is read: no entity, no address.
  private mutating func stepOverDocumentType(from start: Int) {
    var depth = 0
    at = start
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): stepBehind(Unicode.Scalar(byte), from: at)
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "<"):
        if bytes.hasBytes("!--", at: at) { stepOverComment(from: at + 3) }
      case UInt8(ascii: ">"): if depth == 0 { return }
      default: break
      }
    }
  }
}
