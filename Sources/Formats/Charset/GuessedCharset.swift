import Briefing

/// The encoding of a text that does not say it.
enum GuessedCharset {
  /// UTF-8 if the text is that for the most part; else windows-1252, where what is no UTF-8 reads as words in it.
  ///
  /// Nothing is guessed of a text with controls, or with many letters beyond ASCII: those would be of another script, and
  /// read as a jumble. Costs a look at each byte.
  static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    if (try? UTF8Span(validating: bytes.span)) != nil { return false }
    guard Charset.mark(of: bytes) == nil, Charset.shape(of: bytes) == nil else { return false }
    var (beyond, likely, width) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09, byte != 0x0C { return false }
      guard byte >= 0x80 else {
        width = 0
        continue
      }
      beyond += 1
      width += 1
      if isLikely(byte), width < 4 { likely += 1 }
      if byte & 0xC0 == 0xC0, index + 1 < bytes.count, isUTF8(bytes, index) { return false }
    }
    return beyond * 4 < bytes.count && likely * 10 >= beyond * 9
  }

  /// Letters, and the marks that stand between words.
  private static func isLikely(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC0...0xFF: byte != 0xD7 && byte != 0xF7 && byte != 0xFF && byte != 0xFE
    case 0x80, 0x85, 0x8A, 0x8C, 0x91...0x97, 0x9A, 0x9C, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB,
      0xBF:
      true
    default: false
    }
  }

  /// Whether a letter of UTF-8 stands here whole.
  private static func isUTF8(_ bytes: [UInt8], _ index: Int) -> Bool {
    let count = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    guard index + count <= bytes.count else { return false }
    return String(validating: bytes[index..<index + count], as: UTF8.self) != nil
  }
}
