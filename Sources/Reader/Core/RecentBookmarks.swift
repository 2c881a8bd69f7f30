import Briefing

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
