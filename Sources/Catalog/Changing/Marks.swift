import Briefing
import GRDB

/// What the user has set on stories.
enum Marks {
  /// Sets a mark on those stories that do not have it, and says which they were.
  static func set(_ mark: Mark, on ids: [StoryID], in database: Database) throws -> [StoryID] {
    var changed: [StoryID] = []
    for id in ids where try set(mark, on: id, in: database) { changed.append(id) }
    return changed
  }

  /// False if the story has the mark already, or is not there.
  @discardableResult
  static func set(_ mark: Mark, on id: StoryID, in database: Database) throws -> Bool {
    switch mark {
    case .unread(let isUnread): try set("isUnread", isUnread, total: "unread", on: id, in: database)
    case .starred(let isStarred): try set("isStarred", isStarred, total: "starred", on: id, in: database)
    case .tagged(let name, let isTagged): try Tags.set(name, isTagged, on: id, in: database)
    }
  }

  /// Everything at once, on a story that has no marks yet.
  static func set(_ marks: UserMarks, on number: Int64, in database: Database) throws {
    guard let row = try StoryQueries.row(number, in: database) else { return }
    if !marks.isUnread { try set(.unread(false), on: row.id, in: database) }
    if marks.isStarred { try set(.starred(true), on: row.id, in: database) }
    try Tags.add(marks.tags.compactMap(Tag.name), to: number, in: database)
    for note in marks.notes { try Notes.put(note, on: number, in: database) }
  }

  private static func set(
    _ column: String, _ value: Bool, total: String, on id: StoryID, in database: Database
  ) throws -> Bool {
    try database.cachedStatement(
      sql: "UPDATE story SET \(column) = ?1 WHERE id = ?2 AND \(column) <> ?1"
    ).execute(arguments: [value, id.text])
    guard database.changesCount > 0 else { return false }
    // What is out of sight does not count.
    try database.cachedStatement(
      sql: "UPDATE total SET \(total) = \(total) + ? WHERE (SELECT isRemoved FROM story WHERE id = ?) = 0"
    ).execute(arguments: [value ? 1 : -1, id.text])
    return true
  }
}
