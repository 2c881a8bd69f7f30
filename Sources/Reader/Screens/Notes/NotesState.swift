import Briefing
import Canvas

/// What the user wrote, each note under its story and its section.
struct NotesState: NarrowingList {
  static let isNarrowedHere = true

  enum Line: Hashable, Sendable {
    case story(headline: String, date: Moment)
    case section(String)
    case note(PlacedNote)
    case blank
  }

  var items = NarrowedItems<PlacedNote, Line>()

  init(_ notes: [PlacedNote]) {
    hold(notes)
  }

  func request(matching words: String, limit: Int) -> Request? { .notes }

  func items(in answer: Answer) -> [PlacedNote]? {
    if case .notes(let notes) = answer { notes } else { nil }
  }

  func texts(of note: PlacedNote) -> [String] { [note.note.text, note.heading ?? "", note.headline] }

  func lines(of notes: [PlacedNote]) -> [Line] {
    var lines: [Line] = []
    for (index, note) in notes.enumerated() {
      if index == 0 || notes[index - 1].story != note.story {
        lines += (index > 0 ? [.blank] : []) + [.story(headline: note.headline, date: note.date)]
      }
      if let heading = note.heading { lines.append(.section(heading)) }
      lines.append(.note(note))
    }
    return lines
  }

  func isSelectable(_ line: Line) -> Bool {
    if case .note = line { true } else { false }
  }

  func isSame(_ line: Line, _ other: Line) -> Bool {
    guard case .note(let note) = line, case .note(let other) = other else { return false }
    return note.story == other.story && note.note.section == other.note.section
  }

  /// The note under the cursor; nil where none is shown.
  var current: PlacedNote? {
    if case .note(let note)? = currentLine { note } else { nil }
  }
}

extension Destination {
  /// The user's notes.
  static var notes: Destination { Destination(NotesRoute()) }
}

private struct NotesRoute: Route {
  func request(from state: State) -> Request { .notes }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .notes(let notes) = answer else { return [] }
    guard !notes.isEmpty else {
      return state.say("no notes yet; \(state.key(for: .note, in: .story)) in a story writes one")
    }
    var screen = NotesState(notes)
    screen.go(to: 0, in: state.pageFrame)
    return state.push(screen)
  }
}

extension NotesState {
  var scopes: [Scope] { [.notes, .tabs] }

  var hints: [Hint] {
    [
      Hint(.enter, "go there"), Hint(.back, "back"), Hint(.search, "narrow"), Hint(.copy, "copy"),
      Hint(.remove, "remove"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return []
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let current else { return [] }
    return switch command {
    case .enter, .follow: [.go(.note(on: current.story, section: current.note.section))]
    case .copy: [.effect(.copy(current.note.text))]
    case .browse: [.go(.ownPage(of: current.story))]
    case .remove: [.effect(.change(.note(current.story, section: current.note.section, text: "")))]
    default: []
    }
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    switch change {
    case .note, .edit, .remove, .withdraw, .readmit: ask()
    case .mark, .marks, .keep, .forget, .follow: []
    }
  }

  mutating func catalogChanged(in frame: Frame) -> [Step] { ask() }
}

extension NotesState {
  var emptySentence: String? { words.isEmpty ? "No notes any more." : "No note has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    canvas.drawHead("Notes", fact: counted(items.shown.count, "note", "notes"), of: words, in: frame)
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    switch line {
    case .story(let headline, let date):
      let day = date.dayLabel(in: frame)
      let start = canvas.write(day, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
      canvas.write(headline, at: 2, row, in: frame, style: Style(.heading, bold: true), limit: max(1, start - 4))
    case .section(let heading):
      canvas.write(heading, at: 4, row, in: frame, style: Style(.faint), limit: max(1, right - 4))
    case .note(let note):
      let text = PartBadge.note.symbol + " " + LineEditor(note.note.text).text
      canvas.write(text, at: 4, row, in: frame, limit: max(1, right - 4))
    case .blank: break
    }
  }
}
