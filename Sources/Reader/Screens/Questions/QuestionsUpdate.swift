import Briefing
import Canvas

extension QuestionsState: ScreenContent {
  var screen: Screen { .questions(self) }
  var scopes: [Scope] { [.questions, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "open there"), Hint(.search, "narrow"), Hint(.copy, "copy"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] { ask() }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .enter:
      return current.map { [.go(.story($0.story, at: Place(.heading(section: $0.section))))] } ?? []
    case .copy:
      return current.map { [.effect(.copy($0.wording))] } ?? []
    default:
      _ = scroll.perform(command, lines: lines.count, rows: frame.bodyRows, turns: frame.turnsPages, isStop: isStop)
      return wantsMore() ? ask() : []
    }
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words)
    return ask()
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    guard request == self.request, case .questions(let questions) = answer else { return [] }
    show(questions, rows: frame.bodyRows)
    return []
  }

  mutating func resized(to frame: Frame) -> [Step] {
    scroll.fit(lines: lines.count, rows: frame.bodyRows, isStop: isStop)
    return []
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    isLoaded && progress.isDone ? ask() : []
  }

  private func ask() -> [Step] { [.effect(.ask(request))] }
}
