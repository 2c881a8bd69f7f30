@testable import Canvas

/// No cell holds what a terminal would obey or hides, whatever text is drawn; the glyphs stand for all of it.
enum GlyphPromise {
  static func broken(by input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    var (place, columns) = (0, 0)
    for glyph in Glyph.all(in: text) {
      if glyph.range.lowerBound != place || glyph.range.isEmpty {
        return "a glyph begins at \(glyph.range), not \(place)"
      }
      place = glyph.range.upperBound
      columns += glyph.columns
      if let flaw = flaw(in: glyph) { return flaw }
    }
    if place != text.utf8.count { return "the glyphs end at \(place) of \(text.utf8.count)" }
    if Width.of(text) != columns { return "the text is not as wide as its glyphs" }
    var canvas = Canvas(size: Size(columns: 7, rows: 1))
    return canvas.write(text, column: 0, row: 0) > 7 ? "the row is overrun" : nil
  }

  private static func flaw(in glyph: Glyph) -> String? {
    let scalars = glyph.text.unicodeScalars
    if scalars.count > 5 { return "\(scalars.count) scalars in one cell" }
    if !(0...2).contains(glyph.columns) { return "\(glyph.columns) columns in one glyph" }
    if glyph.columns > 0, scalars.isEmpty { return "a glyph shows nothing" }
    for scalar in scalars {
      // Spaces of other widths, and marks that show nothing, are cells like any other here.
      let isSpace = scalar.properties.generalCategory == .spaceSeparator || Displayable.isMark(scalar)
      let isJoiner = Displayable.isJoiner(scalar) && scalar != "\u{200C}"
      if !Displayable.isAllowed(scalar) && !isSpace || isJoiner {
        return "U+\(String(scalar.value, radix: 16)) in a cell"
      }
    }
    return nil
  }
}
