import Briefing
import Canvas

extension Change {
  /// What to say once it is kept; nil where something else says it.
  var sentence: String? {
    switch self {
    case .mark(let stories, let mark):
      stories.count == 1 ? mark.sentence : "\(counted(stories.count, "story", "stories")) \(mark.words)"
    case .note(_, _, let text): text.isEmpty ? "the note is taken away" : "the note is kept"
    case .marks: parts.compactMap(\.sentence).joined(separator: ", ")
    case .keep(let query): "“\(query.name)” is kept among the queries"
    case .forget(let name): "“\(name)” is forgotten"
    case .remove(let stories, true):
      stories.count == 1 ? "removed" : "\(counted(stories.count, "story", "stories")) removed"
    case .remove(let stories, false): "\(counted(stories.count, "story is", "stories are")) back"
    case .edit(_, let edits): edits.map(\.sentence).joined(separator: ", ")
    case .withdraw, .readmit: nil
    case .follow(_, let isFollowed):
      isFollowed ? "the feed is followed again" : "the feed is no longer followed; its stories stay"
    }
  }

  /// What it is to have gone back to this, on a story whose headline is known or on several.
  fileprivate func sentenceOfUndo(on headline: String?) -> String {
    let story = headline.map { "“\($0)”" }
    let isOf = headline.map { " on “\($0)”" } ?? ""
    return switch self {
    case .mark(let stories, let mark): "\(story ?? counted(stories.count, "story", "stories")) \(mark.words) again"
    case .marks: parts.map { $0.sentenceOfUndo(on: headline) }.joined(separator: ", ")
    case .note(_, _, let text): text.isEmpty ? "the note\(isOf) is gone again" : "the note\(isOf) is back as it was"
    case .keep(let query): "the query “\(query.name)” is back"
    case .forget(let name): "the query “\(name)” is gone again"
    case .remove(let stories, true): "\(story ?? counted(stories.count, "story", "stories")) removed again"
    case .remove(let stories, false):
      story.map { "\($0) is back" } ?? "\(counted(stories.count, "story is", "stories are")) back"
    case .edit(_, let edits): edits.map(\.sentence).joined(separator: ", ") + " again"
    case .withdraw: "what was added is taken out again"
    case .readmit: "what was added is back"
    case .follow(let key, let isFollowed):
      "\(story ?? key) is \(isFollowed ? "followed again" : "no longer followed, as before")"
    }
  }
}

extension Undone {
  /// What was taken back, in one sentence. The headline in it is cut to the room that there is.
  func sentence(columns: Int) -> String {
    guard let headline = headline ?? withdrawn?.headline else { return sentence(naming: nil) }
    let room = columns - Width.of(sentence(naming: ""))
    return sentence(naming: room < Self.fewestColumnsOfHeadline ? nil : Wrap.cut(headline, columns: room))
  }

  /// What was made again, in one sentence.
  func sentenceOfRedo(columns: Int) -> String {
    guard let headline = headline ?? readmitted?.headline else { return sentenceOfRedo(naming: nil) }
    let room = columns - Width.of(sentenceOfRedo(naming: ""))
    return sentenceOfRedo(naming: room < Self.fewestColumnsOfHeadline ? nil : Wrap.cut(headline, columns: room))
  }

  private func sentence(naming headline: String?) -> String {
    if let withdrawn { return withdrawn.sentence(naming: headline) }
    return marks(of: headline).map { "\($0) again" }
      ?? told.map { $0.sentenceOfUndo(on: headline) }.joined(separator: ", ")
  }

  private func sentenceOfRedo(naming headline: String?) -> String {
    if let readmitted {
      return headline.map { "“\($0)” is back" } ?? "\(counted(readmitted.stories, "story is", "stories are")) back"
    }
    if let sentence = marks(of: headline) { return sentence }
    switch (headline, changes.first) {
    case (let name?, .follow(_, let isFollowed)):
      return "“\(name)” is \(isFollowed ? "followed again" : "no longer followed")"
    case (let name?, .remove(_, isRemoved: true)): return "“\(name)” removed"
    default: break
    }
    let sentence = told.compactMap(\.sentence).joined(separator: ", ")
    return headline.map { "“\($0)”: \(sentence)" } ?? sentence
  }

  /// What one story is now, where that is all.
  private func marks(of headline: String?) -> String? {
    let marks = told.compactMap(\.mark)
    guard let headline, marks.count == told.count else { return nil }
    return "“\(headline)” \(marks.map(\.words).joined(separator: ", "))"
  }

  /// Changes that say the same of several stories are told together.
  private var told: [Change] {
    changes.reduce(into: []) { told, change in
      if case .mark(let stories, let mark) = change,
        let index = told.firstIndex(where: { $0.mark == mark }), case .mark(let others, _) = told[index]
      {
        told[index] = .mark(others + stories, mark)
      } else {
        told.append(change)
      }
    }
  }

  private static let fewestColumnsOfHeadline = 8
}

extension Change {
  fileprivate var mark: Mark? {
    if case .mark(_, let mark) = self { mark } else { nil }
  }
}

extension StoryEdit {
  fileprivate var sentence: String {
    switch self {
    case .headline(let headline?): "headed “\(headline)”"
    case .headline(nil): "headed as the story says"
    case .date(let date?): "dated \(date.longDayLabel(.auto))"
    case .date(nil): "dated as the story says"
    }
  }
}

extension Mark {
  /// What was done to a story that got the mark.
  fileprivate var sentence: String {
    switch self {
    case .unread: "marked \(words)"
    case .starred(false): "the star is taken away"
    case .starred(true), .tagged: words
    }
  }

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
  fileprivate func sentence(naming headline: String?) -> String {
    if let headline { return "“\(headline)” is \(stories > 0 ? "taken out again" : "what it was before")" }
    let parts = [
      stories > 0 ? "\(counted(stories, "story", "stories")) taken out again" : nil,
      versions > 0
        ? "\(counted(versions, "story is", "stories are")) what \(versions == 1 ? "it was" : "they were") before" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
