import Briefing

/// The user's notes on the story and its sections.
extension StoryState {
  /// A note is asked for on the section under the cursor; above and below the sections, on the whole story.
  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening {
    if let remark = completeness.remark, kind == .note || kind == .tags { return .refused(remark) }
    guard kind == .note else { return opening(of: kind) }
    guard isNewest else { return .refused("notes are written on the newest version") }
    return .line(presentNote, about: noteSubject)
  }

  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step] {
    guard kind == .note else { return Tagging(chosenRows.map(frame.expected)).steps(for: text) }
    let note = text.contains { !$0.isWhitespace } ? text : ""
    // The line breaks of a note do not fit into a line: unchanged in it is unchanged.
    guard isNewest, note != LineEditor(presentNote).text else { return [] }
    return [.effect(.change(.note(detail.row.id, section: cursor.part.section, text: note)))]
  }

  mutating func noted(_ story: StoryID, section: Int?, text: String, in frame: Frame) {
    guard story == detail.row.id, isNewest else { return }
    fit(to: frame)
    layout.set(note: text, on: section)
    cursor.stand(at: cursor.spot, in: layout)
    // A note on the whole story comes above everything: whoever reads near it sees it come.
    if section == nil {
      cursor.row = layout.rows(above: layout.address(of: cursor.spot), upTo: viewport.rows / 2)
    }
    settle(fills: true)
  }

  private var presentNote: String {
    layout.outline.notes[cursor.part.section] ?? ""
  }

  /// What a note is on, where that can be mistaken: the cursor stands under no question.
  private var noteSubject: String {
    cursor.part.section == nil ? "on the whole story" : ""
  }
}
