import Briefing
import GRDB

/// What is asked about one story.
enum StoryQueries {
  /// A story, but for how many others cite what it cites, which only the lookup knows.
  /// - Parameter version: which of its versions, from 1; nil for the one that it is now.
  /// - Returns: nil if there is no such story or version.
  static func detail(_ id: StoryID, version: Int?, in database: Database) throws -> StoryDetail? {
    guard let number = try StoryTable.resolve(id, in: database), let row = try row(number, in: database) else {
      return nil
    }
    let versions = try Versions(number, in: database)
    let shown = version.map { $0 - 1 } ?? versions.current
    guard versions.places.indices.contains(shown) else { return nil }
    guard let reading = try StoryTable.reading(at: versions.places[shown], in: database) else {
      throw CatalogError.damaged(story: row.id.text)
    }
    var detail = StoryDetail(
      row: row, story: reading.story, setAside: reading.setAside, version: shown + 1,
      versions: versions.places.count, versionDate: shown == versions.current ? nil : versions.dates[shown])
    try StoryOrigin(number, in: database).write(to: &detail)
    if shown > 0, let before = try StoryTable.reading(at: versions.places[shown - 1], in: database)?.story {
      detail.changes = StoryChanges(from: before, to: reading.story)
    }
    if shown == versions.current {
      if let edits = try StoryRow.row(number, in: database)?.edits, !edits.isEmpty {
        let date = try StoryTable.stored(at: versions.places[shown], in: database)?.date
        detail.show(edits, insteadOf: date.map { Moment(seconds: $0) } ?? row.date)
      }
      detail.bookmark = try Bookmarks.bookmark(of: number, in: database)
      detail.bookmark?.progress = row.progress
      detail.notes = try Notes.all(on: number, in: database)
    }
    return detail
  }

  static func row(_ number: Int64, in database: Database) throws -> Briefing.Row? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Briefing.Row.columns) FROM story WHERE number = ?")
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [number]) else { return nil }
    return try FeedTitles.naming([Briefing.Row(row)], in: database).first
  }

  static func publishers(in database: Database) throws -> [(name: String, stories: Int)] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT min(publisher COLLATE BINARY), count(*) AS stories FROM story
        WHERE isRemoved = 0 AND publisher IS NOT NULL GROUP BY publisher ORDER BY stories DESC, publisher
        """)
    return try GRDB.Row.fetchCursor(statement).mapToArray { try (name: $0[0], stories: $0[1]) }
  }

  /// The newest story in sight that stands at an address, or else the copy that is kept of it.
  static func page(at url: String, in database: Database) throws -> StoryID? {
    let statement = try database.cachedStatement(
      sql:
        "SELECT id FROM story WHERE address = ? AND address IS NOT NULL AND +isRemoved = 0 ORDER BY number DESC LIMIT 1"
    )
    let shown = try String.fetchOne(statement, arguments: [PageAddress.key(of: url)]).map(StoryID.init)
    return try shown ?? KeptPages.number(at: url, in: database).flatMap { try row($0, in: database)?.id }
  }
}

/// Where the versions of a story lie, the oldest first.
struct Versions {
  private(set) var places: [BundlePlace] = []
  /// When each of them is from; none for a story with only one.
  private(set) var dates: [Moment] = []
  /// Which of them the story is now.
  private(set) var current: Int

  init(_ number: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece, date FROM version WHERE story = ? ORDER BY date, text, piece")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      places.append(try BundlePlace(bundle: row[0], index: row[1]))
      dates.append(try Moment(seconds: row[2]))
    }
    let place = try StoryTable.place(of: number, in: database)
    if places.isEmpty, let place { places = [place] }
    current = place.flatMap(places.firstIndex) ?? max(0, places.count - 1)
  }
}
