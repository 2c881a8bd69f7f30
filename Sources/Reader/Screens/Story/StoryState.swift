import Briefing
import Canvas

/// A story being read: which folds are open, and where the reader is in it.
///
/// What is being read is held by a spot in the text, never by a line number, and with it the row of the screen that it
/// stands on: so neither folding nor a new size moves it.
struct StoryState: Hashable, Sendable {
  var detail: StoryDetail
  var extent = Extent.whole
  var layout: StoryLayout
  var cursor: StorySpot
  /// The row below the head that the cursor's line stands on.
  var row = 0
  /// The citation that Enter follows.
  var chosen: CitationAnchor? { didSet { numberLinks() } }
  /// The sections that were on the screen to their end.
  var read: Set<Int> = []
  var find: StoryFind?
  /// Letters beside the citations, while one is to be typed.
  var letters: MarkHints? { didSet { numberLinks() } }
  var sourcesPanel: SourcesPanel?
  /// What of the reading is known to be kept.
  var kept: Reading?

  /// A story opened at a place, with the words of a search lit; without a place, where the user left it the last time.
  init(detail: StoryDetail, at place: Place?, matching words: String, in frame: Frame) {
    self.detail = detail
    layout = StoryLayout(detail, measure: Measure(frame))
    cursor = StorySpot(layout.outline.first)
    fit(to: frame)
    cursor = StorySpot(layout.outline.first)
    find = StoryFind(query: words)
    if let bookmark = detail.bookmark { takeUp(bookmark) }
    if let place {
      go(to: place, in: frame)
    } else {
      if let place = detail.bookmark?.place { move(to: StorySpot(place), in: frame) }
      settle(in: frame, fills: true)
    }
    forgetNews()
  }

  /// Brings a place into view, its section open and the cursor on it.
  mutating func go(to place: Place, in frame: Frame) {
    fit(to: frame)
    chosen = nil
    sourcesPanel = nil
    if let section = place.block.section, section < detail.story.sections.count,
      place.block != .heading(section: section)
    {
      layout.changeFolds { $0.set(section, open: true) }
    }
    // A mark stands behind its claim: the line of the claim's last letter is the one that is meant.
    let isMark = citations(of: .block(place.block)).contains { $0.place == place.offset }
    let words = layout.text(of: layout.outline.shown(.block(place.block))).words
    move(
      to: StorySpot(.block(place.block), offset: isMark ? words.boundary(before: place.offset) : place.offset),
      in: frame)
    settle(in: frame, fills: true)
  }

  /// The citations in a part's words; none for what is no block of the body.
  func citations(of part: StoryPart) -> [Citation] {
    if case .block(let block) = part { detail.story.block(block)?.citations ?? [] } else { [] }
  }

  /// The words of a link carry its number while citations are walked or letters stand beside them.
  private mutating func numberLinks() {
    layout.numberLinks(chosen != nil || letters != nil)
  }
}

extension Screen {
  /// The story that is shown; nil on another screen.
  var story: StoryState? {
    get { content as? StoryState }
    set { if let newValue { content = newValue } }
  }
}
