public import Canvas

extension State {
  /// Draws the whole screen. Total for any size from 1×1 up.
  public func draw(on canvas: inout Canvas) {
    if layout.isWide {
      history[0].content.draw(on: &canvas, in: frame(at: 0))
      drawRule(on: &canvas)
      drawPage(on: &canvas)
    } else {
      history.current.content.draw(on: &canvas, in: frame(at: history.position))
    }
    drawFoot(on: &canvas)
  }

  private func drawRule(on canvas: inout Canvas) {
    for row in 0..<layout.bodyRows {
      canvas.write("│", column: layout.rule, row: row, style: Style(.faint))
    }
  }

  /// The page beside the list: what is read, or was last.
  private func drawPage(on canvas: inout Canvas) {
    if history.lastRead > 0 {
      history[history.lastRead].content.draw(on: &canvas, in: frame(at: history.lastRead))
    } else if let key = keymap.label(for: .enter, in: scopes) {
      let frame = frame(at: 1)
      canvas.write("\(key) opens the story here.", at: 3, frame.headRows, in: frame, style: Style(.faint))
    }
  }
}
