import Briefing
import GRDB

/// Takes back what one `add` brought, and can make that undone again.
///
/// Its stories are kept out of sight, and come back when they are added again: no trace of them keeps them away. What was
/// changed on them since was taken back before, because undo goes back one by one.
struct Withdrawal {
  private let addition: Int64
  private let database: Database

  /// Nil where nothing is left of it.
  static func run(_ addition: Int64, at date: Moment, in database: Database) throws -> Withdrawn? {
    let withdrawal = Withdrawal(addition: addition, database: database)
    let headline = try withdrawal.headline()
    let versions = try withdrawal.withdrawVersions()
    let stories = try withdrawal.setStories(.withdrawn, since: date)
    guard stories + versions > 0 else { return nil }
    return Withdrawn(stories: stories, versions: versions, headline: stories + versions == 1 ? headline : nil)
  }

  /// Brings the stories of an `add` back that an undo took out, with all that was set on them. Those that came again meanwhile
  /// belong to what brought them.
  /// - Returns: how many came back, as what was withdrawn; nil where none did.
  static func takeBack(_ addition: Int64, in database: Database) throws -> Withdrawn? {
    let withdrawal = Withdrawal(addition: addition, database: database)
    let stories = try withdrawal.setStories(.shown, since: nil)
    guard stories > 0 else { return nil }
    return Withdrawn(stories: stories, versions: 0, headline: stories == 1 ? try withdrawal.headline() : nil)
  }

  /// Of the first story that it brought, or made another of.
  private func headline() throws -> String? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT headline FROM story WHERE addition = ?1 AND +isRemoved = 0
        UNION ALL SELECT headline FROM version CROSS JOIN story ON number = version.story WHERE version.addition = ?1 LIMIT 1
        """)
    return try String.fetchOne(statement, arguments: [addition])
  }

  /// Takes the stories in sight out of it, or brings those back that were taken out; says how many they are.
  private func setStories(_ visibility: Visibility, since date: Moment?) throws -> Int {
    let former = visibility == .shown ? Visibility.withdrawn : .shown
    let condition = "addition = ? AND +isRemoved = \(former.rawValue)"
    let row = try GRDB.Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT count(*), coalesce(sum(isUnread), 0), coalesce(sum(isStarred), 0) FROM story WHERE \(condition)
          """), arguments: [addition])
    guard let row, case let stories:Int = try row[0], stories > 0 else { return 0 }
    try BundleWriter.touch("SELECT number FROM story WHERE \(condition)", [addition], in: database)
    try StoryOrders.move(stories, in: database) {
      try database.cachedStatement(
        sql: "UPDATE story SET isRemoved = \(visibility.rawValue), removedAt = ? WHERE \(condition)"
      ).execute(arguments: [date?.seconds, addition])
    }
    try Removal.count(
      stories: stories, unread: try row[1], starred: try row[2], isAdded: visibility == .shown, in: database)
    return stories
  }

  private func withdrawVersions() throws -> Int {
    let stories = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT DISTINCT story FROM version WHERE addition = ? ORDER BY story"),
      arguments: [addition])
    return try stories.count { try withdrawVersions(of: $0) }
  }

  /// Whether the story was there before.
  private func withdrawVersions(of number: Int64) throws -> Bool {
    let rows = try GRDB.Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT text, piece, wasUnread FROM version WHERE story = ? AND addition = ? ORDER BY text, piece"),
      arguments: [number, addition])
    try database.cachedStatement(sql: "DELETE FROM version WHERE story = ? AND addition = ?").execute(
      arguments: [number, addition])
    let places = try Set(rows.map { try BundlePlace(bundle: $0[0], index: $0[1]) })
    let current = try StoryTable.place(of: number, in: database)
    let wasUnread: Bool? = try rows.first?[2]
    if let current, places.contains(current) {
      try showLatest(of: number, instead: current, isUnread: wasUnread ?? true)
    } else {
      try database.cachedStatement(
        sql:
          "UPDATE story SET versions = max(1, (SELECT count(*) FROM version WHERE version.story = ?1)) WHERE number = ?1"
      ).execute(arguments: [number])
    }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM story WHERE addition = ? AND number = ?")
    return try Int.fetchOne(statement, arguments: [addition, number]) == nil
  }

  /// The story says again what its newest remaining version says.
  private func showLatest(of number: Int64, instead current: BundlePlace, isUnread: Bool) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece, date FROM version WHERE story = ? ORDER BY date DESC, text DESC, piece DESC LIMIT 1")
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [number]),
      case let place = try BundlePlace(bundle: row[0], index: row[1]),
      let before = try StoryTable.reading(at: place, in: database)?.story
    else { return }
    let date = try Moment(seconds: row[2])
    let isDated = try StoryRow.row(number, in: database)?.editedDate != nil
    let isNear = try isDated || Numbering.slot(date) == slot(of: number)
    let new = try isNear ? number : Numbering().freeNumber(at: date, in: database)
    if let id = try StoryQueries.row(number, in: database)?.id {
      try Marks.set(.unread(isUnread), on: id, in: database)
      try write(before, as: new, insteadOf: number, at: place, date)
      try carry(new, id, from: current, to: before)
    }
    try BundleWriter.touch("SELECT ? AS number UNION SELECT ?", [number, new], in: database)
  }

  private func slot(of number: Int64) throws -> Int64? {
    let statement = try database.cachedStatement(sql: "SELECT date FROM story WHERE number = ?")
    return try Int64.fetchOne(statement, arguments: [number]).map { Numbering.slot(Moment(seconds: $0)) }
  }

  private func write(
    _ story: Story, as new: Int64, insteadOf number: Int64, at place: BundlePlace, _ date: Moment
  ) throws {
    guard var row = try StoryRow.row(number, in: database) else { return }
    let versions = try database.cachedStatement(sql: "SELECT count(*) FROM version WHERE story = ?")
    row.versions = max(1, try Int64.fetchOne(versions, arguments: [number]) ?? 0)
    (row.number, row.place) = (new, place)
    row.show(StoryDigest(of: story), at: date)
    try row.replace(number, in: database)
  }

  /// What the user set moves back to where its section was.
  private func carry(_ number: Int64, _ id: StoryID, from current: BundlePlace, to before: Story) throws {
    guard let story = try StoryTable.reading(at: current, in: database)?.story else { return }
    try Bookmarks.carry(number, from: story, to: before, in: database)
    let notes = try Notes.all(on: number, in: database)
    try Journal.carry(notes, of: id, from: story, to: before, in: database)
    try Notes.carry(number, from: story, to: before, in: database)
  }
}
