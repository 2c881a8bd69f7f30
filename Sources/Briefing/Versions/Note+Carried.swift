extension [Note] {
  /// The notes as they stand in another version of their story, in the order of its sections.
  ///
  /// A note stays with its section, or comes to the one that stands where that was. Where two meet they become one, the
  /// earlier section's words first: nothing of what was written is lost.
  public func carried(from old: Story, to new: Story) -> [Note] {
    if old == new { return self }
    let match = SectionMatch(from: old, to: new)
    let moved = sorted { $0.section ?? -1 < $1.section ?? -1 }.map { note in
      Note(section: note.section.flatMap { match.nearest(to: $0) }, text: note.text, date: note.date)
    }
    return moved.joined
  }
}
