import Briefing
import Canvas

/// One of the screens that the reader shows. Each has a folder of its own with state, update and view.
struct Screen: Hashable, Sendable {
  var content: any ScreenContent

  init(_ content: any ScreenContent) {
    self.content = content
  }

  /// Changes the screen through what all screens can do, in place: what it holds is not copied, however much that is.
  mutating func change<Result>(_ body: (inout any ScreenContent) -> Result) -> Result {
    body(&content)
  }

  static func == (left: Screen, right: Screen) -> Bool { left.content.isEqual(to: right.content) }
  func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}

extension Hashable {
  /// Whether both are of one type, and equal.
  func isEqual(to other: any Hashable) -> Bool { other as? Self == self }
}

/// What every screen can do. The core knows screens only by this.
///
/// A screen changes itself and says in steps what else is to be done; it never sees a key, only commands.
protocol ScreenContent: Hashable, Sendable {
  /// Where its commands are looked up, the most specific first; `everywhere` is understood at the end.
  var scopes: [Scope] { get }

  /// What the hint line at the foot offers, the most useful first.
  var hints: [Hint] { get }

  /// The stories that a mark or a tag is meant for.
  var chosenRows: [Row] { get }

  /// What the page beside the list shows of the line under the cursor, once the keys rest; nil for nothing.
  var previewed: Preview.Target? { get }

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

  /// Does what the user asked for with what stands behind the command's name, where that is not the line of a prompt.
  mutating func perform(_ command: Command, with argument: String, in frame: Frame) -> [Step]

  /// Calls off what was begun on the screen, such as a selection; nil if there is nothing, and back leads away.
  mutating func callOff(in frame: Frame) -> [Step]?

  /// Takes an answer of the catalog. Every answer comes by: a screen ignores those that it did not ask for.
  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step]

  /// Narrows or finds as `searchStyle` says; empty words end the search.
  mutating func search(for words: String, in frame: Frame) -> [Step]

  /// How a prompt opens here, or why it does not.
  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening

  /// Takes the line of a prompt; that of `/` comes to `search`, and a command's name to the core.
  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step]

  /// A letter that was typed while `wantsLetters`; nil when the user called it off.
  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step]

  /// Something was pressed at a point of the frame that stands for more than its row, such as a citation; nil where
  /// nothing of the kind stands.
  mutating func pressed(at point: Point, in frame: Frame) -> [Step]?

  /// Fits the screen to a new frame; what is being read stays in view.
  mutating func resized(to frame: Frame) -> [Step]

  /// A change was made and kept, or one was taken back, here or on another screen; of several marks, each by itself. As it
  /// comes, marks are handed on to `marked`, and notes to `noted`.
  mutating func changed(_ change: Change, in frame: Frame) -> [Step]

  /// All stories of a listing were changed at once.
  mutating func changed(_ bulk: BulkChange, in frame: Frame) -> [Step]

  /// How many rows are selected for the command that follows.
  var selectedRows: Int { get }

  /// Stories were marked, here or on another screen.
  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark)

  /// A note was written, or taken away where its text is empty.
  mutating func noted(_ story: StoryID, section: Int?, text: String, in frame: Frame)

  /// The headline or the date of a story was edited, or is again what the story says.
  mutating func edited(_ story: StoryID, in frame: Frame) -> [Step]

  /// Another program put stories or marks into the catalog.
  mutating func catalogChanged(in frame: Frame) -> [Step]

  /// More stories were read in.
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step]

  /// The story whose beginning was shown is whole.
  mutating func completed(with detail: StoryDetail, in frame: Frame) -> [Step]

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
  var chosenRows: [Row] { [] }
  var selectedRows: Int { 0 }
  var previewed: Preview.Target? { nil }

  mutating func appeared(in frame: Frame) -> [Step] { [] }
  mutating func callOff(in frame: Frame) -> [Step]? { nil }

  mutating func perform(_ command: Command, with argument: String, in frame: Frame) -> [Step] {
    perform(command, number: nil, in: frame)
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] { [] }
  mutating func search(for words: String, in frame: Frame) -> [Step] { [] }
  mutating func typed(_ letter: Character?, in frame: Frame) -> [Step] { [] }
  mutating func pressed(at point: Point, in frame: Frame) -> [Step]? { nil }
  mutating func resized(to frame: Frame) -> [Step] { [] }
  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {}
  mutating func changed(_ bulk: BulkChange, in frame: Frame) -> [Step] { catalogChanged(in: frame) }
  mutating func noted(_ story: StoryID, section: Int?, text: String, in frame: Frame) {}
  mutating func edited(_ story: StoryID, in frame: Frame) -> [Step] { [] }
  mutating func catalogChanged(in frame: Frame) -> [Step] { [] }
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] { [] }
  mutating func completed(with detail: StoryDetail, in frame: Frame) -> [Step] { [] }

  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening { opening(of: kind) }

  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step] {
    kind == .tags ? Tagging(chosenRows.map(frame.expected)).steps(for: text) : []
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .mark(let stories, let mark): marked(Set(stories), mark)
    case .note(let story, let section, let text): noted(story, section: section, text: text, in: frame)
    case .edit(let story, _): return edited(story, in: frame)
    case .marks, .keep, .forget, .remove, .withdraw, .readmit, .follow: break
    }
    return []
  }

  /// As a prompt opens on a screen that says nothing else of it.
  func opening(of kind: Prompt.Kind) -> Prompt.Opening {
    switch kind {
    case .search, .command, .add: .line("")
    case .feed: .line("", about: "the address of a feed or a page, kagi:world, or a file that lists feeds")
    case .limit, .name: .refused("only the stories can be limited")
    case .note: .refused("notes are written in a story")
    case .tags:
      chosenRows.isEmpty ? .refused("there is no story here to tag") : .line("", about: chosenRows.tagSentence)
    case .headline, .date: kind.openingForEdit(of: chosenRows)
    case .pipe, .write, .export: Outlet.opening(of: kind, for: chosenRows)
    }
  }
}
