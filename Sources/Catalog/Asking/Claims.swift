import Briefing
import GRDB

/// What rests on sources.
enum Claims {
  static func sources(matching text: String, in database: Database) throws -> [Source] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT host, claims, stories, firstSeen, lastSeen FROM source
        WHERE instr(host, ?) > 0 ORDER BY claims DESC, stories DESC, host
        """)
    return try GRDB.Row.fetchCursor(statement, arguments: [Query.host(text)]).mapToArray { row in
      Source(
        host: row[0], claims: row[1], stories: row[2], firstSeen: Moment(seconds: row[3]),
        lastSeen: Moment(seconds: row[4]))
    }
  }

  static func claims(host: String, after: Claim?, limit: Int, in database: Database) throws -> [Claim] {
    var claims: [Claim] = []
    let statement = try database.cachedStatement(
      sql: """
        SELECT story.number, story.id, story.headline, story.date FROM citing
        JOIN story ON story.number = citing.story
        WHERE citing.source = (SELECT number FROM source WHERE host = ?) AND citing.story < ?
        ORDER BY citing.story DESC
        """)
    let edge = try after.flatMap { try Stored.number(of: $0.story, in: database) } ?? .max
    let stories = try GRDB.Row.fetchCursor(statement, arguments: [Query.host(host), edge])
    while claims.count < limit, let row = try stories.next() {
      guard let story = try Stored.reading(row[0], in: database)?.story else { continue }
      claims += Self.claims(
        in: story, host: Query.host(host), id: StoryID(row[1]), headline: row[2], date: Moment(seconds: row[3]))
    }
    return claims
  }

  private static func claims(
    in story: Story, host: String, id: StoryID, headline: String, date: Moment
  ) -> [Claim] {
    story.blocks.flatMap { block in
      block.paragraph.citations.filter { $0.host == host }.map { citation in
        Claim(
          story: id, headline: headline, date: date, heading: block.heading,
          sentence: Sentences.sentence(before: citation.place, in: block.paragraph.text),
          place: Place(block.place, offset: citation.place), citation: citation)
      }
    }
  }
}

extension Story {
  /// Every paragraph with where it stands, in reading order.
  fileprivate var blocks: [(place: Place.Block, heading: String?, paragraph: Paragraph)] {
    let lede = lede.enumerated().map { (Place.Block.lede($0), String?.none, $1) }
    return lede
      + sections.enumerated().flatMap { number, section in
        section.paragraphs.enumerated().map {
          (Place.Block.paragraph(section: number, index: $0), section.heading, $1)
        }
      }
  }
}
