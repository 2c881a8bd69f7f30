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
    if story.detail.row.progress != bookmark.progress { show(bookmark.progress, of: &story) }
    history.current = Screen(story)
    recentBookmarks.add(bookmark, of: story.detail)
    return [.remember(story.detail.row.id, bookmark)]
  }

  private mutating func show(_ progress: Row.Progress, of story: inout StoryState) {
    story.detail.row.progress = progress
    let id = story.detail.row.id
    _ = changeIndex { index, _ in
      index.window.change([id]) { $0.progress = progress }
      return []
    }
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
    /// Where the cursor stood on the screen when another story took this one's place.
    var cursor: StoryCursor?
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

  /// Notes where the cursor stands in a story that makes place for another one.
  mutating func leave(_ story: StoryState) {
    guard story.isNewest, story.completeness == .whole else { return }
    if left.last?.story != story.detail.row.id { add(bookmark(of: story.detail) ?? story.bookmark, of: story.detail) }
    left[left.count - 1].cursor = story.cursor
  }

  /// Where the cursor stood in a story when another one took its place; nil where that is not known.
  func cursor(of detail: StoryDetail) -> StoryCursor? {
    left.last { $0.story == detail.row.id && $0.versions == detail.versions }?.cursor
  }

  /// The bookmark of a story as it was last sent, else the one that it comes with.
  func bookmark(of detail: StoryDetail) -> Bookmark? {
    left.last { $0.story == detail.row.id && $0.versions == detail.versions }?.bookmark ?? detail.bookmark
  }
}
