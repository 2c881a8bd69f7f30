import Briefing

/// The place in the story, kept for the next time.
extension StoryState {
  /// What a bookmark is made of, in a form that is compared at no cost.
  struct Reading: Hashable, Sendable {
    var place: Place?
    var folds: Folds
    var read: Int
  }

  /// Where the user is now. A cursor below the story has read it to its end, so that the story opens at its start again.
  var bookmark: Bookmark {
    let open = detail.story.sections.indices.filter { layout.outline.folds.isOpen($0) }
    return Bookmark(place: cursor.place ?? Place(.headline), open: Set(open), read: read)
  }

  /// The bookmark, if the place or the folds changed since it was last asked for; nil in an older version and in a mere
  /// beginning, because places and sections are those of the newest, and of all of it.
  mutating func newBookmark() -> Bookmark? {
    guard isNewest, extent == .whole, reading != kept else { return nil }
    forgetNews()
    return bookmark
  }

  /// Takes the place and the folds for kept.
  mutating func forgetNews() {
    kept = reading
  }

  /// Opens and dims what was open and read the last time; what the story does not have is passed over.
  mutating func takeUp(_ bookmark: Bookmark) {
    let sections = detail.story.sections.indices
    read = bookmark.read.filter(sections.contains)
    // What answers no question is open unless it was closed.
    layout.changeFolds { folds in
      for section in sections where bookmark.open.contains(section) != folds.isOpen(section) {
        folds.set(section, open: bookmark.open.contains(section))
      }
    }
  }

  private var reading: Reading {
    Reading(place: cursor.place, folds: layout.outline.folds, read: read.count)
  }
}
