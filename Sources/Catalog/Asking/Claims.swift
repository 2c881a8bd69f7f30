import Briefing
import GRDB

/// What rests on a source.
enum Claims {
  static func claims(host: String, after: Claim?, limit: Int, in database: Database) throws -> [Claim] {
    let host = Query.host(host)
    let edge = try after.map { ($0.date, try Stored.number(of: $0.story, in: database) ?? .min) }
    var byDate = ByDate<(StoryID, String)>(
      newestFirst: true, after: edge, displacement: try Numbering.displacement(in: database))
    let statement = try database.cachedStatement(sql: storiesSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [Match.cites(host), byDate.start])
    var claims: [Claim] = []
    while claims.count < limit,
      let story = try byDate.next(
        of: rows,
        { try .init(date: Moment(seconds: $0[3]), number: $0[0], value: (StoryID($0[1]), $0[2])) })
    {
      guard let words = try Stored.reading(story.number, in: database)?.story else { continue }
      claims += Self.claims(in: words, host: host, id: story.value.0, headline: story.value.1, date: story.date)
    }
    return claims
  }

  static let storiesSQL = """
    SELECT story.number, story.id, story.headline, story.date FROM words
    CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND words.rowid <= ? AND isRemoved = 0 ORDER BY words.rowid DESC
    """

  private static func claims(
    in story: Story, host: String, id: StoryID, headline: String, date: Moment
  ) -> [Claim] {
    story.blocks.flatMap { block in
      block.citations.filter { $0.host == host }.map { citation in
        Claim(
          story: id, headline: headline, date: date, heading: block.heading,
          sentence: Sentences.sentence(before: citation.place, in: block.text),
          place: Place(block.place, offset: citation.place), citation: citation)
      }
    }
  }
}
