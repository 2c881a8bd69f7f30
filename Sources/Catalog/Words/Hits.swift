import Briefing
import GRDB

/// Where in stories the words of a query stand.
struct Hits {
  private let query: RowQuery
  private let finder: WordFinder
  private let database: Database

  /// How far a walk through them has come.
  struct Progress {
    fileprivate var rows: RowsAhead
    /// Those of the story under way that are still to come.
    fileprivate var hits: ArraySlice<Hit> = []
  }

  /// Nil where the query has no words to show.
  /// - Parameter now: the day from which the query counts days back.
  init?(_ search: Search, now: Moment, in database: Database) throws {
    let wanted = Query(search.query).wanted
    guard !wanted.isEmpty else { return nil }
    query = RowQuery(Query(search), order: .newest, now: now)
    finder = try WordFinder(wanted, in: database)
    self.database = database
  }

  /// The hits of the best stories, in one part.
  func best(_ limit: Int) throws -> [Hit] {
    var hits: [Hit] = []
    for (row, number) in try query.best(limit, in: database) where hits.count < limit {
      hits += try self.hits(in: row, number)
    }
    return Array(hits.prefix(limit))
  }

  /// Before the first hit, or behind one, newest story first. Of a story that has left, the number is not known: its date
  /// must do.
  func start(after hit: Hit? = nil) throws -> Progress {
    guard let hit else { return Progress(rows: RowsAhead(query, first: 4)) }
    let number = try StoryTable.number(of: hit.story, in: database)
    let edge = RowEdge(key: .date(hit.date), number: number ?? .min)
    var progress = Progress(rows: RowsAhead(query, beyond: edge, first: 4))
    if let number, let row = try StoryQueries.row(number, in: database) {
      progress.hits = try hits(in: row, number).filter { $0.place > hit.place }[...]
    }
    return progress
  }

  /// The next hits; fewer than were asked for only at the end.
  func next(_ limit: Int, _ progress: inout Progress) throws -> [Hit] {
    var hits: [Hit] = []
    while hits.count < limit {
      if progress.hits.isEmpty {
        guard let (row, edge) = try progress.rows.next(in: database) else { break }
        progress.hits = try self.hits(in: row, edge.number)[...]
      } else {
        hits.append(progress.hits.removeFirst())
      }
    }
    return hits
  }

  /// The blocks that hold the most of the words; the headline where only the publisher's name has them.
  private func hits(in row: Briefing.Row, _ number: Int64) throws -> [Hit] {
    guard let story = try StoryTable.story(number, in: database) else { return [] }
    var best = 1
    var hits: [Hit] = []
    for block in story.leaves {
      let matches = finder.matches(in: block.text, isQuestion: block.isHeading)
      let terms = Set(matches.map(\.term)).count
      guard terms >= best else { continue }
      if terms > best { hits = [] }
      best = terms
      hits.append(hit(row, block, matches))
    }
    guard hits.isEmpty, let name = story.publisher, !finder.matches(in: name, isQuestion: false).isEmpty else {
      return hits
    }
    return story.leaves.prefix(1).map { hit(row, $0, []) }
  }

  private func hit(_ row: Briefing.Row, _ block: Story.Leaf, _ matches: [WordFinder.Match]) -> Hit {
    let ranges = matches.map(\.range).withoutOverlaps
    let excerpt = Excerpt(of: block.text, matches: ranges)
    return Hit(
      story: row.id, headline: row.headline, date: row.date, heading: block.heading,
      place: Place(block.place, offset: ranges.first?.lowerBound ?? 0), excerpt: excerpt.text,
      matches: excerpt.matches)
  }
}

extension Story.Leaf {
  fileprivate var isHeading: Bool {
    if case .heading = place { true } else { false }
  }
}

extension [Range<Int>] {
  /// In order, with those that overlap made one.
  fileprivate var withoutOverlaps: [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
