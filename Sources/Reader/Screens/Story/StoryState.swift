import Briefing

/// A story being read: which folds are open, and where the reader is in it.
struct StoryState: Hashable, Sendable {
  private(set) var entry: Entry

  /// A story opened at a place, with the words of a search lit.
  init(entry: Entry, at place: Place?, matching words: String, in frame: Frame) {
    self.entry = entry
  }

  /// Brings a place into view, its section open and the cursor on it.
  mutating func go(to place: Place, in frame: Frame) {
  }
}
