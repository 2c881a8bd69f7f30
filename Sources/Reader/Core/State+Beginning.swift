import Briefing

/// A large story is shown from its beginning while the rest of it is being read.
extension State {
  mutating func arrive(atFirst entry: Entry, _ extent: StoryState.Extent) -> [Effect] {
    var story = StoryState(entry: entry, at: nil, matching: "", in: pageFrame)
    story.extent = extent
    return arrive(at: .story(story)) + (extent == .whole ? markRead(entry.row) : [])
  }

  /// Puts the whole story in the place of its beginning.
  mutating func complete(with entry: Entry) -> [Effect] {
    let isAwaited = history.screens.contains { screen in
      if case .story(let story) = screen { story.extent == .beginning } else { false }
    }
    guard isAwaited else { return [] }
    if message == StoryState.Extent.beginning.remark { message = nil }
    return tellAll { $0.completed(with: entry, in: $1) } + markRead(entry.row)
  }
}
