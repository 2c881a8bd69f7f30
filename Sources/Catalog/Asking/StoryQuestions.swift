import Briefing
import GRDB

/// What is asked about one story.
enum StoryQuestions {
  static func entry(_ id: StoryID, in database: Database) throws -> Entry? {
    guard let number = try Stored.resolve(id, in: database), let row = try row(number, in: database) else { return nil }
    guard let reading = try Stored.reading(number, in: database) else {
      throw CatalogError.damaged(story: row.id.text)
    }
    return Entry(
      row: row, story: reading.story, setAside: reading.setAside,
      citingStories: try citingStories(reading.story.sources, in: database))
  }

  static func row(_ number: Int64, in database: Database) throws -> Briefing.Row? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Briefing.Row.columns) FROM story WHERE number = ?")
    return try GRDB.Row.fetchOne(statement, arguments: [number]).map(Briefing.Row.init)
  }

  static func page(at url: String, in database: Database) throws -> StoryID? {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM story WHERE address = ? AND address IS NOT NULL ORDER BY number DESC LIMIT 1")
    return try String.fetchOne(statement, arguments: [Address.key(of: url)]).map(StoryID.init)
  }

  private static func citingStories(_ hosts: [String], in database: Database) throws -> [String: Int] {
    let statement = try database.cachedStatement(sql: "SELECT stories FROM source WHERE host = ?")
    var stories: [String: Int] = [:]
    for host in hosts { stories[host] = try Int.fetchOne(statement, arguments: [host]) }
    return stories
  }
}
