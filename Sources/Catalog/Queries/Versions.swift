import GRDB

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
