import Briefing
import Canvas

extension HelpState: ScreenContent {
  var screen: Screen { .help(self) }
  var scopes: [Scope] { [.help] }
  var hints: [Hint] { [Hint(.search, "search the keys"), Hint(.enter, "do it"), Hint(.back, "back")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if command == .enter { return current.map { [.back, .perform($0)] } ?? [] }
    _ = scroll.perform(command, lines: lines.count, rows: frame.bodyRows, turns: frame.turnsPages, isStop: isStop)
    return []
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words)
    return resized(to: frame)
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func appeared(in frame: Frame) -> [Step] { resized(to: frame) }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(columns: frame.columns)
    scroll.fit(lines: lines.count, rows: frame.bodyRows, isStop: isStop)
    return []
  }
}
