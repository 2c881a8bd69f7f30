import Briefing

/// A large story is shown from its beginning while the rest of it is being read.
extension State {
  mutating func arrive(atFirst detail: StoryDetail, _ extent: StoryState.Extent) -> [Effect] {
    var story = StoryState(detail: detail, at: nil, matching: "", in: pageFrame)
    story.extent = extent
    return arrive(at: .story(story)) + (extent == .whole ? markRead(detail.row) : [])
  }

  /// Puts the whole story in the place of its beginning.
  mutating func complete(with detail: StoryDetail) -> [Effect] {
    let isAwaited = history.screens.contains { screen in
      if case .story(let story) = screen { story.extent == .beginning } else { false }
    }
    guard isAwaited else { return [] }
    if message == StoryState.Extent.beginning.remark { message = nil }
    return tellAll { $0.completed(with: detail, in: $1) } + markRead(detail.row)
  }
}
