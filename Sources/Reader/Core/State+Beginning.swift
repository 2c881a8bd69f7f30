import Briefing

/// A large story is shown from its beginning while the rest of it is being read.
extension State {
  mutating func arrive(atFirst detail: StoryDetail, _ completeness: Completeness) -> [Effect] {
    var story = StoryState(detail: detail, at: nil, matching: "", in: pageFrame)
    story.completeness = completeness
    return push(story) + (completeness == .whole ? markRead(detail.row) : [])
  }

  /// Puts the whole story in the place of its beginning.
  mutating func complete(with detail: StoryDetail) -> [Effect] {
    guard history.screens.contains(where: { $0.story?.completeness == .beginning }) else { return [] }
    if message == Completeness.beginning.remark { message = nil }
    return tellAll { $0.completed(with: detail, in: $1) } + markRead(detail.row)
  }
}
