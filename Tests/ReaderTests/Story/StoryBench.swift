import Briefing
import Canvas

@testable import Reader

/// A story screen by itself, driven by commands.
struct StoryBench {
  var state: StoryState
  var frame: Frame
  /// What the last command wanted done.
  var steps: [Step] = []

  init(_ detail: StoryDetail, columns: Int = 80, rows: Int = 23, at place: Place? = nil, matching words: String = "") {
    frame = Frame(rect: Rect(column: 0, row: 0, columns: columns, rows: rows))
    state = StoryState(detail: detail, at: place, matching: words, in: frame)
  }

  mutating func perform(_ commands: Command..., number: Int? = nil) {
    for command in commands { steps = state.perform(command, number: number, in: frame) }
  }

  mutating func resize(columns: Int, rows: Int) {
    frame.rect = Rect(column: 0, row: 0, columns: columns, rows: rows)
    steps = state.resized(to: frame)
  }

  var canvas: Canvas {
    var canvas = Canvas(size: frame.rect.size)
    state.draw(on: &canvas, in: frame)
    return canvas
  }

  var lines: [String] { canvas.lines }

  /// What stands on the row of the cursor.
  var line: String {
    let canvas = canvas
    return canvas.cursor.map { canvas.lines[$0.row].trimmed } ?? ""
  }

  /// The words under the cursor's place, as far as the part's text goes on.
  var place: Place? { state.cursor.place }

  /// Everything that is shown from the first line to the last, with what is scrolled by.
  mutating func readThrough() -> String {
    perform(.first)
    var seen = ""
    var last: StorySpot?
    while state.cursor.spot != last {
      last = state.cursor.spot
      seen += line.drop { "›•▾▸✎+ ".contains($0) } + " "
      perform(.down)
    }
    return seen
  }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }) }
}
