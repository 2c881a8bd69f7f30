import Briefing
import Canvas

extension SearchState: ScreenContent {
  var screen: Screen { .search(self) }
  var scopes: [Scope] { [.search] }
  var hints: [Hint] { [Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
  }
}
