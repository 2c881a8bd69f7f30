import Briefing
import Canvas

extension HelpState: ScreenContent {
  var screen: Screen { .help(self) }
  var scopes: [Scope] { [.help] }
  var hints: [Hint] { [Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
  }
}
