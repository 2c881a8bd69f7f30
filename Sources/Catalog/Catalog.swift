public import Briefing
import Synchronization
import System

/// Stories in order, findable by their words, sources and questions.
///
/// Safe to use from several threads at once. Holds no opinion on files or the network: it takes stories that were read
/// elsewhere. Calls of one kind (reading, finding, counting, changing) wait for one another; none holds the catalog for
/// longer than a few milliseconds, however many stories a batch has. What is not sought by its words is read without the
/// lookup, and neither waits for it nor fails by it.
public final class Catalog: Sendable {
  let storage: Storage
  let numbering = Numbering()
  let sketches = SketchIndex()
  /// How much of a long answer is read before others have their turn.
  private static let batch = 128

  /// Whether stories are made searchable as they are added.
  let isSearchable: Bool

  /// What time it is: the days of a query are counted back from there.
  let clock: @Sendable () -> Moment

  init(
    _ storage: Storage, isSearchable: Bool = false,
    clock: @escaping @Sendable () -> Moment = { Moment(seconds: WallClock.seconds) }
  ) {
    self.storage = storage
    self.isSearchable = isSearchable
    self.clock = clock
  }

  /// A catalog that lives as long as the process.
  /// - Parameter isSearchable: whether whatever is added can be searched at once, and not only after `catchUp`: that is
  ///   most of the work of adding.
  public static func inMemory(isSearchable: Bool = true) throws(CatalogError) -> Catalog {
    Catalog(try .inMemory(), isSearchable: isSearchable)
  }

  /// The same at a time of one's own.
  public static func inMemory(clock: @escaping @Sendable () -> Moment) throws(CatalogError) -> Catalog {
    Catalog(try .inMemory(), isSearchable: true, clock: clock)
  }

  /// The catalog at a path, which several programs may use at once.
  ///
  /// Beside it lies the lookup, by which its stories are found; it is made again where it is missing.
  ///
  /// One of an older schema version is read as it is, and brought to that of this program when it is first changed, or by
  /// `bringForward`.
  /// - Parameter upgraded: told when that begins, and when it is done, on the thread that has to wait for it.
  public static func open(
    at path: String, upgraded: @escaping @Sendable (UpgradeStage) -> Void = { _ in }
  ) throws(CatalogError) -> Catalog {
    Catalog(try .onDisk(CatalogFiles(catalog: path), upgraded: upgraded))
  }

  /// The same, made if there is none yet. Its folder has to be there.
  ///
  /// - Parameter onNetwork: whether it lies on a disk of another machine, where it is kept more slowly, and so that one
  ///   program at a time can be trusted with it.
  public static func openOrCreate(
    at path: String, onNetwork: Bool = false, upgraded: @escaping @Sendable (UpgradeStage) -> Void = { _ in }
  ) throws(CatalogError) -> Catalog {
    Catalog(try .creating(CatalogFiles(catalog: path), onNetwork: onNetwork, upgraded: upgraded))
  }

  /// The catalog at a path as it is: nothing is made, mended or brought into order, whatever is asked of it.
  ///
  /// - Throws: for what the other ways of opening would bring into order, too: `CatalogError.older`, and `corrupt` or
  ///   `cannotOpen` with the lookup's path where something is asked that needs it.
  public static func openToInspect(at path: String) throws(CatalogError) -> Catalog {
    Catalog(try .looking(at: CatalogFiles(catalog: path)))
  }

  /// Whether the first change brings the catalog forward before it is made, which may take seconds.
  public func isOfOlderVersion() throws(CatalogError) -> Bool {
    try storage.read { try $0.version() < CatalogSchema.version }
  }

  /// That the catalog was brought to the schema version of this program since it was opened; nil if it was not.
  public var upgrade: Upgrade? { storage.upgrade.value }

  /// Whether the catalog is of an older schema version than this program's, or not all of its stories have been looked at
  /// for what they lacked then, or they are found by an older fold.
  public func isOlder() throws(CatalogError) -> Bool {
    let isOlder = try storage.read { try $0.version() < CatalogSchema.version || Publishers.areMissing(in: $0) }
    return isOlder || (try? isLookupOlder()) ?? false
  }

  /// Brings a catalog of an older schema version to that of this program; does nothing to any other, but opens it to be
  /// changed. Takes seconds for a hundred thousand stories, and keeps others from reading for a part of them.
  public func bringForward() throws(CatalogError) {
    try storage.bringForward()
  }

  /// A run of the index. Costs the same anywhere in a listing.
  ///
  /// Rows come in the order of the listing, whichever end the window is named by. A neighbour that has left the
  /// catalog still works as the window's edge.
  public func rows(_ listing: Listing, _ window: RowWindow) throws(CatalogError) -> [Row] {
    let query = RowQuery(listing, now: clock())
    return try storage.read(finding: query.needsLookup) { try query.rows(window, in: $0) }
  }

  /// How many stories a listing has.
  public func count(_ listing: Listing) throws(CatalogError) -> RowCount {
    let query = RowQuery(listing, now: clock())
    return try storage.count(finding: query.needsLookup) { try query.count(in: $0) }
  }

  /// How many stories of a listing stand before this one; nil if it is not among them. Costs a count.
  public func position(of id: StoryID, in listing: Listing) throws(CatalogError) -> Int? {
    let query = RowQuery(listing, now: clock())
    return try storage.count(finding: query.needsLookup) { database in
      guard let number = try StoryTable.number(of: id, in: database) else { return nil }
      return try StoryQueries.row(number, in: database).flatMap { try query.position(of: $0, in: database) }
    }
  }

  /// A whole story as it is now, or one of its versions, counted from 1; `id` may be cut short as long as only one
  /// story's begins so.
  public func detail(_ id: StoryID, version: Int? = nil) throws(CatalogError) -> StoryDetail? {
    guard var detail = try storage.read({ try StoryQueries.detail(id, version: version, in: $0) }) else { return nil }
    // Worth no wait, and no failure.
    let citing = BusyTimeout.$present.withValue(.zero) {
      try? storage.find { [sources = detail.story.sources] in try Sources.citingStories(sources, in: $0) }
    }
    detail.citingStories = citing ?? [:]
    return detail
  }

  /// A story as a line of the index; `id` may be cut short as for `detail`.
  public func row(_ id: StoryID) throws(CatalogError) -> Row? {
    try storage.read { database in
      try StoryTable.resolve(id, in: database).flatMap { try StoryQueries.row($0, in: database) }
    }
  }

  /// The bytes that a story was read from, or those of one of its versions, counted from 1.
  public func original(_ id: StoryID, version: Int? = nil) throws(CatalogError) -> [UInt8]? {
    try storage.read { database in
      guard let number = try StoryTable.resolve(id, in: database) else { return nil }
      let versions = try Versions(number, in: database)
      let index = version.map { $0 - 1 } ?? versions.current
      guard versions.places.indices.contains(index) else { return nil }
      return try StoryTable.stored(at: versions.places[index], in: database)?.original
    }
  }

  /// The story after this one in a listing (before it, unless `forward`); nil at its end, or if the story is unknown.
  public func neighbour(of id: StoryID, in listing: Listing, forward: Bool) throws(CatalogError) -> StoryID? {
    let query = RowQuery(listing, now: clock())
    return try storage.read(finding: query.needsLookup) { database in
      guard let number = try StoryTable.number(of: id, in: database),
        let row = try StoryQueries.row(number, in: database)
      else { return nil }
      return try query.rows(forward ? .after(row, 1) : .before(row, 1), in: database).first?.id
    }
  }

  /// The first unread story after one in a listing; where none comes after it, or none is given, the first unread of all.
  /// Never the given one itself; nil where nothing else is unread.
  public func nextUnread(after id: StoryID?, in listing: Listing) throws(CatalogError) -> StoryID? {
    let query = RowQuery(listing, unreadOnly: true, now: clock())
    return try storage.read(finding: query.needsLookup) { database in
      let number = try id.flatMap { try StoryTable.number(of: $0, in: database) }
      let row = try number.flatMap { try StoryQueries.row($0, in: database) }
      if let row, let next = try query.rows(.after(row, 1), in: database).first { return next.id }
      return try query.rows(.first(2), in: database).first { $0.id != row?.id }?.id
    }
  }

  /// The story that stands at an address.
  public func page(at url: String) throws(CatalogError) -> StoryID? {
    try storage.read { try StoryQueries.page(at: url, in: $0) }
  }

  /// The sources whose host contains the text, those with the most claims first.
  public func sources(matching text: String = "", limit: Int = .max) throws(CatalogError) -> [Source] {
    try storage.find { try Sources.sources(matching: text, limit: limit, in: $0) }
  }

  /// A source as a whole; nil if nothing rests on the host.
  public func source(_ host: String) throws(CatalogError) -> Source? {
    try storage.find { try Sources.source(host, in: $0) }
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
    let batches = claimBatches(host: host, after: after)
    func hasReached(_ date: Moment) -> Bool { claims.last.map { $0.date < date } ?? false }
    while claims.count < limit || !(date.map(hasReached) ?? true) {
      let some = claims.count < limit ? min(Self.batch, limit - claims.count) : Self.batch
      let part = try batches.next(some)
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
    var questions: [Question] = []
    let batches = questionBatches(matching: text, askings: askings)
    while questions.count < limit {
      let some = min(Self.batch, limit - questions.count)
      let part = try batches.next(some)
      questions += part
      if part.count < some { break }
    }
    return questions
  }

  /// The places where the words of a query stand, in reading order within a story.
  ///
  /// The stories are those that `rows` lists for the same query. Within a story the hits are the blocks that hold the
  /// most of its words.
  /// - Parameters:
  ///   - search: newest story first, at the cost of the hits that are given; or the best, at the cost of all stories
  ///     that have the words, some microseconds each.
  ///   - after: the last hit of the part before. The best come in one part.
  ///   - limit: at most how many hits.
  /// - Returns: the hits, and whether there are none after them that can be asked for.
  public func hits(
    _ search: Search, after: Hit? = nil, limit: Int
  ) throws(CatalogError) -> (hits: [Hit], isComplete: Bool) {
    try storage.find { database in
      let limit = max(0, limit)
      guard let hits = try Hits(search, now: clock(), in: database) else { return ([], true) }
      if search.order == .best { return (after == nil ? try hits.best(limit) : [], true) }
      var progress = try hits.start(after: after)
      let found = try hits.next(limit < .max ? limit + 1 : limit, &progress)
      return (Array(found.prefix(limit)), found.count <= limit)
    }
  }

  /// The stories that have most to do with one, the closest first: those that share its sources, its questions, and words
  /// that few stories have.
  ///
  /// What many stories share counts for little. Of each thing shared, only the newest stories are looked at, so that the
  /// cost does not grow with the catalog: some 10 ms.
  public func related(to id: StoryID, limit: Int) throws(CatalogError) -> [Related] {
    try storage.find { database in
      guard let number = try StoryTable.resolve(id, in: database) else { return [] }
      return try Relations(of: number, in: database)?.closest(limit) ?? []
    }
  }

  /// Opens what lies in the catalog's place now, where another program put another catalog there (`CatalogError.replaced`).
  ///
  /// The one that was open is kept beside it where it has no name any more.
  /// - Returns: nil where it is still the same.
  /// - Throws: why that cannot be opened; then everything can still be read of the one that was open, and nothing changed.
  public func reopen() throws(CatalogError) -> Replacement? {
    let replacement = try storage.reopen()
    if replacement != nil { sketches.reset() }
    return replacement
  }

  /// Where the catalog was kept that another program took away, while what lies there now cannot be opened.
  public var keptCopy: String? { storage.kept.withLock(\.self) }

  /// Whether another program wrote into the catalog since this was asked last; the first answer says nothing. Costs some µs.
  public func hasChanged() throws(CatalogError) -> Bool {
    try storage.hasChanged()
  }

  /// How many bytes the catalog takes, with what is found in it.
  public func bytes() throws(CatalogError) -> Int {
    try storage.find { try Figures.bytes(in: $0) }
  }
}
