import Briefing
import Canvas

extension HelpState {
  var scopes: [Scope] { [.help] }
  var hints: [Hint] { [Hint(.search, "search the keys"), Hint(.enter, "do it"), Hint(.back, "back")] }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if command == .enter { return current.map { [.back, .perform($0)] } ?? [] }
    _ = move(command, in: frame)
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
    layOut(columns: frame.columns)
    fit(to: frame)
    return []
  }
}

extension State {
  /// Shows the keys of the screen that is shown; they are known without the catalog.
  mutating func showHelp() -> [Effect] {
    history.current.content is HelpState ? [] : push(HelpState(keymap: keymap, scopes: scopes))
  }
}
