/// What one cell shows: a base and its marks, safe to send to a terminal.
///
/// Terminals, tmux and the C library measure joined emoji, skin tones, variation selectors and tags each in a way of its
/// own, so that these are left out: a family is shown as its first member. Nothing else is lost: what cannot be shown
/// (controls, bidi controls, invisible formatting, private use) appears as U+FFFD.
public struct Glyph: Hashable, Sendable {
  /// At most five scalars; empty for what takes no cell.
  public var text: String
  /// 0, 1 or 2 columns; 0 only where a text starts with a selector or joiner that belongs to nothing.
  public var columns: Int
  /// The UTF-8 offsets that it stands for in its text.
  public var range: Range<Int>

  /// The glyphs of a text, which together stand for all of its bytes.
  public static func all(in text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    var text = text
    text.withUTF8 { bytes in
      var scanner = GlyphScanner(bytes: bytes)
      while let span = scanner.next() {
        glyphs.append(Glyph(text: scanner.text(of: span), columns: span.columns, range: span.range))
      }
    }
    return glyphs
  }
}
