import Canvas
import Scenes
import Testing
import TmuxSupport

/// Frames as the reader draws them one after another: what is moved instead of sent has to end up where it was drawn.
@Suite("A walk on a real screen", .enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
struct WalkTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 60, rows: 9), Size(columns: 150, rows: 30), Size(columns: 33, rows: 14),
  ]

  @Test(
    "Frame after frame, tmux shows what the view drew, cursor and attributes included",
    arguments: zip(sizes, UInt64(1)...4))
  func walk(size: Size, seed: UInt64) throws {
    let walk = Walk(size: size, seed: seed)
    let screen = try TmuxScreen(
      columns: size.columns, rows: size.rows, [BuiltProgram.path("scene-painter"), "walk", "\(seed)"])
    for (number, step) in walk.steps.enumerated() {
      let canvas = step.canvas
      do {
        try screen.wait(seconds: 5) { picture in
          picture.lines == canvas.lines
            && (canvas.cursor == nil || canvas.cursor == Point(column: picture.cursorColumn, row: picture.cursorRow))
        }
      } catch {
        Issue.record("step \(number), after \(step.key): \(error)\ndrawn:\n\(canvas.textPlane)")
        return
      }
      #expect(Attributes.plane(of: screen.styledLines()) == Attributes.plane(of: canvas), "step \(number)")
      screen.press("x")
    }
  }
}
