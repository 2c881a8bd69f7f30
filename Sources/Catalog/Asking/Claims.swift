import Briefing
import GRDB

/// What rests on a source.
enum Claims {
  /// Where the story of a claim stands. Of one that has left, the number is not known: its date must do.
  static func edge(of claim: Claim, in database: Database) throws -> RowEdge {
    RowEdge(key: .date(claim.date), number: try Stored.number(of: claim.story, in: database) ?? .min)
  }

  /// The claims of the stories beyond one, with the last story that was looked at.
  static func claims(
    host: String, beyond edge: RowEdge?, limit: Int, in database: Database
  ) throws -> (claims: [Claim], edge: RowEdge?) {
    let host = Query.host(host)
    var byDate = ByDate<(StoryID, String)>(
      newestFirst: true, after: edge?.dated, displacement: try Numbering.displacement(in: database))
    let statement = try database.cachedStatement(sql: storiesSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [Match.cites(host), byDate.start])
    var claims: [Claim] = []
    var last = edge
    while claims.count < limit,
      let story = try byDate.next(
        of: rows,
        { try .init(date: Moment(seconds: $0[3]), number: $0[0], value: (StoryID($0[1]), $0[2])) })
    {
      last = RowEdge(key: .date(story.date), number: story.number)
      guard let words = try Stored.reading(story.number, in: database)?.story else { continue }
      claims += Self.claims(in: words, host: host, id: story.value.0, headline: story.value.1, date: story.date)
    }
    return (claims, last)
  }

  static let storiesSQL = """
    SELECT story.number, story.id, story.headline, story.date FROM words
    CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND words.rowid <= ? ORDER BY words.rowid DESC
    """

  private static func claims(
    in story: Story, host: String, id: StoryID, headline: String, date: Moment
  ) -> [Claim] {
    story.leaves.flatMap { block in
      block.citations.filter { $0.host == host }.map { citation in
        Claim(
          story: id, headline: headline, date: date, heading: block.heading,
          sentence: Sentences.sentence(before: citation.place, in: block.text),
          place: Place(block.place, offset: citation.place), citation: citation)
      }
    }
  }
}
