import Briefing

/// What is changed on all stories of a listing at once.
extension State {
  /// Shows what became of it, and says how it is taken back.
  mutating func show(_ bulk: BulkChange, on count: Int) -> [Effect] {
    guard count > 0 else { return say(bulk.sentence(on: count)) }
    let way = heardPassing ?? keymap.label(for: .undo, in: scopes).map { "\($0) takes it back" }
    heardPassing = nil
    _ = say(bulk.sentence(on: count) + (way.map { " · \($0)" } ?? ""))
    return tellAll { $0.changed(bulk, in: $1) } + [.ask(.count(listing))]
  }

  /// Shows marks on every screen. The stories may be a hundred thousand: they are made a set of once.
  mutating func spread(_ mark: Mark, on stories: [StoryID]) -> [Effect] {
    let set = Set(stories)
    return tellAll { screen, frame in
      screen.marked(set, mark)
      return screen.changed(.mark([], mark), in: frame)
    }
  }
}

extension BulkChange {
  /// `41 stories marked read`.
  fileprivate func sentence(on count: Int) -> String {
    guard count > 0 else { return action.sentenceOfNothing }
    let stories = "\(count.grouped) \(count == 1 ? "story" : "stories")"
    switch action {
    case .mark(.unread(let isUnread)): return "\(stories) marked \(isUnread ? "unread" : "read")"
    case .mark(.starred(true)): return "\(stories) starred"
    case .mark(.starred(false)): return "\(stories) without a star now"
    case .mark(.tagged(let name, let isTagged)): return "\(stories) \(isTagged ? "tagged" : "without") #\(name)"
    case .remove(let isRemoved): return isRemoved ? "\(stories) removed" : "\(stories) brought back"
    }
  }
}

extension BulkChange.Action {
  /// What there was to change on no story.
  fileprivate var sentenceOfNothing: String {
    switch self {
    case .mark(.unread(let isUnread)): "all of these are \(isUnread ? "unread" : "read") already"
    case .mark(.starred(let isStarred)): isStarred ? "all of these have a star already" : "none of these has a star"
    case .mark(.tagged(let name, let isTagged)): isTagged ? "#\(name) is there already" : "there is no #\(name) here"
    case .remove: "there is no story here"
    }
  }
}
