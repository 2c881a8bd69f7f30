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

  /// Where a hit stands: its story, and the place in it.
  struct Spot {
    var edge: RowEdge
    var place: Place
  }

  /// The spot of a hit. Of a story that has left, the number is not known: its date must do.
  static func spot(of hit: Hit, in database: Database) throws -> Spot {
    let number = try Stored.number(of: hit.story, in: database) ?? .min
    return Spot(edge: RowEdge(key: .date(hit.date), number: number), place: hit.place)
  }

  /// The hits after a spot, whether there are none after them, and the spot of the last one.
  func hits(after spot: Spot?, limit: Int) throws -> (hits: [Hit], isComplete: Bool, last: Spot?) {
    switch order {
    case .newest: try newest(after: spot, limit: max(0, limit))
    case .best: (spot == nil ? try best(limit: max(0, limit)) : [], true, spot)
    }
  }

  private func best(limit: Int) throws -> [Hit] {
    var hits: [Hit] = []
    for (row, number) in try RowQuery(listing).best(limit, in: database) where hits.count < limit {
      hits += try self.hits(in: row, number)
    }
    return Array(hits.prefix(limit))
  }

  private func newest(after spot: Spot?, limit: Int) throws -> (hits: [Hit], isComplete: Bool, last: Spot?) {
    let rows = RowQuery(listing)
    var hits: [(hit: Hit, edge: RowEdge)] = []
    func add(_ row: Briefing.Row, _ edge: RowEdge, after place: Place? = nil) throws {
      for hit in try self.hits(in: row, edge.number) where place.map({ $0 < hit.place }) ?? true {
        hits.append((hit, edge))
      }
    }
    if let spot, let row = try StoryQuestions.row(spot.edge.number, in: database) {
      try add(row, spot.edge, after: spot.place)
    }
    var (edge, stride) = (spot?.edge, Self.strides.first)
    while hits.count <= limit {
      let found = try rows.rows(beyond: edge, stride, in: database)
      for (row, edge) in found { try add(row, edge) }
      guard found.count == stride else { break }
      edge = found.last?.edge
      stride = Self.strides.next
    }
    let given = hits.prefix(limit)
    let last = given.last.map { Spot(edge: $0.edge, place: $0.hit.place) }
    return (given.map(\.hit), hits.count <= limit, last ?? spot)
  }

  /// The blocks that hold the most of the words.
  private func hits(in row: Briefing.Row, _ number: Int64) throws -> [Hit] {
    guard let story = try Stored.reading(number, in: database)?.story else { return [] }
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
