import Briefing

/// A story of which only the beginning was read so far: it can be read, and what needs the catalog has to wait.
extension StoryState {
  /// How much of the story is there.
  enum Extent: Hashable, Sendable {
    case whole
    /// The rest is being read.
    case beginning
    /// The rest could not be read.
    case part

    /// What the reader is told in the place of what is not known yet; nil where all is.
    var remark: String? {
      switch self {
      case .whole: nil
      case .beginning: "the rest of this story is being read"
      case .part: "the rest of this story could not be read"
      }
    }
  }

  mutating func completed(with detail: StoryDetail, in frame: Frame) -> [Step] {
    guard extent == .beginning else { return [] }
    let before = self
    // It begins as its beginning does: what was read is looked for nowhere else.
    var bookmark = before.bookmark
    let sections = detail.story.sections
    bookmark.open.formUnion(
      sections.indices.dropFirst(before.detail.story.sections.count).filter { !sections[$0].isQuestion })
    self = StoryState(detail: detail, at: bookmark, inPlaceOf: before, in: frame)
    if let chosen = before.chosen, target(of: chosen) != nil { self.chosen = chosen }
    letters = before.letters
    if let sourcesPanel = before.sourcesPanel { showSourcesPanel(selecting: sourcesPanel.selected) }
    return []
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    if progress.isDone, extent == .beginning { extent = .part }
    return []
  }

  /// The steps, but for those that the catalog is asked for.
  func possible(_ steps: [Step]) -> [Step] {
    guard let remark = extent.remark else { return steps }
    return steps.map { step in
      switch step {
      case .go, .effect(.change): .say(remark)
      default: step
      }
    }
  }
}
