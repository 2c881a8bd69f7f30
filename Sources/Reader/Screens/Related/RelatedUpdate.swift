import Briefing

extension RelatedState {
  var scopes: [Scope] { [.related] }
  var chosenRows: [Row] { current.map { [$0] } ?? [] }

  var hints: [Hint] {
    [
      Hint(.enter, "open"), Hint(.back, "back"), Hint(.toggleUnread, "unread"), Hint(.toggleStar, "star"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return viewChanged(in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] { appeared(in: frame) }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    let steps = narrow(to: words, in: frame)
    return lines.isEmpty ? [.say("no related story has “\(words)”")] : steps
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let row = current else { return [] }
    return switch command {
    case .enter, .follow: [.go(.story(row.id))]
    case .copy: [.effect(.copy(row.headline))]
    case .toggleUnread: [.effect(.change(.mark([row.id], .unread(!frame.expected(row).isUnread))))]
    case .toggleStar: [.effect(.change(.mark([row.id], .starred(!frame.expected(row).isStarred))))]
    default: []
    }
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    var all = items.all
    for index in all.indices where stories.contains(all[index].row.id) { all[index].row.set(mark) }
    hold(all)
  }

  /// Brings the reasons of the story under the cursor into view with it.
  mutating func viewChanged(in frame: Frame) -> [Step] {
    scroll.reveal(scroll.cursor + linesBelow, rows: frame.bodyRows)
    return []
  }
}
