import Briefing
import Canvas

extension SearchState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    drawHead(on: &canvas, in: frame)
    for (index, line) in lines.enumerated().dropFirst(scroll.top).prefix(frame.bodyRows) {
      draw(line, at: frame.headRows + index - scroll.top, on: &canvas, in: frame)
    }
    canvas.markCursor(at: frame.headRows + scroll.cursor - scroll.top, in: frame)
  }

  private func drawHead(on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let found = isComplete ? counted(hits.count, "match", "matches") : "\(hits.count) matches and more"
    let right = frame.columns - 1
    let start = canvas.write(found, endingAt: right, 0, in: frame, after: frame.columns / 2, style: Style(.faint))
    canvas.write("“\(words)”", at: 1, 0, in: frame, style: Style(.heading, bold: true), limit: start - 2)
  }

  private func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .story(let hit):
      let day = hits[hit].date.dayLabel
      let right = frame.columns - 1
      let start = canvas.write(day, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
      canvas.write(hits[hit].headline, at: 2, row, in: frame, style: Style(bold: true), limit: start - 4)
    case .question(let hit):
      canvas.write(hits[hit].heading ?? "", at: 4, row, in: frame, style: Style(.heading))
    case .hit(let hit):
      let indent = hits[hit].heading == nil ? 4 : 6
      LitText(hits[hit].excerpt, lit: hits[hit].matches).draw(at: indent, row, on: &canvas, in: frame)
    case .blank:
      break
    }
  }
}
