import Briefing

extension State {
  /// Shows a change that was made and kept, on every screen.
  mutating func show(_ change: Change) -> [Effect] {
    guard case .mark(let stories, let mark) = change else { return [] }
    let marked = Set(stories)
    let effects = tellAll { screen, _ in
      screen.marked(marked, mark)
      return []
    }
    return effects + [.ask(.count(listing))]
  }

  /// Shows what was taken back.
  mutating func show(_ undone: Undone) -> [Effect] {
    guard !undone.changes.isEmpty else { return say("nothing to undo") }
    var effects: [Effect] = []
    for change in undone.changes {
      effects += show(change)
      if case .mark(let stories, let mark) = change {
        _ = say("\(counted(stories.count, "story", "stories")) \(mark.sentence) again")
      }
    }
    return effects
  }
}

extension Mark {
  /// What a story is that has the mark.
  var sentence: String {
    switch self {
    case .unread(true): "unread"
    case .unread(false): "read"
    case .starred(true): "starred"
    case .starred(false): "without a star"
    case .tagged(let name, true): "tagged \(name)"
    case .tagged(let name, false): "without the tag \(name)"
    }
  }
}
