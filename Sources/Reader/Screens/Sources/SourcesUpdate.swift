import Briefing
import Canvas

extension SourcesState: ScreenContent {
  var screen: Screen { .sources(self) }
  var scopes: [Scope] { [.sources, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "claims"), Hint(.search, "narrow"), Hint(.browse, "open site"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] { ask() }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .enter: return current.map { [.go(.source(host: $0.host))] } ?? []
    case .copy: return current.map { [.effect(.copy($0.host))] } ?? []
    case .browse: return browse()
    default:
      _ = scroll.perform(command, lines: sources.count, rows: frame.bodyRows, turns: frame.turnsPages)
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
    guard request == self.request, case .sources(let sources) = answer else { return [] }
    show(sources, rows: frame.bodyRows)
    return []
  }

  mutating func resized(to frame: Frame) -> [Step] {
    scroll.fit(lines: sources.count, rows: frame.bodyRows)
    return []
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    isLoaded && progress.isDone ? ask() : []
  }

  private func browse() -> [Step] {
    guard let host = current?.host else { return [] }
    return [.openSite(host: host)]
  }

  private func ask() -> [Step] { [.effect(.ask(request))] }
}
