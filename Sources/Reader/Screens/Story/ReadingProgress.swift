import Briefing

/// Which sections were read, and what of the reading is known to be kept.
struct ReadingProgress: Hashable, Sendable {
  /// What a bookmark is made of, in a form that is compared at no cost.
  struct Reading: Hashable, Sendable {
    var place: Place?
    var folds: Folds
    var read: Int
    var isFinished: Bool
  }

  /// The sections that were on the screen to their end, now or at an earlier time.
  var read: Set<Int> = []
  /// Those of them that were so since the story was opened: reading on passes them over.
  private(set) var seen: Set<Int> = []
  /// The sections that reading on opened and that are still in sight, and those that it folded behind them.
  var opened: Set<Int> = []
  var folded: Set<Int> = []
  /// Whether the last word was on the screen, now or at an earlier time.
  var isFinished = false
  private var kept: Reading?

  /// Notes the sections whose last line is on a page.
  mutating func note(_ page: [StoryLayout.Address?], in layout: inout StoryLayout) {
    for case let address? in page {
      guard case .block(.paragraph(let section, let index)) = address.part, !seen.contains(section),
        index == layout.story.sections[section].blocks.count - 1, layout.isLast(address)
      else { continue }
      seen.insert(section)
      read.insert(section)
    }
  }

  /// How many of a story's headings were read; of its questions alone, where it has any.
  func read(of story: Story, questionsOnly: Bool) -> Int {
    questionsOnly ? read.count { story.sections[safe: $0]?.isQuestion == true } : read.count
  }

  /// Takes a reading for kept.
  mutating func keep(_ reading: Reading) { kept = reading }

  func isKept(_ reading: Reading) -> Bool { reading == kept }
}

/// The place in the story, kept for the next time.
extension StoryState {
  /// Where the user is now. Who read on to the last word, or is below the story, has read it, so that it opens at its start
  /// again.
  var bookmark: Bookmark {
    let open = detail.story.sections.indices.filter { layout.outline.folds.isOpen($0) }
    return Bookmark(
      place: reading.place ?? Place(.headline), open: Set(open), read: progress.read, progress: progressOfReading)
  }

  /// The bookmark, if the place or the folds changed since it was last asked for; nil in an older version and in a mere
  /// beginning, because places and sections are those of the newest, and of all of it.
  mutating func newBookmark() -> Bookmark? {
    guard isNewest, completeness == .whole, !progress.isKept(reading) else { return nil }
    progress.keep(reading)
    return bookmark
  }

  /// Opens and dims what was open and read the last time; what the story does not have is passed over.
  mutating func restore(_ bookmark: Bookmark) {
    let sections = detail.story.sections.indices
    progress.read = bookmark.read.filter(sections.contains)
    // What answers no question is open unless it was closed.
    layout.changeFolds { folds in
      for section in sections where bookmark.open.contains(section) != folds.isOpen(section) {
        folds.set(section, open: bookmark.open.contains(section))
      }
    }
  }

  var reading: ReadingProgress.Reading {
    ReadingProgress.Reading(
      place: isAtEnd ? nil : cursor.place, folds: layout.outline.folds, read: progress.read.count,
      isFinished: progress.isFinished)
  }

  private var progressOfReading: Row.Progress {
    progress.isFinished ? .finished : .begun
  }
}
