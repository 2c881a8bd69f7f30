import Briefing

extension State {
  /// Sets a mark on stories that don't have it yet, on every screen and in the catalog.
  mutating func setMark(_ mark: Mark, on stories: [StoryID], remembering: Bool = true) -> [Effect] {
    guard !stories.isEmpty else { return [] }
    if remembering {
      undo.append(Marking(stories: stories, mark: mark))
      if undo.count > Self.mostUndone { undo.removeFirst() }
    }
    let marked = Set(stories)
    let effects = tellAll { screen, _ in
      screen.marked(marked, mark)
      return []
    }
    return effects + [.mark(stories, mark), .ask(.count(listing))]
  }

  /// Takes back the last mark that the user set.
  mutating func undoLast() -> [Effect] {
    guard let last = undo.popLast() else { return say("nothing to undo") }
    let mark = last.mark.inverse
    _ = say("\(counted(last.stories.count, "story", "stories")) \(mark.sentence) again")
    return setMark(mark, on: last.stories, remembering: false)
  }

  private static let mostUndone = 100
}

extension Mark {
  /// The mark that takes this one back.
  var inverse: Mark {
    switch self {
    case .unread(let isUnread): .unread(!isUnread)
    case .starred(let isStarred): .starred(!isStarred)
    }
  }

  /// What a story is that has the mark.
  var sentence: String {
    switch self {
    case .unread(true): "unread"
    case .unread(false): "read"
    case .starred(true): "starred"
    case .starred(false): "without a star"
    }
  }
}

extension Row {
  /// Shows the row with a mark.
  mutating func set(_ mark: Mark) {
    switch mark {
    case .unread(let isUnread): self.isUnread = isUnread
    case .starred(let isStarred): self.isStarred = isStarred
    }
  }
}
