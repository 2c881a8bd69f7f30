/// Breaks text into lines.
///
/// Lines end at spaces, after hyphens and dashes, after a slash, around ideographs and between Thai, Lao, Khmer and
/// Burmese syllables; never at a no-break space, before closing or after opening punctuation, nor inside a web address that
/// fits in one. By UAX #14; `docs/text.md` says what prose has otherwise.
public enum Wrap {
  /// One line: which bytes of the text it shows, and how many columns they take.
  public struct Line: Hashable, Sendable {
    /// UTF-8 offsets into the text, without the space at the break.
    public var range: Range<Int>
    public var columns: Int

    public init(range: Range<Int>, columns: Int) {
      self.range = range
      self.columns = columns
    }
  }

  /// The lines of `text` in at most `columns` columns; a word longer than a line is broken. An empty text has no lines.
  ///
  /// `indent` columns are left free at the start of the first line, for text that follows something else; where nothing
  /// fits beside them, the first line is empty. A newline ends a line. Linear in the length of the text. A wide character
  /// on a line of one column stands on a line of its own, and is as wide as it is.
  public static func lines(of text: String, columns: Int, indent: Int = 0) -> [Line] {
    var text = text
    return text.withUTF8 { bytes in
      var breaker = LineBreaker(bytes: bytes, columns: columns, indent: indent)
      var lines: [Line] = []
      while let line = breaker.next() { lines.append(line) }
      return lines
    }
  }

  /// The lines of a text that keeps its spaces: each newline ends one, and none is broken at a word.
  ///
  /// What is wider than `columns` goes on in further lines, or, with `isCut`, is cut so that `…` fits behind it. A newline
  /// at the end begins no line, and an empty text has none. Linear in the length of the text.
  public static func verbatim(_ text: String, columns: Int, isCut: Bool) -> [VerbatimLine] {
    var text = text
    return text.withUTF8 { bytes in
      var breaker = VerbatimBreaker(scanner: GlyphScanner(bytes: bytes), columns: max(1, columns), isCut: isCut)
      return breaker.lines()
    }
  }

  /// As much of `text` as fits in `columns`, cut at a word where one ends in the second half, and marked with `…`.
  public static func cut(_ text: String, columns: Int) -> String {
    var bytes = text
    return bytes.withUTF8 { bytes in
      guard let end = cutPoint(in: bytes, columns: columns) else { return text }
      return columns < 1 ? "" : String(decoding: bytes[..<end], as: UTF8.self) + "…"
    }
  }

  /// Where a text is cut so that `…` still fits after it; nil if it fits whole.
  private static func cutPoint(in bytes: UnsafeBufferPointer<UInt8>, columns: Int) -> Int? {
    var scanner = GlyphScanner(bytes: bytes)
    var used = 0
    var end = 0
    while let span = scanner.next() {
      used += span.columns
      if used > columns { break }
      if used < columns { end = span.range.upperBound }
    }
    guard used > columns else { return nil }
    var breaker = LineBreaker(bytes: bytes, columns: max(1, columns - 1), indent: 0)
    guard let line = breaker.next(), line.columns * 2 >= columns, line.range.upperBound <= end else { return end }
    return line.range.upperBound
  }
}
