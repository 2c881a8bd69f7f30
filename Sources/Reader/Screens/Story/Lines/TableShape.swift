import Briefing
import Canvas

/// How a table stands: its columns side by side where they have room, else each row as lines of `column: cell`.
struct TableShape: Hashable, Sendable {
  /// The cells that name the columns.
  let header: [Range<Int>]
  /// How wide each column is; nil where they have no room side by side.
  let widths: [Int]?

  /// The columns are measured in so many bytes; what comes later has to fit, or is cut.
  private static let measured = 65_536
  /// Between two columns.
  private static let gap = 2

  init(_ text: PartText, facts: StoryFacts, columns: Int, numbersLinks: Bool) {
    let end = text.words.offset(of: UInt8(ascii: "\n"), in: 0..<text.words.utf8.count) ?? text.words.utf8.count
    header = text.words.cells(of: 0..<end)
    widths = Self.widths(text, facts: facts, columns: columns, numbersLinks: numbersLinks)
  }

  private static func widths(_ text: PartText, facts: StoryFacts, columns: Int, numbersLinks: Bool) -> [Int]? {
    let end = text.words.boundary(at: measured, in: 0..<text.words.utf8.count)
    var annotated = AnnotatedText(text, range: 0..<text.words.utf8.count, facts: facts, numbersLinks: numbersLinks)
    var widths: [Int] = []
    var total = -gap
    for row in text.words.rows(of: 0..<end) {
      for (column, cell) in text.words.cells(of: row).enumerated() {
        let before = annotated.length
        annotated.append(upTo: cell.upperBound)
        let width = Width.of(String(annotated.shown.slice(before..<annotated.length)))
        if column == widths.count {
          widths.append(0)
          total += gap
        }
        total += max(0, width - widths[column])
        widths[column] = max(widths[column], width)
        guard total <= columns else { return nil }
        annotated.skip(to: cell.upperBound + 1)
      }
    }
    return widths
  }

  /// The lines of a chunk of the table.
  func lines(of annotated: AnnotatedText, _ text: PartText, range: Range<Int>, columns: Int) -> [StoryLine] {
    var annotated = annotated
    if let widths {
      return text.words.rows(of: range).map { aligned($0, widths, &annotated, text.words) }
    }
    return text.words.rows(of: range).flatMap { record($0, &annotated, text.words, columns: columns) }
  }

  /// A row, its cells below those of the rows above.
  private func aligned(_ row: Range<Int>, _ widths: [Int], _ annotated: inout AnnotatedText, _ words: String)
    -> StoryLine
  {
    annotated.look = row.lowerBound == 0 ? .strong : []
    var line = StoryLine(start: row.lowerBound, runs: [])
    var column = 0
    for (index, cell) in words.cells(of: row).enumerated() {
      guard index < widths.count else {
        line.cut()
        break
      }
      let limit = words.limit(from: cell.lowerBound, to: cell.upperBound, columns: widths[index])
      let (before, segment) = (annotated.length, annotated.segmentCount)
      annotated.append(upTo: limit)
      annotated.skip(to: cell.upperBound + 1)
      let shown = String(annotated.shown.slice(before..<annotated.length))
      if let end = Wrap.verbatim(shown, columns: max(1, widths[index]), isCut: true).first {
        var part = annotated.line(before..<before + end.range.upperBound, from: segment)
        if end.isCut || limit < cell.upperBound { part.cut() }
        part.shift(by: column)
        line.runs += part.runs
        line.isCut = line.isCut || part.isCut
      }
      column += widths[index] + Self.gap
    }
    annotated.skip(to: row.upperBound + 1)
    return line
  }

  /// A row as a line for each cell that is not empty, under white space; the names of the columns in one.
  private func record(_ row: Range<Int>, _ annotated: inout AnnotatedText, _ words: String, columns: Int) -> [StoryLine]
  {
    guard row.lowerBound > 0 else { return names(row, &annotated, words, columns: columns) }
    let first = words.column(at: row.lowerBound)
    var lines: [StoryLine] = []
    for (index, cell) in words.cells(of: row).enumerated() {
      defer { annotated.skip(to: cell.upperBound + 1) }
      guard !cell.isEmpty || annotated.hasCitation(upTo: cell.upperBound) else { continue }
      let (before, segment) = (annotated.length, annotated.segmentCount)
      let isWhole = index > 0 || first.isStart
      annotated.append(sign: isWhole ? label(first.number + index, in: words, columns: columns) : "")
      annotated.append(upTo: cell.upperBound)
      var cell = annotated.wrapped(from: before, segment: segment, columns: columns, hanging: columns > 8 ? 2 : 0)
      if lines.isEmpty, first.number == 0, first.isStart, !cell.isEmpty { cell[0].isApart = true }
      lines += cell
    }
    return lines
  }

  private func names(_ row: Range<Int>, _ annotated: inout AnnotatedText, _ words: String, columns: Int) -> [StoryLine]
  {
    annotated.look = .strong
    for (index, cell) in words.cells(of: row).enumerated() {
      if index > 0 { annotated.append(sign: " · ") }
      annotated.append(upTo: cell.upperBound)
      annotated.skip(to: cell.upperBound + 1)
    }
    annotated.look = []
    return annotated.wrapped(from: 0, columns: columns)
  }

  /// What a column is called, before its cell.
  private func label(_ column: Int, in words: String, columns: Int) -> String {
    guard let name = header[safe: column], !name.isEmpty else { return "" }
    let limit = words.limit(from: name.lowerBound, to: name.upperBound, columns: columns)
    return Wrap.cut(String(words.slice(name.lowerBound..<limit)), columns: max(1, columns / 2)) + ": "
  }
}

/// Tables as text.
extension String {
  /// The rows that lie in a stretch.
  fileprivate func rows(of range: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let end = offset(of: UInt8(ascii: "\n"), in: at..<range.upperBound) ?? range.upperBound
      rows.append(at..<end)
      at = end + 1
    }
    return rows
  }

  /// The cells of a row, or of a part of it.
  fileprivate func cells(of row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var at = row.lowerBound
    while let tab = offset(of: UInt8(ascii: "\t"), in: at..<row.upperBound) {
      cells.append(at..<tab)
      at = tab + 1
    }
    cells.append(at..<row.upperBound)
    return cells
  }

  /// Which column an offset stands in, and whether a cell begins there.
  fileprivate func column(at offset: Int) -> (number: Int, isStart: Bool) {
    withBytes { bytes in
      let row = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let tabs = bytes[row..<offset].count { $0 == UInt8(ascii: "\t") }
      return (tabs, offset == row || bytes[offset - 1] == UInt8(ascii: "\t"))
    }
  }
}
