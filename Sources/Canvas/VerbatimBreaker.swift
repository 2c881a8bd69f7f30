extension Wrap {
  /// A line of a text that keeps its spaces.
  public struct VerbatimLine: Hashable, Sendable {
    /// UTF-8 offsets into the text, without the newline.
    public var range: Range<Int>
    /// Whether more of the line is not shown.
    public var isCut: Bool

    public init(range: Range<Int>, isCut: Bool) {
      self.range = range
      self.isCut = isCut
    }
  }
}

/// Finds the lines of a text that keeps its spaces.
struct VerbatimBreaker {
  var scanner: GlyphScanner
  let columns: Int
  let isCut: Bool

  /// Where the line under way begins and how wide it is by now.
  private var start = 0
  private var column = 0
  /// Where it would end with one column left for `…`.
  private var room = 0
  private var overflows = false
  private var found: [Wrap.VerbatimLine] = []

  init(scanner: GlyphScanner, columns: Int, isCut: Bool) {
    self.scanner = scanner
    self.columns = columns
    self.isCut = isCut
  }

  mutating func lines() -> [Wrap.VerbatimLine] {
    while let span = scanner.next() {
      if span.breaking == .newline {
        end(at: span.range.lowerBound, next: span.range.upperBound)
      } else if !overflows {
        place(span)
      }
    }
    if start < scanner.position { end(at: scanner.position, next: scanner.position) }
    return found
  }

  private mutating func place(_ span: GlyphScanner.Span) {
    if column + span.columns > columns, column > 0 || isCut {
      guard !isCut else {
        overflows = true
        return
      }
      end(at: span.range.lowerBound, next: span.range.lowerBound)
    }
    column += span.columns
    if column < columns { room = span.range.upperBound }
  }

  private mutating func end(at end: Int, next: Int) {
    found.append(Wrap.VerbatimLine(range: start..<(overflows ? room : end), isCut: overflows))
    (start, column, room, overflows) = (next, 0, next, false)
  }
}
