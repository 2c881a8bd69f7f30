import Briefing
import Canvas

/// The language of queries on one screen, shown in the place of what the query is for while it is typed.
enum QueryPage {
  /// What words do, and then what each field does.
  private static var lines: [(example: String, meaning: String)] {
    [
      ("port ferr*", "both, * any end"),
      ("\"night train\"", "side by side"),
      ("-strike", "without it"),
      ("port OR ferry", "one of the two"),
    ] + QueryField.all.map { ($0.example, $0.meaning) }
  }

  static func draw(on canvas: inout Canvas, in frame: Frame) {
    let lines = lines
    canvas.fill(frame.rect)
    let hasHead = frame.rows > lines.count + 1
    if hasHead { canvas.write("What a query says", at: 1, 0, in: frame, style: Style(.heading, bold: true)) }
    let column = 4 + (lines.map { Width.of($0.example) }.max() ?? 0)
    var row = hasHead ? 2 : 0
    // What has no room in its line goes on below as long as that leaves a row for each of the others.
    var spare = frame.rows - row - lines.count
    for line in lines {
      canvas.write(line.example, at: 2, row, in: frame, style: Style(.accent))
      let meaning = wrapped(line.meaning, columns: frame.columns - column - 1)
      let rows = min(meaning.count, 1 + max(0, spare))
      for (index, words) in meaning.prefix(rows).enumerated() {
        let rest = index == rows - 1 ? meaning[index...].joined(separator: " ") : words
        canvas.write(rest, at: column, row + index, in: frame, limit: frame.columns - column - 1)
      }
      spare -= rows - 1
      row += max(1, rows)
    }
  }

  private static func wrapped(_ words: String, columns: Int) -> [String] {
    columns > 0 ? Wrap.lines(of: words, columns: columns).map { String(words.slice($0.range)) } : []
  }
}

extension QueryField {
  /// What it finds, with its values where they are few.
  fileprivate var meaning: String { values.words.isEmpty ? summary : values.words.joined(separator: " ") }
}
