/// Where a web address in running text may be broken.
///
/// One that fits in a line is never broken. A longer one is, after the marks that part it, and nothing is put in: what a
/// double-click takes on each line is a piece of the address and nothing else. The scheme stays with the host.
struct AddressBreaks {
  private var end = 0
  private var isWhole = false
  /// Where the scheme with its slashes ends.
  private var schemeEnd = 0

  /// Whether an offset lies inside the address that was seen last.
  @inline(__always)
  func contains(_ offset: Int) -> Bool { offset < end }

  /// Sees whether a colon stands in `scheme://`, and how long the address is. Each address is measured once.
  ///
  /// `scanner` stands after the colon.
  mutating func look(at colon: GlyphScanner.Span, in scanner: GlyphScanner, columns: Int) {
    let (bytes, at) = (scanner.bytes, colon.range.lowerBound)
    guard at >= end, bytes[at] == UInt8(ascii: ":"), at + 3 < bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
      bytes[at + 2] == UInt8(ascii: "/")
    else { return }
    var start = at
    while start > 0, at - start < 12, isLetter(bytes[start - 1]) { start -= 1 }
    guard start < at else { return }
    var width = 0
    var walk = scanner
    walk.position = start
    end = start
    while let span = walk.next(), belongs(span, bytes) {
      width += span.columns
      end = span.range.upperBound
    }
    schemeEnd = at + 3
    // A parenthesis or a quote that opens before it goes with it.
    isWhole = width + (isOpened(before: start, in: scanner) ? 1 : 0) <= columns
  }

  private func isOpened(before start: Int, in scanner: GlyphScanner) -> Bool {
    var at = start - 1
    while at > 0, scanner.bytes[at] & 0xC0 == 0x80 { at -= 1 }
    guard at >= 0 else { return false }
    let breaking = ScalarTable.entry(of: scanner.scalar(at: at).value).breaking
    return breaking == .opening || breaking == .quote || breaking == .openingQuote
  }

  /// How well the address may be broken before a glyph.
  func strength(before next: GlyphScanner.Span, in scanner: GlyphScanner) -> BreakRules.Strength? {
    let at = next.range.lowerBound
    guard !isWhole, at > schemeEnd, !parts(scanner.bytes[at]) else { return nil }
    switch scanner.bytes[at - 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"): return .word
    case let byte: return parts(byte) ? .syllable : nil
    }
  }

  /// Marks that part an address.
  private func parts(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "~"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// Whether a glyph can be part of an address; ideographs and the like go on as text right behind one.
  private func belongs(_ span: GlyphScanner.Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch span.breaking {
    case .space, .newline, .zeroWidthSpace, .glue, .quote, .openingQuote, .closingQuote, .wideOpening, .wideClosing,
      .nonstarter, .ideograph, .hangul, .syllable, .syllableStart, .syllableEnd:
      false
    default: bytes[span.range.lowerBound] != UInt8(ascii: "<") && bytes[span.range.lowerBound] != UInt8(ascii: ">")
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
