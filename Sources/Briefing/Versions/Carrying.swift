extension Bookmark {
  /// The bookmark as it stands in another version of its story.
  ///
  /// The place stays on its words, or else in its section, or where that was. Sections keep whether they are open or read;
  /// of those that are gone nothing is kept. The place that comes of it is inside the new story, also if this one was
  /// not inside the old one. Costs one pass over both.
  public func carried(from old: Story, to new: Story) -> Bookmark {
    let match = PlaceMatch(from: old, to: new)
    var carried = Bookmark(
      place: match.find(place), open: Set(open.compactMap { match.sections[$0] }),
      read: Set(read.compactMap { match.sections[$0] }), progress: progress)
    // What answers no question is open until it is closed.
    let known = Set(old.sections.indices.compactMap { match.sections[$0] })
    carried.open.formUnion(new.sections.indices.filter { !new.sections[$0].isQuestion && !known.contains($0) })
    // Words that were to be seen must not go into a fold.
    if case .paragraph(let section, _) = carried.place.block, place.block.section.map(open.contains) ?? true {
      carried.open.insert(section)
    }
    return carried
  }
}

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
