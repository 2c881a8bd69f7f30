import Canvas
import Scenes
import Testing

@testable import Reader

extension Driver {
  /// The rows drawn now, as text.
  var lines: [String] { canvas.lines }

  /// The row that the terminal's cursor stands on, without the blanks around it.
  var cursorLine: String {
    let canvas = canvas
    guard let row = canvas.cursor?.row else { return "" }
    return canvas.lines[row].trimming(" ")
  }

  /// The row of the prompt while there is one, else the last row: hints or a message.
  var foot: String { state.prompt == nil ? (lines.last ?? "").trimming(" ") : cursorLine }

  /// The last row.
  var lastRow: String { (lines.last ?? "").trimming(" ") }

  /// Whether any row shows the text.
  func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  func expectEffects(_ expected: [Effect], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(effects == expected, sourceLocation: sourceLocation)
  }

  func expectScreen(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectGolden(canvas, name: name, sourceLocation: sourceLocation)
  }
}

extension String {
  func trimming(_ character: Character) -> String {
    var text = Substring(self)
    while text.first == character { text.removeFirst() }
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
