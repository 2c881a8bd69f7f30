import Briefing
import Canvas

extension IndexState: ScreenContent {
  var screen: Screen { .index(self) }
  var scopes: [Scope] { [.index, .tabs] }
  var hints: [Hint] { [Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
  }
}
