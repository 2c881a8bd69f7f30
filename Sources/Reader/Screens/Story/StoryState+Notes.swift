import Briefing
import Canvas

/// The user's notes on the story and its sections.
extension StoryState {
  /// A note is asked for on the section under the cursor; above and below the sections, on the whole story.
  func opening(of kind: Prompt.Kind, in frame: Frame) -> Prompt.Opening {
    if let remark = completeness.remark, [.note, .tags, .headline, .date, .pipe, .write, .export].contains(kind) {
      return .refused(remark)
    }
    guard kind == .note else { return opening(of: kind) }
    guard isNewest else { return .refused(Self.onlyOnNewest) }
    return .line(noteDraft.text, label: "note on \(noteSubject(fitting: frame.columns / 2)): ")
  }

  mutating func entered(_ text: String, for kind: Prompt.Kind, in frame: Frame) -> [Step] {
    guard kind == .note else { return Tagging(chosenRows.map(frame.expected)).steps(for: text) }
    let note = text.contains { !$0.isWhitespace } ? text : ""
    // The line breaks of a note do not fit into a line: unchanged in it is unchanged.
    guard isNewest, note != LineEditor(noteDraft.text).text else { return [] }
    awaitsNote = true
    return [.effect(.change(.note(detail.row.id, section: cursor.part.section, text: note)))]
  }

  /// Has the note under the cursor written in an editor.
  func editNote() -> [Step] {
    isNewest ? [.effect(.editNote(noteDraft))] : [.say(Self.onlyOnNewest)]
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
    if awaitsNote, !text.isEmpty { showNote(on: section) }
    awaitsNote = false
  }

  /// Brings the note on a section into view, and stands on it where the cursor could not be seen otherwise.
  private mutating func showNote(on section: Int?) {
    let spot = StorySpot(.note(section: section))
    openSection(section)
    settle(fills: true)
    if !page().contains(layout.address(of: spot)) { move(to: spot) }
  }

  /// Goes to the note on a section, or to the section where there is none.
  mutating func goToNote(on section: Int?) {
    openSection(section)
    move(to: StorySpot(.note(section: section)))
    settle(fills: true)
  }

  private mutating func openSection(_ section: Int?) {
    guard let section, detail.story.sections.indices.contains(section) else { return }
    layout.changeFolds { $0.set(section, open: true) }
  }

  /// The note under the cursor.
  private var noteDraft: NoteDraft {
    let section = cursor.part.section
    return NoteDraft(story: detail.row.id, section: section, text: layout.outline.notes[section] ?? "")
  }

  /// What the note under the cursor is on.
  private func noteSubject(fitting columns: Int) -> String {
    guard let section = cursor.part.section else { return "the whole story" }
    let heading = Wrap.cut(LineEditor(detail.story.sections[section].heading).text, columns: max(8, columns))
    return heading.hasPrefix("“") ? heading : "“\(heading)”"
  }

  private static let onlyOnNewest = "notes are written on the newest version"
}

/// Notes that are written in an editor.
extension State {
  /// Hands a note to the editor; what could not be kept of it the last time is where it goes on.
  mutating func edit(_ draft: NoteDraft) -> [Effect] {
    var draft = draft
    if let unkeptNote, (unkeptNote.story, unkeptNote.section) == (draft.story, draft.section) { draft = unkeptNote }
    return [.editNote(draft)]
  }

  /// Keeps what was written. Where there is no editor, one line is asked for.
  mutating func take(_ editing: NoteEditing, of draft: NoteDraft) -> [Effect] {
    switch editing {
    case .failed(let sentence): return say(sentence)
    case .noEditor(let sentence): return open(.note) + say(sentence)
    case .text(let text): return keep(text.withoutBlankEnds, of: draft)
    }
  }

  private mutating func keep(_ text: String, of draft: NoteDraft) -> [Effect] {
    let isRetried = unkeptNote == draft
    unkeptNote = nil
    guard text != draft.text.withoutBlankEnds || isRetried else {
      return say(text.isEmpty ? "no note was written" : "the note is unchanged")
    }
    history.current.story?.awaitsNote = true
    return sendForUser(.note(draft.story, section: draft.section, text: text))
  }
}

extension String {
  /// As the gate lets it through, without blank lines before it and blanks behind it.
  fileprivate var withoutBlankEnds: String {
    let text = Gate.lines(of: self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.allSatisfy(\.isWhitespace) }
    let body = lines.joined(separator: "\n")
    return String(body.reversed().drop(while: \.isWhitespace).reversed())
  }
}
