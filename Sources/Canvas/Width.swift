/// How many columns text takes on a terminal, as a canvas lays it out.
public enum Width {
  /// How many columns a character takes: mostly 1 or 2, and 0 for what is never shown.
  public static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// The sum over the text's glyphs; linear in its length, and without copying it.
  public static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = GlyphScanner(bytes: bytes)
      var columns = 0
      while let span = scanner.next() { columns += span.columns }
      return columns
    }
  }
}
