import Briefing
import Canvas

extension SearchState {
  /// What finds nothing shows no screen.
  var emptySentence: String? { nil }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let found = facts
    let right = frame.columns - 1
    let start = canvas.write(found, endingAt: right, 0, in: frame, after: frame.columns / 2, style: Style(.faint))
    let column =
      1 + canvas.write("“\(words)”", at: 1, 0, in: frame, style: Style(.heading, bold: true), limit: start - 2)
    guard !limit.isEmpty else { return }
    canvas.write("within “\(limit)”", at: column + 1, 0, in: frame, style: Style(.faint), limit: start - 2 - column)
  }

  private var facts: String {
    let found = counted(hits.count, "match", "matches") + (isComplete ? "" : " and more")
    guard order == .best else { return found }
    return hits.count < Self.best ? "\(found) · best first" : "the best \(hits.count) matches"
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .story(let index):
      draw(hits[index].headline, of: hits[index], at: row, on: &canvas, in: frame)
    case .question(let index):
      canvas.write(hits[index].heading ?? "", at: 4, row, in: frame, style: Style(.heading))
    case .hit(let index):
      draw(hits[index], at: row, on: &canvas, in: frame)
    case .blank:
      break
    }
  }

  private func draw(_ hit: Hit, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    if hit.isInHeadline {
      draw(hit.excerpt, highlights: hit.matches, of: hit, at: row, on: &canvas, in: frame)
    } else if hit.isInHeading {
      HighlightedText(hit.excerpt, highlights: hit.matches, style: Style(.heading)).draw(
        at: 4, row, on: &canvas, in: frame)
    } else {
      HighlightedText(hit.excerpt, highlights: hit.matches).draw(
        at: hit.heading == nil ? 4 : 6, row, on: &canvas, in: frame)
    }
  }

  /// A story's headline, with its day at the right.
  private func draw(
    _ headline: String, highlights: [Range<Int>] = [], of hit: Hit, at row: Int, on canvas: inout Canvas,
    in frame: Frame
  ) {
    let right = frame.columns - 1
    let day = hit.date.dayLabel(in: frame)
    let start = canvas.write(day, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
    HighlightedText(headline, highlights: highlights, style: Style(bold: true)).draw(
      at: 2, row, on: &canvas, in: frame, limit: start - 4)
  }
}
