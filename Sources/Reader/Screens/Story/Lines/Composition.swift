import Briefing
import Canvas

/// A text set in so many columns: what chunks it has, and the lines of each.
struct Composition: Hashable, Sendable {
  let text: PartText
  /// How many columns the words have.
  let columns: Int
  /// Whether links have their numbers behind them.
  let numbersLinks: Bool
  /// Whether nothing of a text is cut that may be.
  let isWhole: Bool
  let chunks: LayoutChunks
  /// How the columns of a table stand side by side; nil where they do not.
  private(set) var table: TableShape?

  init(_ text: PartText, facts: StoryFacts, columns: Int, numbersLinks: Bool = false, isWhole: Bool = false) {
    let columns = max(1, columns)
    (self.text, self.columns, self.numbersLinks, self.isWhole) = (text, columns, numbersLinks, isWhole)
    if text.flow == .table {
      table = TableShape(text, facts: facts, columns: isWhole ? 0 : columns, numbersLinks: numbersLinks)
    }
    chunks =
      switch text.flow {
      case .words: LayoutChunks(text.words, endingAt: [UInt8(ascii: " ")])
      case .verbatim where isWhole: LayoutChunks(text.words, endingAt: [UInt8(ascii: "\n")])
      case .verbatim: LayoutChunks(text.words, endingAt: [UInt8(ascii: "\n")], always: true)
      case .table where table?.widths == nil:
        LayoutChunks(text.words, endingAt: [UInt8(ascii: "\n"), UInt8(ascii: "\t")])
      case .table: LayoutChunks(text.words, endingAt: [UInt8(ascii: "\n")], always: true)
      }
  }

  /// The lines of a chunk; at least one.
  func lines(of chunk: Int, facts: StoryFacts) -> [StoryLine] {
    let range = chunks[chunk]
    let annotated = AnnotatedText(text, range: range, facts: facts, numbersLinks: numbersLinks)
    let lines =
      switch (text.flow, table) {
      case (.table, let table?): table.lines(of: annotated, text, range: range, columns: columns)
      case (.verbatim, _): annotated.verbatimLines(of: text.words, range: range, columns: columns, isCut: !isWhole)
      default: proseLines(of: annotated, range)
      }
    return lines.isEmpty ? [StoryLine(start: range.lowerBound, runs: [])] : lines
  }

  private func proseLines(of annotated: AnnotatedText, _ range: Range<Int>) -> [StoryLine] {
    var annotated = annotated
    let anchor: StoryLine.Anchor? = text.closing.isEmpty ? nil : .link(0)
    let look: SpanLook = anchor == nil ? .faint : .link
    if range.lowerBound == 0 { annotated.append(sign: text.opening, look: look, anchor: anchor, opens: true) }
    let shortened = isWhole ? [] : text.shortenedAddresses(in: range)
    for address in shortened {
      annotated.append(upTo: address.range.lowerBound)
      annotated.append(sign: Sign.cut.glyph, look: .link, anchor: address.anchor)
      annotated.skip(to: address.range.upperBound)
    }
    annotated.append(upTo: range.upperBound)
    if range.upperBound == text.words.utf8.count { annotated.append(sign: text.closing, look: look, anchor: anchor) }
    let lines = annotated.wrapped(from: 0, columns: columns)
    return shortened.isEmpty ? lines : lines.map(\.withCut)
  }
}

extension AnnotatedText {
  /// What is shown from a place on, wrapped at words; the lines that follow the first one hang.
  func wrapped(from place: Int, segment: Int = 0, columns: Int, hanging: Int = 0) -> [StoryLine] {
    let shown = place == 0 ? shown : String(shown.slice(place..<length))
    var lines: [StoryLine] = []
    var first = segment
    for line in Wrap.lines(of: shown, columns: max(1, columns - hanging)) {
      first = self.segment(at: place + line.range.lowerBound, from: first)
      lines.append(self.line(place + line.range.lowerBound..<place + line.range.upperBound, from: first))
      if lines.count > 1 { lines[lines.count - 1].shift(by: hanging) }
    }
    return lines
  }

  /// The lines of a stretch of words that keeps its spaces and line breaks.
  func verbatimLines(of words: String, range: Range<Int>, columns: Int, isCut: Bool) -> [StoryLine] {
    var annotated = self
    var at = range.lowerBound
    while at < range.upperBound {
      let end = words.offset(of: UInt8(ascii: "\n"), in: at..<range.upperBound) ?? range.upperBound
      let limit = isCut ? words.limit(from: at, to: end, columns: columns) : end
      annotated.append(keepingTabsFrom: at, upTo: limit, in: words)
      if limit < end { annotated.append(sign: Sign.cut.glyph) }
      annotated.skip(to: end)
      if end < range.upperBound { annotated.append(gap: "\n") }
      annotated.skip(to: end + 1)
      at = end + 1
    }
    var first = 0
    return Wrap.verbatim(annotated.shown, columns: columns, isCut: isCut).map { line in
      first = annotated.segment(at: line.range.lowerBound, from: first)
      var shown = annotated.line(line.range, from: first, keepsGaps: true)
      if line.isCut { shown.cut() }
      return shown
    }
  }

  private mutating func append(keepingTabsFrom start: Int, upTo end: Int, in words: String) {
    var at = start
    var column = 0
    while let tab = words.offset(of: UInt8(ascii: "\t"), in: at..<end) {
      let before = length
      append(upTo: tab)
      column += Width.of(String(shown.slice(before..<length)))
      let width = Self.tab - column % Self.tab
      append(gap: String(repeating: " ", count: width))
      column += width
      skip(to: tab + 1)
      at = tab + 1
    }
    append(upTo: end)
  }

  private static let tab = 4
}

extension StoryLine {
  /// The line, cut if something within it is left out.
  fileprivate var withCut: StoryLine {
    var line = self
    line.isCut = runs.contains { $0.kind == .sign && $0.text == Sign.cut.glyph }
    return line
  }

  mutating func shift(by columns: Int) {
    for index in runs.indices { runs[index].column += columns }
  }

  /// Ends the line with the sign of what is not shown.
  mutating func cut() {
    let column = runs.last.map { $0.column + Width.of($0.text) } ?? 0
    runs.append(Run(column: column, text: Sign.cut.glyph, kind: .sign, look: .faint))
    isCut = true
  }
}

/// Where a text is divided so that no step has to lay out more than a few thousand bytes.
///
/// Texts that people write are one chunk. A longer one begins a new line at each chunk, which ends where a line can.
struct LayoutChunks: Hashable, Sendable {
  static let longest = 16_384

  /// The first offset of each chunk; 0 at first. Never empty.
  private let starts: [Int]
  private let length: Int

  /// Chunks end behind one of some bytes, the first of them that stands in the second half of the chunk, or else anywhere; with
  /// `always`, nowhere else, however long a chunk becomes.
  init(_ text: String, endingAt ends: [UInt8] = [UInt8(ascii: " ")], always: Bool = false) {
    length = text.utf8.count
    guard length > Self.longest else {
      starts = [0]
      return
    }
    var starts = [0]
    while let last = starts.last, length - last > Self.longest {
      let end = Self.end(near: last + Self.longest, after: last, in: text, at: ends, always: always)
      guard end < length else { break }
      starts.append(end)
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  subscript(index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : length)
  }

  /// The chunk that holds an offset; the first or last one for an offset outside.
  func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func end(near offset: Int, after start: Int, in text: String, at ends: [UInt8], always: Bool) -> Int {
    let whole = start..<text.utf8.count
    let half = text.boundary(at: offset - longest / 2, in: whole)
    let end = text.boundary(at: offset, in: whole)
    let found = text.withBytes { bytes in ends.lazy.compactMap { bytes[half..<end].lastIndex(of: $0) }.first }
    if let found { return found + 1 }
    guard always else { return end }
    return ends.compactMap { text.offset(of: $0, in: end..<text.utf8.count) }.min().map { $0 + 1 } ?? text.utf8.count
  }
}
