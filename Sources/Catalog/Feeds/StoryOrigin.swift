import Briefing
import GRDB

/// What a story was before it came, and where else it stands.
struct StoryOrigin {
  private var kind: Int64 = 0
  private var feed: String?
  private var places: [StoryPlace] = []
  private var kept: Moment?

  init(_ number: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT story.kind, feed, coalesce(givenTitle, title, url, feed), isRemoved FROM story
        LEFT JOIN subscription ON subscription.key = story.feed WHERE story.number = ?
        """)
    guard let row = try GRDB.Row.fetchOne(statement, arguments: [number]) else { return }
    (kind, feed) = try (row[0], row[2])
    if try row[3] == Visibility.kept.rawValue { kept = try KeptPages.fetched(number, in: database) }
    places = try Self.places(of: number, in: database)
  }

  /// The places of a story but the one that it came by first.
  private static func places(of number: Int64, in database: Database) throws -> [StoryPlace] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT feed, coalesce(givenTitle, title, url, feed), guid FROM placement
        LEFT JOIN subscription ON subscription.key = placement.feed WHERE story = ? ORDER BY feed, guid
        """)
    return try GRDB.Row.fetchCursor(statement, arguments: [number]).mapToArray { row in
      try StoryPlace(feed: row[0], name: row[1], guid: row[2])
    }
  }

  func write(to detail: inout StoryDetail) {
    (detail.feed, detail.places, detail.kept) = (feed, places, kept)
    switch kind {
    case StoryRow.entry: detail.kind = .entry
    case StoryRow.page where kept != nil || !detail.story.isBriefing: detail.kind = .page
    default: detail.kind = .briefing
    }
  }
}

extension Story {
  /// Whether it has what briefings have, and articles have not: also a briefing may say at which address it stands.
  fileprivate var isBriefing: Bool { !summary.isEmpty || sections.contains(where: \.isQuestion) }
}
