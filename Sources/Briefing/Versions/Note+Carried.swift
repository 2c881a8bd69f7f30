extension [Note] {
  /// The notes as they stand in another version of their story, in the order of its sections.
  ///
  /// A note stays with its section, or comes to the one that stands where that was. Where two meet they become one, the
  /// earlier section's words first: nothing of what was written is lost.
  public func carried(from old: Story, to new: Story) -> [Note] {
    if old == new { return self }
    let match = SectionMatch(from: old, to: new)
    var joined: [Int: Note] = [:]
    for note in sorted(by: { $0.section ?? -1 < $1.section ?? -1 }) {
      let section = note.section.flatMap { match.nearest(to: $0) }
      if let other = joined[section ?? -1] {
        let text = other.text == note.text ? note.text : other.text + "\n\n" + note.text
        joined[section ?? -1] = Note(section: section, text: text, date: Swift.max(other.date, note.date))
      } else {
        joined[section ?? -1] = Note(section: section, text: note.text, date: note.date)
      }
    }
    return joined.sorted { $0.key < $1.key }.map(\.value)
  }
}
