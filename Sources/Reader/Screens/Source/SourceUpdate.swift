import Briefing
import Canvas

extension SourceState: ScreenContent {
  var screen: Screen { .source(self) }
  var scopes: [Scope] { [.source] }
  var hints: [Hint] { [Hint(.back, "back"), Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    canvas.write(host, column: frame.rect.origin.column, row: frame.rect.origin.row, limit: frame.columns)
  }
}
