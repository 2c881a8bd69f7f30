import Briefing
import Canvas

extension QueriesState: ScreenContent {
  var screen: Screen { .queries(self) }
  var scopes: [Scope] { [.queries, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "its stories"), Hint(.search, "narrow"), Hint(.forgetQuery, "forget"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    recount()
    return [.effect(.ask(.queries))] + count(in: frame)
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    switch command {
    case .enter: return current.map { [.go(.limited(to: $0))] } ?? []
    case .copy: return current.map { [.effect(.copy($0.query))] } ?? []
    case .forgetQuery: return forget()
    default:
      _ = scroll.perform(command, lines: queries.count, rows: frame.bodyRows, turns: frame.turnsPages)
      return count(in: frame)
    }
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    narrow(to: words, rows: frame.bodyRows)
    return count(in: frame)
  }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    switch (request, answer) {
    case (.queries, .queries(let kept)):
      show(kept, rows: frame.bodyRows)
      return count(in: frame)
    case (.count(let listing), .count(let count)):
      take(count, of: listing.query)
      return []
    default:
      return []
    }
  }

  mutating func resized(to frame: Frame) -> [Step] {
    scroll.fit(lines: queries.count, rows: frame.bodyRows)
    return isLoaded ? count(in: frame) : []
  }

  /// A list that waits is counted anew only when it is shown.
  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .keep, .forget: return isLoaded ? [.effect(.ask(.queries))] : []
    case .mark, .remove, .withdraw: return frame.isFocused && isLoaded ? recounted(in: frame) : []
    case .note: return []
    }
  }

  private mutating func recounted(in frame: Frame) -> [Step] {
    recount()
    return count(in: frame)
  }

  mutating func catalogChanged(in frame: Frame) -> [Step] { appeared(in: frame) }

  private func forget() -> [Step] {
    guard let current else { return [] }
    guard isKept(current) else { return [.say("“\(current.name)” is there always")] }
    return [.effect(.change(.forget(current.name)))]
  }

  private mutating func count(in frame: Frame) -> [Step] {
    toCount(rows: frame.bodyRows).map { .effect(.ask(.count(Listing(query: $0)))) }
  }
}
