import Canvas
import Testing
import TmuxSupport

@testable import Terminal

@Suite("On a real screen", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct ScreenTests {
  private let painter = BuiltProgram.path("scene-painter")

  @Test("Keys arrive as they were pressed, and pasted text in one piece")
  func keys() throws {
    let screen = try TmuxScreen(columns: 60, rows: 12, [painter, "log"])
    try screen.wait(for: "log 60x12")
    screen.press("a", "Up", "C-d", "BTab", "Escape")
    try screen.wait(for: "escape")
    screen.paste("q\nQ")
    let picture = try screen.wait(for: "pasted(\"q")
    #expect(
      picture.lines[2...5].map { $0.split(separator: ".").last } == ["up)", "control(\"d\"))", "backTab)", "escape)"])
    #expect(picture.isAlternate)
    #expect(picture.cursorRow == 0)
  }

  @Test("A new size is told and drawn")
  func resize() throws {
    let screen = try TmuxScreen(columns: 60, rows: 12, [painter, "log"])
    try screen.wait(for: "log 60x12")
    for (columns, rows) in [(20, 5), (100, 40), (1, 1), (2, 2), (60, 12)] {
      screen.resize(columns: columns, rows: rows)
      try screen.wait { $0.lines.first == String("log \(columns)x\(rows)".prefix(columns)) && $0.lines.count <= rows }
    }
  }
}
