/// Writes one paragraph with its citations where they stand.
struct CanonicalParagraph {
  private let text: [UInt8]
  private let citations: [Citation]
  private var output: [UInt8] = []
  /// The end of the run without spaces that was looked at last, and the last parenthesis that closes in it.
  private var run = (end: 0, close: -1)

  init(_ paragraph: Block) {
    text = Array(paragraph.text.utf8)
    citations = paragraph.citations
  }

  mutating func write() -> String {
    var next = 0
    for index in 0...text.count {
      while next < citations.count, citations[next].place <= index || index == text.count {
        write(citations[next])
        next += 1
      }
      if index < text.count { write(at: index) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func write(at index: Int) {
    let byte = text[index]
    let opensBlock = output.isEmpty && (byte == UInt8(ascii: "#") || byte == UInt8(ascii: "-") || byte == 0xE3)
    if opensBlock || (byte == UInt8(ascii: "(") && closes(after: index)) { output.append(CanonicalForm.escape) }
    CanonicalForm.append(byte, to: &output)
  }

  /// Whether a parenthesis closes before the next space, so that a citation could be read here.
  private mutating func closes(after index: Int) -> Bool {
    if index >= run.end {
      run = (index, -1)
      while run.end < text.count, text[run.end] != 0x20 {
        if text[run.end] == UInt8(ascii: ")") { run.close = run.end }
        run.end += 1
      }
    }
    return run.close > index
  }

  private mutating func write(_ citation: Citation) {
    if !output.isEmpty { output.append(0x20) }
    let host = CanonicalForm.line(citation.host)
    guard let url = citation.url else {
      output += Array("(\(host))".utf8)
      return
    }
    output += Array("([\(host)](".utf8)
    let isBalanced = Self.isBalanced(url)
    for byte in url.utf8 {
      let isParenthesis = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      if isParenthesis && !isBalanced { output.append(CanonicalForm.escape) }
      CanonicalForm.append(byte, to: &output)
    }
    output += Array("))".utf8)
  }

  private static func isBalanced(_ url: String) -> Bool {
    var depth = 0
    for byte in url.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
