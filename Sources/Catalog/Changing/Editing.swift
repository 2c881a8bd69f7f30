import Briefing
import GRDB

/// Puts a headline or a date of the user's in the place of what a story says. The text stays as it is, and so does what the
/// story is known by.
enum Editing {
  /// - Returns: what takes it back; empty where nothing is different.
  static func make(_ edits: [StoryEdit], on id: StoryID, in database: Database) throws -> [StoryEdit] {
    guard let number = try StoryTable.number(of: id, in: database),
      var row = try StoryRow.row(number, in: database),
      let stored = try StoryTable.stored(at: row.place, in: database),
      let story = ReadingDecoder.decode(stored.reading, original: stored.original)?.story
    else { return [] }
    let before = row.edits
    var wanted = before
    for edit in edits { wanted.make(edit) }
    row.edit(wanted, StoryDigest(of: story), at: Moment(seconds: stored.date))
    let back = edits.compactMap { Self.back(from: $0, before, to: row.edits) }
    guard !back.isEmpty else { return [] }
    row.number = try newNumber(of: row, in: database)
    try row.replace(number, in: database)
    if row.number != number { try note(story, as: row, in: database) }
    try BundleWriter.touch("SELECT ? AS number UNION SELECT ?", [number, row.number], in: database)
    return back
  }

  private static func back(from edit: StoryEdit, _ before: StoryEdits, to after: StoryEdits) -> StoryEdit? {
    switch edit {
    case .headline: before.headline == after.headline ? nil : .headline(before.headline)
    case .date: before.date == after.date ? nil : .date(before.date)
    }
  }

  /// Numbers are in the order of dates.
  private static func newNumber(of row: StoryRow, in database: Database) throws -> Int64 {
    let date = Moment(seconds: row.date)
    let statement = try database.cachedStatement(sql: "SELECT date FROM story WHERE number = ?")
    let before = try Int64.fetchOne(statement, arguments: [row.number])
    if before.map({ Numbering.slot(Moment(seconds: $0)) == Numbering.slot(date) }) ?? true { return row.number }
    return try Numbering().freeNumber(at: date, in: database)
  }

  /// What knows the story by its number, and is not led along by the tables.
  private static func note(_ story: Story, as row: StoryRow, in database: Database) throws {
    try database.cachedStatement(sql: "UPDATE total SET displacement = max(displacement, ?)").execute(
      arguments: [row.number - Numbering.slot(Moment(seconds: row.date))])
    let insert = try database.cachedStatement(sql: "INSERT OR IGNORE INTO sketch(hash, story) VALUES (?, ?)")
    for hash in Sketch(of: story).hashes { try insert.execute(arguments: [Int64(hash), row.number]) }
  }
}
