import Canvas

extension HelpState {
  var emptySentence: String? { "No key and no command matches." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let title = words.isEmpty ? "Keys" : "Keys: “\(words)”"
    canvas.write(title, at: 1, 0, in: frame, style: Style(.heading, bold: true))
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .chapter(let title):
      canvas.write(title, at: 2, row, in: frame, style: Style(.heading, bold: true))
    case .command(let keys, let summary, let name):
      let isRoomy = frame.columns >= HelpState.roomyColumns
      let right = min(frame.columns - 1, Self.widest)
      let end = canvas.write(name, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
      canvas.write(keys, at: 2, row, in: frame, style: Style(.accent), limit: (isRoomy ? Self.text : end) - 3)
      canvas.write(summary, at: Self.text, row, in: frame, limit: end - Self.text - 2)
    case .more(let text):
      canvas.write(text, at: 4, row, in: frame)
    case .blank:
      break
    }
  }

  /// Where the names end on the widest screen; beyond it they would be too far from their keys.
  private static let widest = 100
  /// The column of the summaries.
  private static let text = 24
}
