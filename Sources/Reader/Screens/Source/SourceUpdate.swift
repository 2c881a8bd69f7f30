import Briefing
import Canvas

extension SourceState: ScreenContent {
  var screen: Screen { .source(self) }
  var scopes: [Scope] { [.source] }

  var hints: [Hint] {
    [
      Hint(.enter, "go there"), Hint(.back, "back"), Hint(.browse, "open site"), Hint(.copy, "copy"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    resized(to: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] {
    settle(in: frame)
    return []
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words, in: frame)
    return shown.isEmpty && !claims.isEmpty ? [.say("no claim has “\(words)”")] : []
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if move(command, in: frame) { return [] }
    switch command {
    case .enter, .follow: return claim.map { [.go(.story($0.story, at: $0.place))] } ?? []
    case .copy: return [.effect(.copy(claim?.sentence ?? host))]
    case .browse: return browse()
    default: return []
    }
  }

  /// Opens the page that the claim names, or else the site.
  private func browse() -> [Step] {
    if let url = claim?.citation.url { return [.effect(.open(url))] }
    return [.effect(.open("https://\(host)/")), .say("the exact page is not known: opening \(host)")]
  }
}
