import Briefing
import Reader
import Synchronization

/// Where the user is in each story, until it is written: the reader notes it with every key, and of what it notes only the
/// newest is worth writing.
final class UnwrittenBookmarks: Sendable {
  private let bookmarks = Mutex<[StoryID: Bookmark]>([:])

  var isEmpty: Bool { bookmarks.withLock(\.isEmpty) }

  var all: [StoryID: Bookmark] { bookmarks.withLock(\.self) }

  /// Puts one in the place of an older one of the story; true where none waited, of any story.
  func add(_ bookmark: Bookmark, of story: StoryID) -> Bool {
    bookmarks.withLock { bookmarks in
      defer { bookmarks[story] = bookmark }
      return bookmarks.isEmpty
    }
  }

  /// Takes away what was written, unless a newer one has come meanwhile.
  func remove(_ bookmark: Bookmark, of story: StoryID) {
    bookmarks.withLock { if $0[story] == bookmark { $0[story] = nil } }
  }
}
