import Briefing
import GRDB

/// Makes what the user changes, and knows how each change is taken back.
enum Changing {
  /// Makes a change. Returns what would take it back; nil if nothing is different than before.
  static func apply(_ change: Change, at date: Moment, in database: Database) throws -> Change? {
    switch change {
    case .mark(let ids, let mark):
      let changed = try set(mark, on: ids, at: date, in: database)
      return changed.isEmpty ? nil : .mark(changed, mark.inverse)
    case .marks(let markings):
      let changed = try markings.map {
        Marking(try set($0.mark, on: $0.stories, at: date, in: database), $0.mark.inverse)
      }
      let inverse = changed.reversed().filter { !$0.stories.isEmpty }
      return inverse.isEmpty ? nil : .marks(inverse)
    case .note(let id, let section, let text):
      return try note(id, Note(section: section, text: text, date: date), in: database)
    case .keep(let query):
      let before = try SavedQueries.query(named: query.name, in: database)
      guard before != query else { return nil }
      try SavedQueries.put(query, in: database)
      return before.map { .keep($0) } ?? .forget(query.name)
    case .forget(let name):
      guard let before = try SavedQueries.query(named: name, in: database) else { return nil }
      try SavedQueries.remove(name, in: database)
      return .keep(before)
    case .remove(let ids, let isRemoved):
      let changed = try Removal.set(isRemoved, on: ids, at: date, in: database)
      return changed.isEmpty ? nil : .remove(changed, isRemoved: !isRemoved)
    case .edit(let id, let edits):
      let back = try Editing.make(edits, on: id, in: database)
      return back.isEmpty ? nil : .edit(id, back)
    case .follow(let key, let isFollowed):
      return try Subscriptions.set(isFollowed, key, in: database) ? .follow(key, isFollowed: !isFollowed) : nil
    case .withdraw, .readmit:
      // Only an undo or a redo asks for it, and says what came of it.
      return nil
    }
  }

  /// Sets a mark, and notes with that for the server of the account what it is to be told.
  private static func set(
    _ mark: Mark, on ids: [StoryID], at date: Moment, in database: Database
  ) throws -> [StoryID] {
    let changed = try Marks.set(mark, on: ids, in: database)
    try Outbox.add(mark, of: changed, at: date, in: database)
    return changed
  }

  private static func note(_ id: StoryID, _ note: Note, in database: Database) throws -> Change? {
    guard let number = try StoryTable.number(of: id, in: database) else { return nil }
    let before = try Notes.all(on: number, in: database).first { $0.section == note.section }?.text ?? ""
    guard before != note.text else { return nil }
    try Notes.put(note, on: number, in: database)
    return .note(id, section: note.section, text: before)
  }
}
