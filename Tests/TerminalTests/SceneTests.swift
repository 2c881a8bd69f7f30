import Canvas
import Scenes
import Testing
import TmuxSupport

@Suite("The golden scenes on a real screen", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct SceneTests {
  private static let sizes = Set(Scene.all.map(\.size)).sorted { ($0.columns, $0.rows) < ($1.columns, $1.rows) }

  @Test("tmux shows what the view drew, cursor and attributes included", arguments: sizes)
  func shown(size: Size) throws {
    let painter = BuiltProgram.path("scene-painter")
    let screen = try TmuxScreen(columns: size.columns, rows: size.rows, [painter, "scene"])
    for scene in Scene.all where scene.size == size {
      let canvas = scene.canvas
      do {
        try screen.wait(seconds: 5) { $0.lines == canvas.lines }
      } catch {
        Issue.record("\(scene.name): \(error)")
      }
      let picture = screen.picture()
      #expect(picture.showsCursor == (canvas.cursor != nil), "\(scene.name)")
      if let cursor = canvas.cursor {
        #expect(Point(column: picture.cursorColumn, row: picture.cursorRow) == cursor, "\(scene.name)")
      }
      #expect(Attributes.plane(of: screen.styledLines()) == Attributes.plane(of: canvas), "\(scene.name)")
      screen.press("x")
    }
    try screen.wait { $0.lines[0].hasPrefix("end".prefix(size.columns)) }
  }
}
