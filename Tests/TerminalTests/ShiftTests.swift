import Canvas
import Testing

@testable import Terminal

@Suite("Rows that moved")
struct ShiftTests {
  private func canvas(_ lines: [String], body: Range<Int>?) -> Canvas {
    var canvas = Canvas(size: Size(columns: 40, rows: lines.count))
    for (row, line) in lines.enumerated() { canvas.write(line, column: 0, row: row) }
    canvas.body = body
    return canvas
  }

  private func shift(_ old: [String], _ new: [String], body: Range<Int>?) -> Shift? {
    let canvases = (canvas(old, body: body), canvas(new, body: body))
    let changed = old.indices.filter { canvases.0.row($0) != canvases.1.row($0) }
    return Shift(from: canvases.0, to: canvases.1, changed: changed)
  }

  private let page = (0..<12).map { "line \($0), long enough to be worth it" }

  @Test(
    "A body that moved by some rows between a head and a foot that stood still is found", arguments: [1, 3, -1, -4])
  func moved(by up: Int) {
    let rows = (0..<20).map { "line \($0), long enough to be worth it" }
    let old = ["head"] + rows[5..<13] + ["foot"]
    let new = ["head"] + rows[(5 + up)..<(13 + up)] + ["foot"]
    let found = shift(old, new, body: 1..<9)
    #expect(found?.up == up)
    #expect(found?.rows == 1..<9)
  }

  @Test("Other text, a few rows, or no body is no movement")
  func other() {
    #expect(shift(page, page.map { $0 + "!" }, body: 1..<11) == nil)
    #expect(shift(page, page, body: 1..<11) == nil)
    #expect(shift(page, [page[0]] + page[2...] + ["new"], body: nil) == nil)
    #expect(shift(page, [page[0], page[2], page[1]] + page[3...], body: 0..<12) == nil)
  }
}
