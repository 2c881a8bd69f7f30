import Briefing
import GRDB

/// What rests on a source, or on a page.
struct Claims {
  enum Target {
    case host(String)
    /// By the key of its address.
    case page(String)
  }

  /// How far a walk through them has come.
  struct Progress {
    fileprivate var edge: RowEdge?
    /// Stories that had to be looked at already.
    fileprivate var stories: ArraySlice<DateSorter<Citing>.Element> = []
    fileprivate var size = 8
    fileprivate var isOver = false
  }

  /// A story that cites the host.
  fileprivate struct Citing {
    var id: StoryID
    var headline: String
  }

  private static let mostAhead = 8192

  private let target: Target
  private let database: Database

  init(on target: Target, in database: Database) {
    (self.target, self.database) = (target, database)
  }

  init(on host: String, in database: Database) {
    self.init(on: .host(Citation.host(named: host)), in: database)
  }

  /// Before the first claim, or behind the story of one. Of a story that has left, the number is not known: its date must do.
  func start(after claim: Claim?) throws -> Progress {
    try Progress(
      edge: claim.map { claim in
        RowEdge(key: .date(claim.date), number: try StoryTable.number(of: claim.story, in: database) ?? .min)
      })
  }

  /// The claims of the next stories, about as many as were asked for.
  func next(_ limit: Int, _ progress: inout Progress) throws -> [Claim] {
    var claims: [Claim] = []
    while claims.count < limit, let story = try nextStory(&progress) {
      guard let words = try StoryTable.reading(story.number, in: database)?.story else { continue }
      claims += self.claims(in: words, of: story)
    }
    return claims
  }

  private func nextStory(_ progress: inout Progress) throws -> DateSorter<Citing>.Element? {
    if progress.stories.isEmpty, !progress.isOver {
      progress.stories = try stories(beyond: progress.edge, progress.size)[...]
      progress.isOver = progress.stories.count < progress.size
      progress.edge = progress.stories.last.map { RowEdge(key: .date($0.date), number: $0.number) } ?? progress.edge
      progress.size = min(progress.size * 2, Self.mostAhead)
    }
    return progress.stories.popFirst()
  }

  /// So many stories, and those that had to be looked at anyway.
  private func stories(beyond edge: RowEdge?, _ count: Int) throws -> [DateSorter<Citing>.Element] {
    var sorter = DateSorter<Citing>(
      newestFirst: true, after: edge?.dated, displacement: try Numbering.displacement(in: database))
    let statement = try database.cachedStatement(sql: Self.storiesSQL)
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [target.match, sorter.start])
    var stories: [DateSorter<Citing>.Element] = []
    while stories.count < count || sorter.hasNext,
      let story = try sorter.next(
        of: rows,
        { row in
          try .init(
            date: Moment(seconds: row[3]), number: row[0], value: Citing(id: StoryID(row[1]), headline: row[2]))
        })
    {
      stories.append(story)
    }
    return stories
  }

  static let storiesSQL = """
    SELECT story.number, story.id, story.headline, story.date FROM words
    CROSS JOIN story ON story.number = words.rowid
    WHERE words MATCH ? AND words.rowid <= ? AND isRemoved = 0 ORDER BY words.rowid DESC
    """

  private func claims(in story: Story, of citing: DateSorter<Citing>.Element) -> [Claim] {
    story.leaves.flatMap { block in
      block.citations.filter(target.isMeant).map { citation in
        Claim(
          story: citing.value.id, headline: citing.value.headline, date: citing.date, heading: block.heading,
          sentence: Sentences.sentence(before: citation.place, in: block.text),
          place: Place(block.place, offset: citation.place), citation: citation)
      }
    }
  }
}

extension Claims.Target {
  /// The stories that cite it.
  fileprivate var match: String {
    switch self {
    case .host(let host): Match.cites(host)
    case .page(let address): Match.citesPage(address)
    }
  }

  fileprivate func isMeant(by citation: Citation) -> Bool {
    switch self {
    case .host(let host): citation.host == host
    case .page(let address): citation.url.map { PageAddress.key(of: $0) == address } ?? false
    }
  }
}
