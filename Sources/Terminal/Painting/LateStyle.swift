import Canvas

/// The style whose cells are sent behind all others of a frame.
///
/// A list has its headlines in one look and what stands right of them in another. Sent row by row, each row sets both; sent one
/// look after the other, each is set once, and going to the rows again costs less.
enum LateStyle {
  /// A style in which many rows end, and that few have anywhere else; nil where sending it last would not pay.
  static func find(in canvas: Canvas, over old: Canvas, rows: [Int]) -> Style? {
    guard rows.count >= leastRows else { return nil }
    var ends: [Style: Int] = [:]
    var others: [Style: Int] = [:]
    for row in rows {
      let styles = Self.styles(of: canvas.row(row), over: old.row(row))
      guard let last = styles.last else { continue }
      for style in styles.dropLast() { others[style, default: 0] += 1 }
      if styles.count > 1, !styles.dropLast().contains(last) { ends[last, default: 0] += 1 }
    }
    guard let (style, count) = ends.max(by: { $0.value < $1.value }), count >= leastRows else { return nil }
    return others[style, default: 0] * 4 <= count ? style : nil
  }

  /// With fewer, less is spared than the way back to the first row costs.
  private static let leastRows = 8

  /// The styles of what is to be sent of a row, in the order in which they are needed; blanks have none.
  private static func styles(of cells: ArraySlice<Cell>, over old: ArraySlice<Cell>) -> [Style] {
    var styles: [Style] = []
    for (cell, before) in zip(cells, old) where cell != before && !cell.isBlank && cell.style != styles.last {
      styles.append(cell.style)
    }
    return styles
  }
}
