import Briefing

/// What is to be known of a part beside its words: whether it is new, and whether a note is on it.
extension StoryLayout {
  /// Whether the version before did not have these words.
  func isNew(_ part: StoryPart) -> Bool {
    if case .block(let block) = part { new.contains(block) } else { false }
  }

  /// What a folded question says of the answer that it hides.
  func signs(of section: Int) -> [Sign] {
    let change = changeSign(of: section).map { [$0] } ?? []
    return outline.notes[section] == nil ? change : change + [.note]
  }

  /// New where nothing of the section was there before, changed where some of it was.
  private func changeSign(of section: Int) -> Sign? {
    guard !new.isEmpty else { return nil }
    let paragraphs = story.sections[section].blocks.indices.map { index in
      new.contains(.paragraph(section: section, index: index))
    }
    let hasNewHeading = new.contains(.heading(section: section))
    if hasNewHeading, !paragraphs.contains(false) { return .new }
    return hasNewHeading || paragraphs.contains(true) ? .changed : nil
  }
}
