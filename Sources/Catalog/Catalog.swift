public import Briefing

/// Stories in order, findable by their words, sources and questions.
///
/// Safe to use from several threads at once. Holds no opinion on files or the network: it takes stories that were read
/// elsewhere. Every call waits for the one before it; none holds the catalog for longer than a few milliseconds, however
/// many stories a batch has.
public final class Catalog: Sendable {
  let storage: Storage
  private let numbering = Numbering()
  /// How much of a long answer is read before others have their turn.
  private static let portion = 128

  private init(_ storage: Storage) {
    self.storage = storage
  }

  /// A catalog that lives as long as the process.
  public static func inMemory() throws(CatalogError) -> Catalog {
    Catalog(try .inMemory())
  }

  /// Puts stories in. Adding a story that is already there changes nothing.
  public func add(_ batch: [Arrival]) throws(CatalogError) -> Added {
    var added = Added()
    var rest = batch[...]
    while !rest.isEmpty {
      let portion = rest.portion
      let part = try storage.write { database in
        var adding = Adding(database, numbering: numbering)
        for arrival in portion { try adding.add(arrival) }
        return adding.added
      }
      added.ids += part.ids
      added.new += part.new
      added.known += part.known
      rest = rest.dropFirst(portion.count)
    }
    return added
  }

  /// A run of the index. Costs the same anywhere in a listing.
  ///
  /// Rows come in the order of the listing, whichever end the window is named by. A neighbour that has left the
  /// catalog still works as the window's edge.
  public func rows(_ listing: Listing, _ window: RowWindow) throws(CatalogError) -> [Row] {
    try storage.read { try RowQuery(listing).rows(window, in: $0) }
  }

  /// How many stories a listing has.
  public func count(_ listing: Listing) throws(CatalogError) -> RowCount {
    try storage.read { try RowQuery(listing).count(in: $0) }
  }

  /// How many stories of a listing stand before this one; nil if it is not among them. Costs a count.
  public func position(of id: StoryID, in listing: Listing) throws(CatalogError) -> Int? {
    try storage.read { database in
      guard let number = try Stored.number(of: id, in: database) else { return nil }
      return try StoryQuestions.row(number, in: database).flatMap {
        try RowQuery(listing).position(of: $0, in: database)
      }
    }
  }

  /// A whole story; `id` may be cut short as long as only one story's begins so.
  public func entry(_ id: StoryID) throws(CatalogError) -> Entry? {
    try storage.read { try StoryQuestions.entry(id, in: $0) }
  }

  /// The bytes that a story was read from.
  public func original(_ id: StoryID) throws(CatalogError) -> [UInt8]? {
    try storage.read { database in
      try Stored.resolve(id, in: database).flatMap { try Stored.original($0, in: database) }
    }
  }

  /// The story after this one in a listing (before it, unless `forward`); nil at its end, or if the story is unknown.
  public func neighbour(of id: StoryID, in listing: Listing, forward: Bool) throws(CatalogError) -> StoryID? {
    try storage.read { database in
      guard let number = try Stored.number(of: id, in: database),
        let row = try StoryQuestions.row(number, in: database)
      else { return nil }
      return try RowQuery(listing).rows(forward ? .after(row, 1) : .before(row, 1), in: database).first?.id
    }
  }

  /// The story that stands at an address.
  public func page(at url: String) throws(CatalogError) -> StoryID? {
    try storage.read { try StoryQuestions.page(at: url, in: $0) }
  }

  /// The sources whose host contains the text, those with the most claims first.
  public func sources(matching text: String = "") throws(CatalogError) -> [Source] {
    try storage.read { try Claims.sources(matching: text, in: $0) }
  }

  /// A source as a whole; nil if nothing rests on the host.
  public func source(_ host: String) throws(CatalogError) -> Source? {
    try storage.read { try Claims.source(host, in: $0) }
  }

  /// The claims that rest on a host, newest story first, in reading order within a story.
  ///
  /// - Parameters:
  ///   - after: the last claim of the part before.
  ///   - reaching: the date of the oldest story that the part has to come to, past the limit if need be.
  ///   - limit: about how many; a story's claims are never torn apart. Each story costs some 20 µs.
  /// - Returns: fewer than `limit` only if there are none after them.
  public func claims(
    host: String, after: Claim? = nil, reaching date: Moment? = nil, limit: Int = .max
  ) throws(CatalogError) -> [Claim] {
    var claims: [Claim] = []
    func hasReached(_ date: Moment) -> Bool { claims.last.map { $0.date < date } ?? false }
    while claims.count < limit || !(date.map(hasReached) ?? true) {
      let last = claims.last ?? after
      let some = claims.count < limit ? min(Self.portion, limit - claims.count) : Self.portion
      let part = try storage.read { try Claims.claims(host: host, after: last, limit: some, in: $0) }
      claims += part
      if part.count < some { break }
    }
    return claims
  }

  /// The questions whose wording matches the words, grouped by meaning, the one asked last first.
  ///
  /// - Parameters:
  ///   - limit: at most how many questions.
  ///   - askings: at most how many of the stories that ask each one, the newest.
  public func questions(
    matching text: String = "", limit: Int = .max, askings: Int = .max
  ) throws(CatalogError) -> [Question] {
    let meanings = try storage.read { try Questions.meanings(matching: text, limit: limit, in: $0) }
    var questions: [Question] = []
    for start in stride(from: 0, to: meanings.count, by: Self.portion) {
      let some = meanings[start..<min(start + Self.portion, meanings.count)]
      questions += try storage.read { database in
        try some.map { try Questions.question($0, askings: askings, in: database) }
      }
    }
    return questions
  }

  /// The places where the words of a query stand, newest story first, in reading order within a story.
  ///
  /// The stories are those that `rows` lists for the same query. Within a story the hits are the blocks that hold the
  /// most of its words.
  /// - Parameters:
  ///   - after: the last hit of the part before.
  ///   - limit: at most how many hits.
  /// - Returns: the hits, and whether there are none after them.
  public func hits(
    _ query: String, after: Hit? = nil, limit: Int
  ) throws(CatalogError) -> (hits: [Hit], isComplete: Bool) {
    try storage.read { try Hits(query, in: $0)?.hits(after: after, limit: limit) ?? ([], true) }
  }

  /// How many bytes the catalog takes, index and all.
  public func bytes() throws(CatalogError) -> Int {
    try storage.read { try Storage.bytes(of: $0) }
  }

  /// Sets a mark on stories; ids that the catalog does not hold are passed over.
  public func mark(_ ids: [StoryID], _ mark: Mark) throws(CatalogError) {
    try storage.write { database in
      for id in ids { try Marks.set(mark, on: id, in: database) }
    }
  }
}

extension ArraySlice<Arrival> {
  /// As many stories as are put in within a few milliseconds: others wait that long at most.
  fileprivate var portion: Self {
    var bytes = 0
    let end = firstIndex { arrival in
      bytes += arrival.original.count + 512
      return bytes > 1 << 15
    }
    return self[startIndex..<Swift.max(end ?? endIndex, Swift.min(startIndex + 1, endIndex))]
  }
}
