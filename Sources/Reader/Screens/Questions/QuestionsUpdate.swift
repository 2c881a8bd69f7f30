import Briefing
import Canvas

extension QuestionsState: ScreenContent {
  var screen: Screen { .questions(self) }
  var scopes: [Scope] { [.questions, .tabs] }
  var hints: [Hint] { [Hint(.help, "help")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] { [] }

  func draw(on canvas: inout Canvas, in frame: Frame) {
  }
}
