import Briefing
import Canvas

extension RelatedState: ScreenContent {
  var screen: Screen { .related(self) }
  var scopes: [Scope] { [.related] }
  var chosenRows: [Row] { current.map { [$0.row] } ?? [] }

  var hints: [Hint] {
    [
      Hint(.enter, "open"), Hint(.back, "back"), Hint(.toggleUnread, "unread"), Hint(.toggleStar, "star"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    settle(in: frame)
    return []
  }

  mutating func resized(to frame: Frame) -> [Step] { appeared(in: frame) }

  mutating func callOff(in frame: Frame) -> [Step]? {
    words.isEmpty ? nil : search(for: "", in: frame)
  }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    let kept = current?.row.id
    narrow(to: words)
    let line = lines.firstIndex { if case .story(let index) = $0 { stories[index].row.id == kept } else { false } }
    scroll.go(to: line ?? 0, lines: lines.count, rows: frame.bodyRows, isStop: isStop)
    settle(in: frame)
    return lines.isEmpty ? [.say("no related story has “\(words)”")] : []
  }

  mutating func perform(_ command: Command, number: Int?, in frame: Frame) -> [Step] {
    guard let row = current?.row else { return [] }
    switch command {
    case .enter, .follow: return [.go(.story(row.id))]
    case .copy: return [.effect(.copy(row.headline))]
    case .toggleUnread: return [.effect(.change(.mark([row.id], .unread(!frame.expected(row).isUnread))))]
    case .toggleStar: return [.effect(.change(.mark([row.id], .starred(!frame.expected(row).isStarred))))]
    default:
      _ = scroll.perform(command, lines: lines.count, rows: frame.bodyRows, turns: frame.turnsPages, isStop: isStop)
      settle(in: frame)
      return []
    }
  }

  mutating func marked(_ marked: Set<StoryID>, _ mark: Mark) {
    for index in stories.indices where marked.contains(stories[index].row.id) { stories[index].row.set(mark) }
  }

  /// Brings the story under the cursor into view, its reasons with it.
  private mutating func settle(in frame: Frame) {
    scroll.fit(lines: lines.count, rows: frame.bodyRows, isStop: isStop)
    scroll.reveal(scroll.cursor + linesBelow, rows: frame.bodyRows)
  }
}
