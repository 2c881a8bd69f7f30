import Briefing

/// The parts of a story in reading order, with those left out that a closed fold hides.
///
/// Every step costs the same, however long the story is.
struct StoryOutline: Hashable, Sendable {
  let story: Story
  let asides: Int
  let sources: Int
  var folds = Folds()
  /// Whether the headline is a part, because the head cannot hold all of it.
  var showsHeadline = false

  var first: StoryPart {
    showsHeadline || isEmpty ? .block(.headline) : part(fromBullet: 0) ?? .block(.headline)
  }

  var last: StoryPart {
    part(upToAside: asides - 1) ?? .block(.headline)
  }

  func part(after part: StoryPart) -> StoryPart? {
    switch part {
    case .block(.headline): self.part(fromBullet: 0)
    case .block(.bullet(let index)): self.part(fromBullet: index + 1)
    case .block(.lede(let index)): self.part(fromLede: index + 1)
    case .block(.heading(let section)): self.part(fromParagraph: 0, of: section)
    case .block(.paragraph(let section, let index)): self.part(fromParagraph: index + 1, of: section)
    case .sourcesTitle: self.part(fromSource: 0)
    case .source(let index): self.part(fromSource: index + 1)
    case .asideTitle: self.part(fromAside: 0)
    case .aside(let index): self.part(fromAside: index + 1)
    }
  }

  func part(before part: StoryPart) -> StoryPart? {
    switch part {
    case .block(.headline): nil
    case .block(.bullet(let index)): self.part(upToBullet: index - 1)
    case .block(.lede(let index)): self.part(upToLede: index - 1)
    case .block(.heading(let section)): self.part(upToSection: section - 1)
    case .block(.paragraph(let section, let index)):
      .block(index > 0 ? .paragraph(section: section, index: index - 1) : .heading(section: section))
    case .sourcesTitle: self.part(upToSection: story.sections.count - 1)
    case .source(let index): index > 0 ? .source(index - 1) : .sourcesTitle
    case .asideTitle: self.part(upToSource: sources - 1)
    case .aside(let index): index > 0 ? .aside(index - 1) : .asideTitle
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
      folds.isOpen(section) && index < story.sections[section].paragraphs.count
        ? part : .block(.heading(section: section))
    case .sourcesTitle where sources > 0: part
    case .source(let index) where index < sources: part
    case .asideTitle where asides > 0: part
    case .aside(let index) where index < asides: folds.isAsideOpen ? part : .asideTitle
    default: first
    }
  }

  private var isEmpty: Bool {
    story.summary.isEmpty && story.lede.isEmpty && story.sections.isEmpty && asides == 0
  }
}

/// The first part from a position on; each kind falls through to the kind after it.
extension StoryOutline {
  private func part(fromBullet index: Int) -> StoryPart? {
    index < story.summary.count ? .block(.bullet(index)) : part(fromLede: 0)
  }

  private func part(fromLede index: Int) -> StoryPart? {
    index < story.lede.count ? .block(.lede(index)) : part(fromSection: 0)
  }

  private func part(fromSection index: Int) -> StoryPart? {
    if index < story.sections.count { return .block(.heading(section: index)) }
    return sources > 0 ? .sourcesTitle : part(fromSource: 0)
  }

  private func part(fromParagraph index: Int, of section: Int) -> StoryPart? {
    folds.isOpen(section) && index < story.sections[section].paragraphs.count
      ? .block(.paragraph(section: section, index: index)) : part(fromSection: section + 1)
  }

  private func part(fromSource index: Int) -> StoryPart? {
    if index < sources { return .source(index) }
    return asides > 0 ? .asideTitle : nil
  }

  private func part(fromAside index: Int) -> StoryPart? {
    folds.isAsideOpen && index < asides ? .aside(index) : nil
  }
}

/// The last part up to a position; each kind falls through to the kind before it.
extension StoryOutline {
  private func part(upToBullet index: Int) -> StoryPart? {
    if index >= 0 { return .block(.bullet(index)) }
    return showsHeadline || isEmpty ? .block(.headline) : nil
  }

  private func part(upToLede index: Int) -> StoryPart? {
    index >= 0 ? .block(.lede(index)) : part(upToBullet: story.summary.count - 1)
  }

  private func part(upToSection index: Int) -> StoryPart? {
    guard index >= 0 else { return part(upToLede: story.lede.count - 1) }
    let paragraphs = folds.isOpen(index) ? story.sections[index].paragraphs.count : 0
    return .block(paragraphs > 0 ? .paragraph(section: index, index: paragraphs - 1) : .heading(section: index))
  }

  private func part(upToSource index: Int) -> StoryPart? {
    index >= 0 ? .source(index) : part(upToSection: story.sections.count - 1)
  }

  private func part(upToAside index: Int) -> StoryPart? {
    guard asides > 0 else { return part(upToSource: sources - 1) }
    return folds.isAsideOpen ? .aside(index) : .asideTitle
  }
}
