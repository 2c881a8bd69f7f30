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

extension State {
  /// What is to be kept of the story that is shown when the reader is ended from outside; nothing where all is kept.
  public mutating func leave() -> [Effect] {
    guard var story = history.current.story, let bookmark = story.newBookmark() else { return [] }
    history.current = Screen(story)
    recentBookmarks.add(bookmark, of: story.detail)
    return [.remember(story.detail.row.id, bookmark)]
  }

  /// The same after each key. While words are typed into a prompt, the place is not yet where the user goes.
  mutating func keepPlace() -> [Effect] {
    prompt == nil ? leave() : []
  }
}

/// Where the user was lately: what was sent to be remembered may not be written yet when a story is opened again.
struct RecentBookmarks: Hashable, Sendable {
  private struct Left: Hashable {
    var story: StoryID
    /// How many versions there were; the places of another one are others.
    var versions: Int
    var bookmark: Bookmark
  }

  /// The last one at the end.
  private var left: [Left] = []

  /// Far more than can wait to be written.
  private static let limit = 32

  mutating func add(_ bookmark: Bookmark, of detail: StoryDetail) {
    left.removeAll { $0.story == detail.row.id }
    left.append(Left(story: detail.row.id, versions: detail.versions, bookmark: bookmark))
    if left.count > Self.limit { left.removeFirst() }
  }

  /// The bookmark of a story as it was last sent, else the one that it comes with.
  func bookmark(of detail: StoryDetail) -> Bookmark? {
    left.last { $0.story == detail.row.id && $0.versions == detail.versions }?.bookmark ?? detail.bookmark
  }
}
