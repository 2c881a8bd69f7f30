/// What the printers and the reader of the forms that parse back agree on.
enum CanonicalForm {
  static let version: StaticString = "courant: 1"
  static let escape = UInt8(ascii: "\\")
  /// What opens the comment at the end of Markdown, and the whole of one in which nothing stands.
  static let comment: StaticString = "<!-- courant: 1"
  static let emptyComment: StaticString = "<!-- courant: 1 -->"

  /// Whether a byte parts, opens or closes something, so that no host has it.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, escape, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Writes a byte of a line so that it stays on it.
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case escape: output += [escape, escape]
    case 0x0A: output.append(0x20)
    default: output.append(byte)
    }
  }

  /// A text so written that it stays on its line, and that no comment ends in it.
  static func line(_ text: String, inComment: Bool = false) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if inComment, byte == UInt8(ascii: ">") { output.append(escape) }
      append(byte, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
