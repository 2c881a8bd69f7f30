import Briefing

extension Change {
  /// What to say once it is kept; nil where the screen shows it plainly.
  var sentence: String? {
    switch self {
    case .mark(let stories, .tagged(let name, let isTagged)):
      "\(counted(stories.count, "story", "stories")) \(Mark.tagged(name, isTagged).words)"
    case .note(_, _, let text): text.isEmpty ? "the note is taken away" : "the note is kept"
    case .mark: nil
    case .keep(let query): "“\(query.name)” is kept among the queries"
    case .forget(let name): "“\(name)” is forgotten"
    case .remove(let stories, true):
      stories.count == 1 ? "removed" : "\(counted(stories.count, "story", "stories")) removed"
    case .remove(let stories, false): "\(counted(stories.count, "story is", "stories are")) back"
    case .withdraw: nil
    }
  }

  /// What it is to have gone back to this.
  fileprivate var sentenceOfUndo: String {
    switch self {
    case .mark(let stories, let mark): "\(counted(stories.count, "story", "stories")) \(mark.words) again"
    case .note(_, _, let text): text.isEmpty ? "the note is gone again" : "the note is back as it was"
    case .keep(let query): "the query “\(query.name)” is back"
    case .forget(let name): "the query “\(name)” is gone again"
    case .remove(let stories, true): "\(counted(stories.count, "story", "stories")) removed again"
    case .remove(let stories, false): "\(counted(stories.count, "story is", "stories are")) back"
    case .withdraw: "what was added is taken out again"
    }
  }
}

extension Undone {
  /// What was taken back, in one sentence: changes that say the same of several stories are told together.
  var sentence: String {
    if let withdrawn { return withdrawn.sentence }
    var told: [Change] = []
    for change in changes {
      if case .mark(let stories, let mark) = change,
        let index = told.firstIndex(where: { $0.mark == mark }), case .mark(let others, _) = told[index]
      {
        told[index] = .mark(others + stories, mark)
      } else {
        told.append(change)
      }
    }
    return told.map(\.sentenceOfUndo).joined(separator: ", ")
  }
}

extension Change {
  fileprivate var mark: Mark? {
    if case .mark(_, let mark) = self { mark } else { nil }
  }
}

extension Mark {
  /// What a story is that has the mark.
  fileprivate var words: String {
    switch self {
    case .unread(true): "unread"
    case .unread(false): "read"
    case .starred(true): "starred"
    case .starred(false): "without a star"
    case .tagged(let name, true): "tagged #\(name)"
    case .tagged(let name, false): "without #\(name)"
    }
  }
}

extension Withdrawn {
  fileprivate var sentence: String {
    let parts = [
      stories > 0 ? "\(counted(stories, "story", "stories")) taken out again" : nil,
      versions > 0
        ? "\(counted(versions, "story is", "stories are")) what \(versions == 1 ? "it was" : "they were") before" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
