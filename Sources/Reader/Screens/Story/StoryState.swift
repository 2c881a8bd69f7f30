import Briefing
import Canvas

/// A story being read: which folds are open, and where the reader is in it.
struct StoryState: Hashable, Sendable {
  var detail: StoryDetail { didSet { isFitted = false } }
  var completeness = Completeness.whole { didSet { isFitted = false } }
  var layout: StoryLayout
  /// What the story has of the terminal; kept up to date by `fit(to:)`.
  private(set) var viewport: StoryViewport
  /// Whether that is of what the story is now.
  private var isFitted = false
  var cursor: StoryCursor
  /// The words of a link carry its number while citations are walked or letters stand beside them.
  var citations = CitationChoice() { didSet { layout.numberLinks(citations.areShown) } }
  var progress = ReadingProgress()
  /// Whether the last word was reached by reading on with the key before: once more leads to the next unread story.
  var isAtEnd = false
  var find: StoryFind?
  var sourcesPanel: SourcesPanel?
  /// The entry of which this is the whole page, shown in its place: marks are meant for it.
  var entry: Row? { didSet { isFitted = false } }
  /// Whether a note was written here that is not kept yet: then it is brought into view.
  var awaitsNote = false

  /// A story opened at a place, with the words of a search highlighted; without a place, where the user left it the last
  /// time.
  init(detail: StoryDetail, at place: Place?, matching words: String, in frame: Frame) {
    self.detail = detail
    layout = StoryLayout(detail, measure: Measure(frame))
    viewport = StoryViewport(detail, completeness, of: detail.row, facts: layout.facts, read: 0, in: frame)
    layout.fit(viewport.measure, headline: !viewport.head.isWhole)
    cursor = StoryCursor(spot: StorySpot(layout.outline.first))
    find = StoryFind(query: words)
    progress.isFinished = detail.row.progress == .finished
    if let bookmark = detail.bookmark { restore(bookmark) }
    if frame.folds == .open || detail.isArticle(asksAlone: layout.facts.asksAlone) {
      layout.changeFolds { $0.setAll(open: true) }
    }
    if let place {
      go(to: place)
    } else {
      if let place = detail.bookmark?.place { move(to: StorySpot(place)) }
      settle(fills: true)
    }
    // A story that was only looked at counts as read, and is told from one that was read to its end.
    if detail.row.progress != .none { progress.keep(reading) }
  }

  /// Lays out for a frame; costs next to nothing where that was done.
  mutating func fit(to frame: Frame) {
    let read = progress.read(of: detail.story, questionsOnly: layout.facts.questions > 0)
    guard !isFitted || viewport.frame != frame || viewport.read != read else { return }
    viewport = StoryViewport(detail, completeness, of: subject, facts: layout.facts, read: read, in: frame)
    isFitted = true
    layout.fit(viewport.measure, headline: !viewport.head.isWhole)
  }

  /// Brings a place into view, in a frame that may be another one.
  mutating func go(to place: Place, in frame: Frame) {
    fit(to: frame)
    go(to: place)
  }

  /// Brings a place into view, its section open and the cursor on it.
  private mutating func go(to place: Place) {
    citations.chosen = nil
    sourcesPanel = nil
    if let section = place.block.section, section < detail.story.sections.count,
      place.block != .heading(section: section)
    {
      layout.changeFolds { $0.set(section, open: true) }
    }
    // A citation stands behind its claim: the line of the claim's last letter is the one that is meant.
    let isCitation = detail.story.citations(of: .block(place.block)).contains { $0.place == place.offset }
    let words = layout.text(of: layout.outline.shown(.block(place.block))).words
    move(
      to: StorySpot(.block(place.block), offset: isCitation ? words.boundary(before: place.offset) : place.offset))
    settle(fills: true)
  }

  /// Puts the cursor on a spot, or on what is shown in its place: without scrolling where that is in view, else a third
  /// down the page. What is cut is shown whole where the spot lies behind the cut.
  mutating func move(to spot: StorySpot) {
    cursor.move(to: spot, in: &layout, viewport)
    noteShown()
  }

  /// Puts the cursor where it stood, on the very row.
  mutating func stand(at cursor: StoryCursor) {
    self.cursor = cursor
    self.cursor.stand(at: cursor.spot, in: layout)
    settle(fills: true)
  }

  /// Brings the cursor's row within the frame, and notes what was read.
  ///
  /// `fills` leaves no row empty at the end of the story that a line above could fill.
  mutating func settle(fills: Bool = false) {
    cursor.settle(in: &layout, viewport, fills: fills)
    noteShown()
  }

  /// Notes what can be seen: its folds are counted, so that drawing them needs no counting, and what was read to its end.
  mutating func noteShown() {
    let page = page()
    layout.keepFoldSummaries(on: page)
    progress.note(page, in: &layout)
    if !progress.isFinished, isRead(onTheLast: page) { progress.isFinished = true }
  }

  /// The lines on the rows below the head.
  mutating func page() -> [StoryLayout.Address?] {
    cursor.page(in: &layout, viewport)
  }
}

extension Screen {
  /// The story that is shown; nil on another screen.
  var story: StoryState? {
    get { content as? StoryState }
    set { if let newValue { content = newValue } }
  }
}
