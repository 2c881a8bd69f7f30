import Briefing

/// What a change makes of the catalog.
extension Change {
  var sentence: String {
    switch self {
    case .mark(let ids, let mark): "\(ids.inWords) \(mark.words(isOne: ids.count == 1))"
    case .note(let id, _, let text): text.isEmpty ? "a note on \(id) is gone" : "a note on \(id) is kept"
    case .keep(let query): "the query \(quoted(query.name)) is kept"
    case .forget(let name): "the query \(quoted(name)) is forgotten"
    case .remove(let ids, let isRemoved):
      "\(ids.inWords) \(ids.count == 1 ? "is" : "are") \(isRemoved ? "removed" : "back")"
    case .withdraw: "what was added is taken out again"
    }
  }
}

extension Withdrawn {
  var sentence: String {
    let parts = [
      stories > 0 ? "\(stories.counted("story", "stories")) taken out again" : nil,
      versions > 0
        ? "\(versions.counted("story is", "stories are")) what \(versions == 1 ? "it was" : "they were") before" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

extension [StoryID] {
  fileprivate var inWords: String {
    count == 1 ? self[0].text : count.counted("story", "stories")
  }
}

extension Mark {
  fileprivate func words(isOne: Bool) -> String {
    switch self {
    case .unread(let isUnread): (isOne ? "is " : "are ") + (isUnread ? "unread" : "read")
    case .starred(let isStarred): (isOne ? "is " : "are ") + (isStarred ? "starred" : "not starred")
    case .tagged(let name, true): (isOne ? "has" : "have") + " the tag \(displayable(name))"
    case .tagged(let name, false): (isOne ? "has" : "have") + " no tag \(displayable(name))"
    }
  }
}
