import Briefing
import Canvas

extension SourcesState: ScreenContent {
  var screen: Screen { .sources(self) }
  var scopes: [Scope] { [.sources, .tabs] }
  var hints: [Hint] { [Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
  }
}
