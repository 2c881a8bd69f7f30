import Briefing

/// What is to be known of a part beside its words. The raw value is its word in the summary of a fold.
enum PartBadge: String, Hashable, Sendable {
  /// The version before did not have it.
  case new
  /// The version before had it in other words.
  case changed
  /// The user wrote a note on it.
  case note

  /// Stands left of the part.
  var symbol: String { self == .note ? "✎" : "+" }
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
