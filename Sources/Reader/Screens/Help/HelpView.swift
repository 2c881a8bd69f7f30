import Canvas

extension HelpState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    if frame.headRows > 0 {
      let title = words.isEmpty ? "Keys" : "Keys: “\(words)”"
      canvas.write(title, at: 1, 0, in: frame, style: Style(.heading, bold: true))
    }
    if lines.isEmpty {
      canvas.write("No key and no command matches.", at: 2, frame.headRows, in: frame, style: Style(.faint))
    }
    for (index, line) in lines.enumerated().dropFirst(scroll.top).prefix(frame.bodyRows) {
      draw(line, at: frame.headRows + index - scroll.top, on: &canvas, in: frame)
    }
    canvas.markCursor(at: frame.headRows + scroll.cursor - scroll.top, in: frame)
  }

  private func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .chapter(let title):
      canvas.write(title, at: 2, row, in: frame, style: Style(.heading, bold: true))
    case .command(let keys, let summary, let name):
      let isRoomy = frame.columns >= Self.columnsForNames
      let text = isRoomy ? Self.roomyText : Self.tightText
      canvas.write(keys, at: 2, row, in: frame, style: Style(.accent), limit: text - 3)
      let right = frame.columns - 1
      let end = isRoomy ? canvas.write(name, endingAt: right, row, in: frame, after: text, style: Style(.faint)) : right
      canvas.write(summary, at: text, row, in: frame, limit: end - text - 2)
    case .blank:
      break
    }
  }

  private static let columnsForNames = 76
  private static let roomyText = 24
  private static let tightText = 13
}
