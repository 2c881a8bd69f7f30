/// Finds one line of a text after another, greedily: each is as full as it can be.
///
/// Columns are counted from the start of the text, so that nothing is measured twice.
struct LineBreaker {
  /// A place where the line under way could end, and where the next would start.
  private struct Place {
    var end: Int
    var endColumn: Int
    var next: Int
    var nextColumn: Int
  }

  private let columns: Int
  private var scanner: GlyphScanner
  private var rules: BreakRules

  /// Where the line under way begins; the first does so after its indent, which `margin` counts.
  private var start = 0
  private var startColumn = 0
  private var margin: Int
  /// Where its glyphs end, spaces included.
  private var column = 0
  private var hasContent = false
  /// The spaces after the last glyph.
  private var spaces: Place?
  /// The last place to break between words, and a later one between syllables.
  private var between: Place?
  private var within: Place?
  /// A glyph that was read but does not stand on a line yet.
  private var held: GlyphScanner.Span?

  init(bytes: UnsafeBufferPointer<UInt8>, columns: Int, indent: Int) {
    self.columns = max(1, columns)
    scanner = GlyphScanner(bytes: bytes)
    rules = BreakRules(columns: self.columns)
    margin = max(0, indent)
  }

  /// The next line; nil at the end.
  mutating func next() -> Wrap.Line? {
    while true {
      if let span = held {
        if overflows(with: span) { return breakLine(before: span) }
        place(span)
      }
      guard let span = scanner.next() else { return finish() }
      switch span.breaking {
      case .newline: return endLine(at: span)
      case .space: passSpace(span)
      default:
        if hasContent { notePlace(before: span) } else { begin(at: span.range.lowerBound, column: column) }
        held = span
      }
    }
  }

  private func overflows(with span: GlyphScanner.Span) -> Bool {
    margin + column - startColumn + span.columns > columns && (hasContent || margin > 0)
  }

  private mutating func place(_ span: GlyphScanner.Span) {
    rules.note(span, afterSpace: spaces != nil, in: scanner)
    column += span.columns
    hasContent = true
    spaces = nil
    held = nil
  }

  private mutating func passSpace(_ span: GlyphScanner.Span) {
    if spaces == nil, hasContent {
      spaces = Place(end: span.range.lowerBound, endColumn: column, next: 0, nextColumn: 0)
    }
    column += span.columns
  }

  /// Notes whether the line may end before a glyph that has just been read.
  private mutating func notePlace(before span: GlyphScanner.Span) {
    guard let strength = rules.strength(before: span, afterSpace: spaces != nil, in: scanner) else { return }
    let here = span.range.lowerBound
    let place = Place(
      end: spaces?.end ?? here, endColumn: spaces?.endColumn ?? column, next: here, nextColumn: column)
    if strength == .word { (between, within) = (place, nil) } else { within = place }
  }

  // MARK: Ends of lines

  private mutating func breakLine(before span: GlyphScanner.Span) -> Wrap.Line {
    let here = span.range.lowerBound
    let place = best ?? lastResort(before: here)
    let line = Wrap.Line(range: start..<place.end, columns: place.endColumn - startColumn)
    let later = within.flatMap { $0.end > place.next ? $0 : nil }
    begin(at: place.next, column: place.nextColumn)
    within = later
    margin = 0
    hasContent = place.next < here
    return line
  }

  /// Between words, unless that leaves more than a third of the line empty and there are syllables to break between.
  private var best: Place? {
    guard let within else { return between }
    guard let between else { return within }
    return (margin + between.endColumn - startColumn) * 3 >= columns * 2 ? between : within
  }

  /// Before a word that does not fit beside the indent, inside one that is longer than a line, or at a space that should
  /// not be broken at.
  private func lastResort(before here: Int) -> Place {
    if margin > 0 { return Place(end: start, endColumn: startColumn, next: start, nextColumn: startColumn) }
    return Place(end: spaces?.end ?? here, endColumn: spaces?.endColumn ?? column, next: here, nextColumn: column)
  }

  private mutating func begin(at offset: Int, column: Int) {
    start = offset
    startColumn = column
    between = nil
    within = nil
  }

  /// A newline ends the line, which may be empty.
  private mutating func endLine(at span: GlyphScanner.Span) -> Wrap.Line {
    let line = hasContent ? rest(to: span.range.lowerBound) : Wrap.Line(range: start..<start, columns: 0)
    begin(at: span.range.upperBound, column: column)
    margin = 0
    hasContent = false
    spaces = nil
    rules = BreakRules(columns: columns)
    return line
  }

  private mutating func finish() -> Wrap.Line? {
    guard hasContent else { return nil }
    hasContent = false
    return rest(to: scanner.position)
  }

  private func rest(to end: Int) -> Wrap.Line {
    Wrap.Line(range: start..<(spaces?.end ?? end), columns: (spaces?.endColumn ?? column) - startColumn)
  }
}
