import Briefing
import Canvas

extension IndexState {
  var emptySentence: String? { window.reachesLast ? Self.emptySentence(matching: listing.query) : nil }

  var facts: [String] {
    guard let count else { return [] }
    let number = listing.query.isEmpty ? "\(count.stories)" : "“\(named?.name ?? listing.query)” \(count.stories)"
    let facts = ["\(number) · \(count.unread) unread", number, "\(count.stories)"]
    return (newStories > 0 ? ["\(facts[0]) · \(newStories) new", "\(number) · \(newStories) new"] : []) + facts
  }

  func draw(_ row: Row, at line: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    if frame.columns >= Self.columnsForDate {
      let day = row.date.dayLabel(in: frame)
      canvas.write(day, endingAt: right, line, in: frame, style: Style(.faint))
      right -= frame.dates.columns
    }
    if frame.columns >= Self.columnsForCounts {
      right = canvas.write(counts(of: row), endingAt: right, line, in: frame, style: Style(.faint)) - 2
    }
    drawMarks(of: row, at: line, on: &canvas, in: frame)
    let columns = canvas.write(
      row.headline, at: Self.margin, line, in: frame, style: Style(bold: row.isUnread), limit: right - Self.margin)
    drawTags(of: row, at: Self.margin + columns + 2, line, before: right, on: &canvas, in: frame)
  }

  /// As many of the tags as there is room for behind the headline.
  private func drawTags(
    of row: Row, at column: Int, _ line: Int, before right: Int, on canvas: inout Canvas, in frame: Frame
  ) {
    var column = column
    for tag in row.tags {
      guard column + 1 + Width.of(tag) <= right else { return }
      column += canvas.write("#\(tag)", at: column, line, in: frame, style: Style(.faint)) + 1
    }
  }

  /// `•` unread, `*` starred, both where both are; `+` selected.
  private func drawMarks(of row: Row, at line: Int, on canvas: inout Canvas, in frame: Frame) {
    let own = Style(.accent, bold: row.isUnread)
    let isBoth = row.isUnread && row.isStarred
    if isSelected(row.id) || isBoth {
      canvas.write(isSelected(row.id) ? "+" : "*", at: 1, line, in: frame, style: own)
    }
    // Most rows of a catalog are unread: their mark is of one piece with the headline, and costs no colour.
    if row.isUnread { canvas.write("•", at: 2, line, in: frame, style: Style(bold: true)) }
    if row.isStarred, !row.isUnread { canvas.write("*", at: 2, line, in: frame, style: own) }
  }

  private func counts(of row: Row) -> String {
    "\(row.questions) q \(padded(row.sources)) src"
  }

  private func padded(_ number: Int) -> String {
    number < 10 ? " \(number)" : String(number)
  }

  private static let columnsForDate = 64
  private static let columnsForCounts = 48
}
