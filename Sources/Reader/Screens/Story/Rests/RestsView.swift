import Canvas

extension Rests {
  /// Draws the list below the head of its story.
  func draw(on canvas: inout Canvas, in frame: Frame, below head: Int, measure: Measure) {
    let titleRows = frame.rows - head >= 6 ? 3 : 0
    if titleRows > 0 {
      let room = max(1, measure.right - measure.text)
      canvas.write(Wrap.cut(title, columns: room), column: measure.text, row: head, in: frame, style: Style(.heading))
      canvas.write("rests on", column: measure.text, row: head + 1, in: frame, style: Style(.faint))
    }
    let top = head + titleRows
    let rows = max(1, frame.rows - top)
    let first = selected / rows * rows
    for (row, basis) in bases[first..<min(bases.count, first + rows)].enumerated() {
      draw(basis, on: &canvas, row: top + row, in: frame, measure: measure)
    }
    let row = top + selected - first
    if measure.left < measure.hanging {
      canvas.write("›", column: measure.left, row: row, in: frame, style: Style(frame.isFocused ? .accent : .faint))
    }
    canvas.placeCursor(column: measure.left, row: row, in: frame)
  }

  private func draw(_ basis: Basis, on canvas: inout Canvas, row: Int, in frame: Frame, measure: Measure) {
    let mark = "[\(basis.number)]"
    let taken = canvas.write(mark, column: measure.text, row: row, in: frame, style: Style(.citation))
    let column = measure.text + taken + 1
    let count = basis.count
    let room = measure.right - column - (measure.showsTally ? Width.of(count) + 2 : 0)
    let host = Wrap.cut(basis.host, columns: max(1, room))
    canvas.write(host, column: column, row: row, in: frame)
    guard measure.showsTally else { return }
    canvas.write(count, endingAt: measure.right, notBefore: column, row: row, in: frame, style: Style(.faint))
  }
}

extension Rests.Basis {
  /// How much rests on it, in words.
  var count: String {
    let here = claims == 1 ? "1 claim here" : "\(claims) claims here"
    switch otherStories {
    case 0: return "\(here) · no other story"
    case 1: return "\(here) · 1 other story "
    default: return "\(here) · \(otherStories) other stories"
    }
  }
}
