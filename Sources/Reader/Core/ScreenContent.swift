import Briefing
import Canvas

/// What every screen can do. The core knows screens only by this.
///
/// A screen changes itself and says in steps what else is to be done; it never sees a key, only commands.
protocol ScreenContent: Hashable, Sendable {
  /// This content as a screen.
  var screen: Screen { get }

  /// Where its commands are looked up, the most specific first; `everywhere` is understood at the end.
  var scopes: [Scope] { get }

  /// What the hint line at the foot offers, the most useful first.
  var hints: [Hint] { get }

  /// What happens to the text of a `/` prompt.
  var searchStyle: SearchStyle { get }

  /// Whether the screen takes the next letters itself, as for letter hints.
  var wantsLetters: Bool { get }

  /// Called each time the screen comes to be shown, also when the user comes back to it.
  mutating func appeared(in frame: Frame) -> [Step]

  /// Does what the user asked for. `number` holds the digits that were typed before the command.
  ///
  /// Going back, the prompts, undo and what concerns the whole program never come here: the core does them.
  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step]

  /// Calls off what was begun on the screen, such as a selection; nil if there is nothing, and back leads away.
  mutating func callOff(in frame: Frame) -> [Step]?

  /// Takes an answer of the catalog. Every answer comes by: a screen ignores those that it did not ask for.
  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step]

  /// Narrows or finds as `searchStyle` says; empty words end the search.
  mutating func search(for words: String, in frame: Frame) -> [Step]

  /// A letter that was typed while `wantsLetters`; nil when the user called it off.
  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step]

  /// Fits the screen to a new frame; what is being read stays in view.
  mutating func resized(to frame: Frame) -> [Step]

  /// Stories were marked, here or on another screen.
  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark)

  /// More stories were read in.
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step]

  /// Draws head and body inside the frame, and sets the canvas's cursor if the frame is focused. Total for any size.
  func draw(on canvas: inout Canvas, in frame: Frame)
}

/// When the text of a `/` prompt reaches the screen.
enum SearchStyle: Hashable, Sendable {
  /// With every letter; calling the prompt off brings the screen back as it was.
  case asTyped
  /// Once, when Enter is pressed.
  case onEnter
}

extension ScreenContent {
  var searchStyle: SearchStyle { .asTyped }
  var wantsLetters: Bool { false }

  mutating func appeared(in frame: Frame) -> [Step] { [] }
  mutating func callOff(in frame: Frame) -> [Step]? { nil }
  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] { [] }
  mutating func search(for words: String, in frame: Frame) -> [Step] { [] }
  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step] { [] }
  mutating func resized(to frame: Frame) -> [Step] { [] }
  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {}
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] { [] }
}
