import Briefing

extension QueriesState {
  var scopes: [Scope] { [.queries, .tabs] }
  var hints: [Hint] {
    [Hint(.enter, "its stories"), Hint(.search, "narrow"), Hint(.forgetQuery, "forget"), Hint(.help, "help")]
  }

  mutating func appeared(in frame: Frame) -> [Step] { ask() + recount(in: frame) }

  mutating func catalogChanged(in frame: Frame) -> [Step] { appeared(in: frame) }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let query = currentLine else { return [] }
    return switch command {
    case .enter: [.go(.limited(to: query))]
    case .copy: [.effect(.copy(query.query))]
    case .forgetQuery where isKept(query): [.effect(.change(.forget(query.name)))]
    case .forgetQuery: [.say("“\(query.name)” is there always")]
    default: []
    }
  }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    if case .count(let listing) = request, case .count(let count) = answer { note(count, of: listing.query) }
    return show(answer, to: request, in: frame) ? viewChanged(in: frame) : []
  }

  mutating func resized(to frame: Frame) -> [Step] {
    fit(to: frame)
    return items.isLoaded ? viewChanged(in: frame) : []
  }

  /// Stories that are read in change no query; what each finds is counted when the list is shown.
  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] { [] }

  /// A list that waits is counted anew only when it is shown.
  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    guard items.isLoaded else { return [] }
    return switch change {
    case .keep, .forget: ask()
    case .mark, .remove, .withdraw: frame.isFocused ? recount(in: frame) : []
    case .note: []
    }
  }
}
