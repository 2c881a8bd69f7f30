import Briefing

/// The parts of a story in reading order, with those left out that a closed fold hides.
///
/// Every step costs the same, however long the story is.
struct StoryOutline: Hashable, Sendable {
  let story: Story
  let asides: [SetAside]
  /// What the version before said and this one does not.
  let gone: [String]
  let sources: Int
  /// The user's notes by section; nil is the whole story.
  var notes: [Int?: String]
  var folds: Folds
  /// Whether the headline is a part, because the head cannot hold all of it.
  var showsHeadline = false

  init(_ detail: StoryDetail, sources: Int) {
    story = detail.story
    asides = detail.setAside
    gone = detail.changes?.gone ?? []
    self.sources = sources
    folds = Folds(story.sections)
    notes = Dictionary(detail.notes.map { ($0.section, $0.text) }) { $1 }
  }

  /// The outline with every fold open.
  var unfolded: StoryOutline {
    var outline = self
    outline.folds.setAll(open: true)
    for appendix in Appendix.allCases { outline.folds.set(appendix, open: true) }
    return outline
  }

  var first: StoryPart {
    showsHeadline || isEmpty ? .block(.headline) : partBelowHeadline ?? .block(.headline)
  }

  var last: StoryPart {
    part(upTo: Appendix.allCases[...]) ?? .block(.headline)
  }

  /// The part that holds the last word of the story itself; of a closed section, its heading.
  var lastOfBody: StoryPart { part(upToSection: story.sections.count - 1) ?? .block(.headline) }

  func part(after part: StoryPart) -> StoryPart? {
    switch part {
    case .block(.headline): partBelowHeadline
    case .block(.bullet(let index)): self.part(fromBullet: index + 1)
    case .block(.lede(let index)): self.part(fromLede: index + 1)
    case .block(.heading(let section)): self.part(belowHeading: section)
    case .block(.paragraph(let section, let index)): self.part(fromParagraph: index + 1, of: section)
    case .note(let section?): self.part(fromParagraph: 0, of: section)
    case .note(nil): self.part(fromBullet: 0)
    case .sourcesTitle: self.part(fromSource: 0)
    case .source(let index): self.part(fromSource: index + 1)
    case .title(let appendix): self.part(fromItem: 0, of: appendix)
    case .item(let appendix, let index): self.part(fromItem: index + 1, of: appendix)
    }
  }

  func part(before part: StoryPart) -> StoryPart? {
    switch part {
    case .block(.headline): nil
    case .block(.bullet(let index)): self.part(upToBullet: index - 1)
    case .block(.lede(let index)): self.part(upToLede: index - 1)
    case .block(.heading(let section)): self.part(upToSection: section - 1)
    case .block(.paragraph(let section, let index)): self.part(upToParagraph: index - 1, of: section)
    case .note(let section?): .block(.heading(section: section))
    case .note(nil): partAboveAll
    case .sourcesTitle: self.part(upToSection: story.sections.count - 1)
    case .source(let index): index > 0 ? .source(index - 1) : .sourcesTitle
    case .title(let appendix): self.part(upTo: Appendix.allCases.prefix { $0 != appendix })
    case .item(let appendix, let index): index > 0 ? .item(appendix, index - 1) : .title(appendix)
    }
  }

  /// The part itself if it is there and shown, else the one that stands for it.
  func shown(_ part: StoryPart) -> StoryPart {
    switch part {
    case .block(.headline): first
    case .block(.bullet(let index)) where index < story.summary.count: part
    case .block(.lede(let index)) where index < story.lede.count: part
    case .block(.heading(let section)) where section < story.sections.count: part
    case .block(.paragraph(let section, let index)) where section < story.sections.count:
      folds.isOpen(section) && index < story.sections[section].blocks.count
        ? part : .block(.heading(section: section))
    case .note(let section?) where section < story.sections.count:
      folds.isOpen(section) && notes[section] != nil ? part : .block(.heading(section: section))
    case .note(nil) where notes[nil] != nil: part
    case .sourcesTitle where sources > 0: part
    case .source(let index) where index < sources: part
    case .title(let appendix) where count(appendix) > 0: part
    case .item(let appendix, let index) where index < count(appendix):
      folds.isOpen(appendix) ? part : .title(appendix)
    default: first
    }
  }

  /// How many items stand in an appendix.
  func count(_ appendix: Appendix) -> Int {
    switch appendix {
    case .gone: gone.count
    case .aside: asides.count
    }
  }

  private var isEmpty: Bool {
    partBelowHeadline == nil
  }

  private var partAboveAll: StoryPart? {
    showsHeadline || isEmpty ? .block(.headline) : nil
  }
}

/// The first part from a position on; each kind falls through to the kind after it.
extension StoryOutline {
  private var partBelowHeadline: StoryPart? {
    notes[nil] == nil ? part(fromBullet: 0) : .note(section: nil)
  }

  private func part(fromBullet index: Int) -> StoryPart? {
    index < story.summary.count ? .block(.bullet(index)) : part(fromLede: 0)
  }

  private func part(fromLede index: Int) -> StoryPart? {
    index < story.lede.count ? .block(.lede(index)) : part(fromSection: 0)
  }

  private func part(fromSection index: Int) -> StoryPart? {
    if index < story.sections.count { return .block(.heading(section: index)) }
    return sources > 0 ? .sourcesTitle : part(from: Appendix.allCases[...])
  }

  private func part(belowHeading section: Int) -> StoryPart? {
    folds.isOpen(section) && notes[section] != nil ? .note(section: section) : part(fromParagraph: 0, of: section)
  }

  private func part(fromParagraph index: Int, of section: Int) -> StoryPart? {
    folds.isOpen(section) && index < story.sections[section].blocks.count
      ? .block(.paragraph(section: section, index: index)) : part(fromSection: section + 1)
  }

  private func part(fromSource index: Int) -> StoryPart? {
    index < sources ? .source(index) : part(from: Appendix.allCases[...])
  }

  private func part(fromItem index: Int, of appendix: Appendix) -> StoryPart? {
    folds.isOpen(appendix) && index < count(appendix)
      ? .item(appendix, index) : part(from: Appendix.allCases.drop { $0 != appendix }.dropFirst())
  }

  private func part(from appendices: ArraySlice<Appendix>) -> StoryPart? {
    appendices.first { count($0) > 0 }.map { .title($0) }
  }
}

/// The last part up to a position; each kind falls through to the kind before it.
extension StoryOutline {
  private func part(upToBullet index: Int) -> StoryPart? {
    if index >= 0 { return .block(.bullet(index)) }
    return notes[nil] == nil ? partAboveAll : .note(section: nil)
  }

  private func part(upToLede index: Int) -> StoryPart? {
    index >= 0 ? .block(.lede(index)) : part(upToBullet: story.summary.count - 1)
  }

  private func part(upToSection index: Int) -> StoryPart? {
    guard index >= 0 else { return part(upToLede: story.lede.count - 1) }
    guard folds.isOpen(index) else { return .block(.heading(section: index)) }
    return part(upToParagraph: story.sections[index].blocks.count - 1, of: index)
  }

  private func part(upToParagraph index: Int, of section: Int) -> StoryPart? {
    if index >= 0 { return .block(.paragraph(section: section, index: index)) }
    return notes[section] == nil ? .block(.heading(section: section)) : .note(section: section)
  }

  private func part(upTo appendices: ArraySlice<Appendix>) -> StoryPart? {
    guard let appendix = appendices.last(where: { count($0) > 0 }) else { return part(upToSource: sources - 1) }
    return folds.isOpen(appendix) ? .item(appendix, count(appendix) - 1) : .title(appendix)
  }

  private func part(upToSource index: Int) -> StoryPart? {
    index >= 0 ? .source(index) : part(upToSection: story.sections.count - 1)
  }
}
