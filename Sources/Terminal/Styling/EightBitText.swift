import Canvas

/// Text as a terminal shows it whose character set is not UTF-8: to such a terminal some bytes of UTF-8 are controls.
public enum EightBitText {
  private static let isUnicode = TextLocale.adopt()

  /// The text in the character set of the user's locale, what that lacks replaced; nil where it is UTF-8, as nearly always.
  ///
  /// ASCII and its controls stay as they are. Takes over the user's locale for characters, if nobody has yet.
  public static func encoded(_ text: String) -> [UInt8]? {
    guard !isUnicode else { return nil }
    let cellEncoder = CellEncoder(isUnicode: false)
    var bytes: [UInt8] = []
    for piece in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isControl) {
      for glyph in Glyph.all(in: String(piece)) where glyph.columns > 0 {
        cellEncoder.append(Cell(text: glyph.text, width: UInt8(glyph.columns), style: .plain), to: &bytes)
      }
      if piece.endIndex < text.unicodeScalars.endIndex {
        bytes += String(text.unicodeScalars[piece.endIndex]).utf8
      }
    }
    return bytes
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }
}
