import Briefing
import GRDB

/// Where in stories the words of a query stand.
struct Hits {
  private let listing: Listing
  private let order: Search.Order
  private let finder: WordFinder
  private let database: Database

  /// How many stories are looked into at first, and at a time after that.
  private static let strides = (first: 4, next: 16)

  /// Nil where the query has no words to show.
  init?(_ search: Search, in database: Database) throws {
    let wanted = Query(search.query).wanted
    guard !wanted.isEmpty else { return nil }
    listing = Listing(query: search.query, order: .newest)
    order = search.order
    finder = try WordFinder(wanted, in: database)
    self.database = database
  }

  func hits(after: Hit?, limit: Int) throws -> (hits: [Hit], isComplete: Bool) {
    switch order {
    case .newest: try newest(after: after, limit: limit)
    case .best: (after == nil ? try best(limit: limit) : [], true)
    }
  }

  private func best(limit: Int) throws -> [Hit] {
    var hits: [Hit] = []
    for row in try RowQuery(listing).best(max(0, limit), in: database) where hits.count < limit {
      hits += try self.hits(in: row)
    }
    return Array(hits.prefix(max(0, limit)))
  }

  private func newest(after: Hit?, limit: Int) throws -> (hits: [Hit], isComplete: Bool) {
    let rows = RowQuery(listing)
    var hits: [Hit] = []
    var last = try after.flatMap { try row(of: $0) }
    if let after, let last { hits = try self.hits(in: last).filter { $0.place > after.place } }
    var stride = Self.strides.first
    while hits.count <= limit {
      let window = last.map { RowWindow.after($0, stride) } ?? .first(stride)
      let found = try rows.rows(window, in: database)
      for row in found { hits += try self.hits(in: row) }
      guard found.count == stride else { break }
      last = found.last
      stride = Self.strides.next
    }
    return (Array(hits.prefix(max(0, limit))), hits.count <= limit)
  }

  /// A story that has left leaves its date as the place to go on from.
  private func row(of hit: Hit) throws -> Briefing.Row? {
    if let number = try Stored.number(of: hit.story, in: database) {
      return try StoryQuestions.row(number, in: database)
    }
    return Briefing.Row(id: hit.story, headline: hit.headline, date: hit.date, questions: 0, sources: 0)
  }

  /// The blocks that hold the most of the words.
  private func hits(in row: Briefing.Row) throws -> [Hit] {
    guard let number = try Stored.number(of: row.id, in: database),
      let story = try Stored.reading(number, in: database)?.story
    else { return [] }
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
    return hits
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
