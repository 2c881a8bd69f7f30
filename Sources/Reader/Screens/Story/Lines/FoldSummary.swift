import Briefing
import Canvas

/// What stands at the end of a folded question: how long the answer is, what is to be known of it, and what it rests on.
struct FoldSummary: Hashable, Sendable {
  /// The words before the sources.
  let words: String
  /// The numbers of its sources, in order of first appearance.
  let sources: [Int]
  /// Where a click on each of them leads.
  let addresses: [ClickAddress?]

  /// Longer answers are not counted: they would hold up the screen.
  static let longest = 65_536

  /// Where there is no room for the words of all badges, the length is left out.
  init(of section: Section, badges: [PartBadge], facts: StoryFacts, columns: Int) {
    let cited = CitedHosts(section.blocks)
    sources = cited.hosts.map(facts.number)
    addresses = cited.first.map { CitationTarget.citation($0).click }
    let bytes = section.blocks.reduce(0) { $0 + $1.text.utf8.count }
    let lines = bytes > Self.longest ? nil : Self.lines(of: section, facts: facts, columns: columns)
    let length = lines.map { Self.aligned(counted($0, "line", "lines")) } ?? " long"
    let badges = badges.map(\.rawValue)
    let words = ([length] + badges).joined(separator: " · ")
    self.words = words.count <= Measure.foldSummary ? words : " " + badges.joined(separator: " · ")
  }

  /// Words that begin with a number, so that those of one digit and of two stand under each other.
  static func aligned(_ words: String) -> String {
    words.dropFirst().first == " " ? " " + words : words
  }

  /// The sources that fit in so many columns together with the words, and how many are left, if that fits as well.
  func shown(in columns: Int) -> (sources: [Int], more: Int) {
    var shown = 0
    var taken = words.count + 2
    for (index, source) in sources.enumerated() {
      taken += 3 + String(source).count
      guard taken <= columns else { break }
      let more = sources.count - index - 1
      if more == 0 || taken + " +\(more)".count <= columns { shown = index + 1 }
    }
    let more = sources.count - shown
    let hasRoom = shown > 0 || words.count + " · +\(more)".count <= columns
    return (Array(sources.prefix(shown)), hasRoom ? more : 0)
  }

  private static func lines(of section: Section, facts: StoryFacts, columns: Int) -> Int {
    section.blocks.indices.reduce(0) { count, index in
      let block = section.blocks[index]
      let prefix = BlockPrefix(of: block, after: section.blocks[safe: index - 1], columns: columns)
      let text = PartText(block, prefix: prefix)
      let composition = Composition(text, facts: facts, columns: columns - text.leading)
      return (0..<composition.chunks.count).reduce(count) { count, chunk in
        count + composition.lines(of: chunk, facts: facts).count
      }
    }
  }
}

/// What is to be known of a part beside its words. The raw value is its word in the summary of a fold.
enum PartBadge: String, Hashable, Sendable {
  /// The version before did not have it.
  case new
  /// The version before had it in other words.
  case changed
  /// The user wrote a note on it.
  case note

  /// Stands left of the part.
  var symbol: String { (self == .note ? Sign.note : .marked).glyph }
}

/// What is to be known of a part beside its words: whether it is new, and whether a note is on it.
extension StoryLayout {
  /// Whether the version before did not have these words.
  func isNew(_ part: StoryPart) -> Bool {
    if case .block(let block) = part { new.contains(block) } else { false }
  }

  /// What a folded question says of the answer that it hides.
  func badges(of section: Int) -> [PartBadge] {
    let change = changeBadge(of: section).map { [$0] } ?? []
    return outline.notes[section] == nil ? change : change + [.note]
  }

  /// New where nothing of the section was there before, changed where some of it was.
  private func changeBadge(of section: Int) -> PartBadge? {
    guard !new.isEmpty else { return nil }
    let paragraphs = story.sections[section].blocks.indices.map { index in
      new.contains(.paragraph(section: section, index: index))
    }
    let hasNewHeading = new.contains(.heading(section: section))
    if hasNewHeading, !paragraphs.contains(false) { return .new }
    return hasNewHeading || paragraphs.contains(true) ? .changed : nil
  }
}
