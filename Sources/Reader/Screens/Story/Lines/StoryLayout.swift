import Briefing
import Canvas

/// The lines of a story at a measure: laid out where they are asked for and kept for the next time, never all of them.
struct StoryLayout: Hashable, Sendable {
  /// Where a line stands. Holds until the measure or a fold changes.
  struct Address: Hashable, Sendable {
    var part: StoryPart
    var chunk: Int
    var line: Int
  }

  let facts: StoryFacts
  /// The blocks that the version before did not have, or not in these words.
  let new: Set<Place.Block>
  private(set) var measure: Measure
  private(set) var outline: StoryOutline
  /// Whether links have their numbers behind them.
  private(set) var numbersLinks = false
  /// What is shown whole of that which is cut otherwise.
  private(set) var whole: Set<StoryPart> = []
  private var cache = LineCache()

  init(_ detail: StoryDetail, measure: Measure) {
    facts = StoryFacts(detail.story)
    new = detail.changes?.new ?? []
    self.measure = measure
    outline = StoryOutline(detail, sources: facts.hosts.count)
  }

  var story: Story { outline.story }

  /// Fits the lines to a new width; `headline` says whether the headline is to be shown among them.
  mutating func fit(_ measure: Measure, headline: Bool) {
    outline.showsHeadline = headline
    guard measure != self.measure else { return }
    self.measure = measure
    cache = LineCache()
  }

  mutating func changeFolds(_ change: (inout Folds) -> Void) {
    change(&outline.folds)
  }

  /// Puts a note on a section, or on the whole story (nil), in the place of the one there was. Empty for none.
  mutating func set(note: String, on section: Int?) {
    outline.notes[section] = note.isEmpty ? nil : note
    cache = LineCache()
  }

  /// Shows links with or without their numbers.
  mutating func numberLinks(_ areNumbered: Bool) {
    numbersLinks = areNumbered && facts.hasLinks
  }

  /// Shows all of what is cut, or cuts it again.
  mutating func toggleWhole(_ part: StoryPart) {
    if whole.remove(part) == nil { whole.insert(part) }
    cache = LineCache()
  }

  func text(of part: StoryPart) -> PartText {
    PartText(part, in: outline, facts: facts, measure: measure)
  }

  /// How many columns the words of a part have; a heading and a source leave room for their fold summaries.
  private func columns(of text: PartText) -> Int {
    let hasFoldSummary = text.look == .question || text.look == .source
    return (hasFoldSummary ? measure.question : measure.right) - measure.column(of: text.edge) - text.leading
  }

  /// Where the words of a text begin across the pane.
  func column(of text: PartText) -> Int {
    measure.column(of: text.edge) + text.leading
  }

  mutating func line(_ address: Address) -> StoryLine {
    lines(of: address.part, chunk: address.chunk)[address.line]
  }

  mutating func lines(of part: StoryPart, chunk: Int) -> [StoryLine] {
    let key = LineCache.Key(part: part, chunk: chunk, numbersLinks: numbersLinks)
    if let lines = cache.lines[key] { return lines }
    let composition = composition(of: part)
    var lines = composition.lines(of: chunk, facts: facts)
    lead(&lines, of: part, composition.text)
    cache.keep(lines, for: key)
    return lines
  }

  mutating func chunks(of part: StoryPart) -> LayoutChunks {
    let key = LineCache.Key(part: part, chunk: 0, numbersLinks: numbersLinks)
    return cache.compositions[key]?.chunks ?? composition(of: part).chunks
  }

  private mutating func composition(of part: StoryPart) -> Composition {
    let key = LineCache.Key(part: part, chunk: 0, numbersLinks: numbersLinks)
    if let composition = cache.compositions[key] { return composition }
    let text = text(of: part)
    let composition = Composition(
      text, facts: facts, columns: columns(of: text), numbersLinks: numbersLinks, isWhole: whole.contains(part))
    cache.keep(composition, for: key)
    return composition
  }

  /// What a folded section holds. Costs its wrapping once.
  mutating func foldSummary(of section: Int) -> FoldSummary {
    if let foldSummary = cache.foldSummaries[section] { return foldSummary }
    let columns = max(1, measure.right - measure.answer)
    let foldSummary = FoldSummary(
      of: story.sections[section], badges: badges(of: section), facts: facts, columns: columns)
    cache.foldSummaries[section] = foldSummary
    return foldSummary
  }

  /// Counts what the folds on a page hold now, so that drawing them needs no counting.
  mutating func keepFoldSummaries(on page: [Address?]) {
    guard measure.showsFoldSummary else { return }
    for case let address? in page {
      guard case .block(.heading(let section)) = address.part, !outline.folds.isOpen(section) else { continue }
      _ = foldSummary(of: section)
    }
  }
}

/// Lines and fold summaries that were laid out lately.
///
/// Two caches are equal whatever they hold: they change how fast a screen is drawn, never what it shows.
struct LineCache: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    var part: StoryPart
    var chunk: Int
    var numbersLinks: Bool
  }

  private(set) var lines: [Key: [StoryLine]] = [:]
  /// By their first chunks.
  private(set) var compositions: [Key: Composition] = [:]
  var foldSummaries: [Int: FoldSummary] = [:]

  /// Several of the largest screens.
  private static let limit = 1_000

  mutating func keep(_ lines: [StoryLine], for key: Key) {
    if self.lines.count >= Self.limit { self.lines = [:] }
    if foldSummaries.count >= Self.limit { foldSummaries = [:] }
    self.lines[key] = lines
  }

  mutating func keep(_ composition: Composition, for key: Key) {
    if compositions.count >= Self.limit { compositions = [:] }
    compositions[key] = composition
  }

  static func == (left: LineCache, right: LineCache) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
