import Canvas

extension SourcesPanel {
  /// Draws the list below the head of its story.
  func draw(on canvas: inout Canvas, in frame: Frame, below head: Int, measure: Measure) {
    let titleRows = frame.rows - head >= 6 ? 3 : 0
    if titleRows > 0 {
      let room = max(1, measure.right - measure.text)
      canvas.write(title, at: measure.text, head, in: frame, style: Style(.heading), limit: room)
      canvas.write("rests on", at: measure.text, head + 1, in: frame, style: Style(.faint))
    }
    let top = head + titleRows
    let rows = max(1, frame.rows - top)
    let first = selected / rows * rows
    for (row, basis) in bases[first..<min(bases.count, first + rows)].enumerated() {
      draw(basis, on: &canvas, row: top + row, in: frame, measure: measure)
    }
    measure.drawCursor(at: top + selected - first, on: &canvas, in: frame)
  }

  private func draw(_ basis: Basis, on canvas: inout Canvas, row: Int, in frame: Frame, measure: Measure) {
    let number = "[\(basis.number)]"
    let taken = canvas.write(number, at: measure.text, row, in: frame, style: Style(.citation))
    let column = measure.text + taken + 1
    let count = basis.count
    let room = measure.right - column - (measure.showsFoldSummary ? Width.of(count) + 2 : 0)
    canvas.write(basis.host, at: column, row, in: frame, limit: max(1, room))
    guard measure.showsFoldSummary else { return }
    canvas.write(count, endingAt: measure.right, row, in: frame, after: column, style: Style(.faint))
  }
}

extension SourcesPanel.Basis {
  /// How much rests on it, in words.
  var count: String {
    let others = otherStories == 0 ? "no other story" : counted(otherStories, "other story", "other stories")
    return counted(claims, "claim", "claims") + " here · " + others
  }
}
