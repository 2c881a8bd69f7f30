import Briefing
import Canvas

extension StoryState: ScreenContent {
  var screen: Screen { .story(self) }
  var scopes: [Scope] { [.story] }
  var hints: [Hint] { [Hint(.back, "back"), Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    canvas.write(
      entry.story.headline, column: frame.rect.origin.column, row: frame.rect.origin.row, limit: frame.columns)
  }
}
