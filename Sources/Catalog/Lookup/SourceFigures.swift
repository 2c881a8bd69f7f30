import Briefing
import GRDB

/// What a batch of stories changes in the figures of the sources: each source is written once, however many cite it.
struct SourceFigures {
  private struct Change {
    var claims = 0
    var stories = 0
    var first = Int64.max
    var last = Int64.min
  }

  private var changes: [String: Change] = [:]

  mutating func add(_ story: IndexedStory) {
    for (host, claims) in story.claims {
      var change = changes[host] ?? Change()
      change.claims += claims
      change.stories += 1
      change.first = min(change.first, story.date.seconds)
      change.last = max(change.last, story.date.seconds)
      changes[host] = change
    }
  }

  /// First and last day stay as they are: what a source once said, it said then.
  mutating func subtract(_ story: IndexedStory) {
    for (host, claims) in story.claims {
      changes[host, default: Change()].claims -= claims
      changes[host, default: Change()].stories -= 1
    }
  }

  func write(to database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO source(host, claims, stories, firstSeen, lastSeen) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(host) DO UPDATE SET claims = claims + ?2, stories = stories + ?3,
          firstSeen = min(firstSeen, ?4), lastSeen = max(lastSeen, ?5)
        """)
    for (host, change) in changes.sorted(by: { $0.key < $1.key }) {
      try statement.execute(arguments: [host, change.claims, change.stories, change.first, change.last])
    }
    try database.cachedStatement(sql: "DELETE FROM source WHERE stories <= 0").execute()
  }
}
