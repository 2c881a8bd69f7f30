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
      versions: versions.places.count)
    if shown > 0, let before = try StoryTable.reading(at: versions.places[shown - 1], in: database)?.story {
      detail.changes = StoryChanges(from: before, to: reading.story)
    }
    if shown == versions.current {
      detail.bookmark = try Bookmarks.bookmark(of: number, in: database)
      detail.notes = try Notes.all(on: number, in: database)
    }
    return detail
  }

  static func row(_ number: Int64, in database: Database) throws -> Briefing.Row? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Briefing.Row.columns) FROM story WHERE number = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map(Briefing.Row.init)
  }

  static func page(at url: String, in database: Database) throws -> StoryID? {
    let statement = try database.cachedStatement(
      sql:
        "SELECT id FROM story WHERE address = ? AND address IS NOT NULL AND +isRemoved = 0 ORDER BY number DESC LIMIT 1"
    )
    return try String.fetchOne(statement, arguments: [Address.key(of: url)]).map(StoryID.init)
  }
}

/// Where the versions of a story lie, the oldest first.
struct Versions {
  private(set) var places: [BundlePlace]
  /// Which of them the story is now.
  private(set) var current: Int

  init(_ number: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT text, piece FROM version WHERE story = ? ORDER BY date, text, piece")
    places = try GRDB.Row.fetchCursor(statement, arguments: [number]).mapToArray {
      try BundlePlace(bundle: $0[0], index: $0[1])
    }
    let place = try StoryTable.place(of: number, in: database)
    if places.isEmpty, let place { places = [place] }
    current = place.flatMap(places.firstIndex) ?? max(0, places.count - 1)
  }
}
