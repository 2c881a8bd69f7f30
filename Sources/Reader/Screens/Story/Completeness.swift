import Briefing

/// How much of a story is there. A beginning can be read, and what needs the catalog has to wait.
enum Completeness: Hashable, Sendable {
  case whole
  /// The rest is being read.
  case beginning
  /// The rest could not be read.
  case partial

  /// What the reader is told in the place of what is not known yet; nil where all is.
  var remark: String? {
    switch self {
    case .whole: nil
    case .beginning: "the rest of this story is being read"
    case .partial: "the rest of this story could not be read"
    }
  }

  /// The steps, but for those that the catalog is asked for.
  func possible(_ steps: [Step]) -> [Step] {
    guard let remark else { return steps }
    return steps.map { step in
      switch step {
      case .go, .effect(.change), .effect(.editNote): .say(remark)
      default: step
      }
    }
  }
}

extension StoryState {
  mutating func completed(with detail: StoryDetail, in frame: Frame) -> [Step] {
    guard completeness == .beginning else { return [] }
    let before = self
    // It begins as its beginning does: what was read is looked for nowhere else.
    var bookmark = before.bookmark
    let sections = detail.story.sections
    bookmark.open.formUnion(
      sections.indices.dropFirst(before.detail.story.sections.count).filter { !sections[$0].isQuestion })
    self = StoryState(detail: detail, at: bookmark, inPlaceOf: before, in: frame)
    // What was understood otherwise in the beginning may have no such part, or lead nowhere.
    if let letters = before.citations.letters, letters.anchors.allSatisfy({ target(of: $0) != nil }) {
      citations.letters = letters
    }
    if let chosen = before.citations.chosen, target(of: chosen) != nil { citations.chosen = chosen }
    if let sourcesPanel = before.sourcesPanel { showSourcesPanel(selecting: sourcesPanel.selected) }
    return []
  }

  mutating func reading(_ progress: Progress, in frame: Frame) -> [Step] {
    if progress.isDone, completeness == .beginning { completeness = .partial }
    return []
  }
}
