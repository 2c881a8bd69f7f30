import Briefing
import Canvas

extension SourceState: ScreenContent {
  var scopes: [Scope] { [.source] }

  var hints: [Hint] {
    [
      Hint(.enter, "go there"), Hint(.back, "back"),
      Hint(.browse, claim?.citation.url == nil ? "open site" : "open page"), Hint(.copy, "copy"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    resized(to: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] {
    settle(in: frame)
    return more()
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words, in: frame)
    return foundNothing + more()
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    guard case .claims(host, let after?, _, _) = request, after == claims.last else { return [] }
    isAsking = false
    guard case .claims(let more, let source, let isComplete) = answer else { return [] }
    append(more, of: source, isComplete: isComplete)
    settle(in: frame)
    return foundNothing + self.more()
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    if move(command, in: frame) { return more() }
    switch command {
    case .enter, .follow: return claim.map { [.go(.story($0.story, at: $0.place))] } ?? []
    case .copy: return [.effect(.copy(claim?.sentence ?? host))]
    case .browse: return browse()
    default: return []
    }
  }

  private var foundNothing: [Step] {
    shown.isEmpty && isComplete && !claims.isEmpty ? [.say("no claim has “\(words)”")] : []
  }

  /// Asks for the next part when the cursor comes near the end of this one, as it always is where few claims are shown.
  private mutating func more() -> [Step] {
    guard !isComplete, !isAsking, cursor + Self.part / 2 >= shown.count, let last = claims.last else { return [] }
    isAsking = true
    return [.effect(.ask(.claims(host: host, after: last, limit: Self.part)))]
  }

  /// Opens the page that the claim names, or else the site.
  private func browse() -> [Step] {
    if let url = claim?.citation.url { return [.open(url)] }
    return [.openSite(host: host)]
  }
}
