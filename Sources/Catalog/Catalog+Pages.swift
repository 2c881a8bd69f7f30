public import Briefing
import GRDB

/// Copies of pages, kept for reading without a network.
///
/// A copy is a story of kind `page` that no list, count, source or search has but `is:page`. Its address leads to it, and it has
/// a place, folds, notes and a star like any other.
extension Catalog {
  /// Keeps a copy of a page that was fetched, without waiting for the disk. There is one copy of each page: where it says
  /// something else than the one before, it is a version of that. A page that was wanted is wanted no more.
  ///
  /// - Parameters:
  ///   - url: where it was asked for; it leads to the copy from now on, whatever way it is written (`PageAddress.key`).
  ///   - final: where it was in the end; nil where that is the same.
  public func keep(
    _ page: IncomingStory, url: String, final: String? = nil, fetched: Moment
  ) throws(CatalogError) -> KeptPage {
    var kept: KeptPage?
    do throws(CatalogError) {
      kept = try storage.writeWithoutSync { database in
        var adding = try Adding(database, numbering: numbering, sketches: sketches, addition: nil)
        let kept = try adding.keep(page, url: url, final: final ?? url, fetched: fetched)
        try adding.finish()
        return kept
      }
    } catch {
      sketches.reset()
      throw error
    }
    if isSearchable { try catchUp() }
    guard let kept else { throw .storage(code: 1, message: "a transaction gave nothing") }
    return kept
  }

  /// The copy that is kept of the page at an address, and when it was fetched.
  public func keptPage(at url: String) throws(CatalogError) -> (id: StoryID, fetched: Moment)? {
    try storage.read { database in
      guard let number = try KeptPages.number(at: url, in: database),
        let row = try StoryQueries.row(number, in: database),
        let fetched = try KeptPages.fetched(number, in: database)
      else { return nil }
      return (row.id, fetched)
    }
  }

  /// How many bytes the copies take, as they were fetched.
  public func keptBytes() throws(CatalogError) -> Int {
    try storage.read { try KeptPages.bytes(in: $0) }
  }

  /// Lets copies go for good until the others have no more than so many bytes: those first that were fetched longest ago. What is
  /// starred, tagged or noted stays. In small parts, so that others have their turn.
  /// - Parameter goesOn: asked between two parts.
  /// - Returns: how many are gone.
  @discardableResult
  public func clearKept(
    downTo bytes: Int, at date: Moment, goesOn: () -> Bool = { true }
  ) throws(CatalogError) -> Int {
    let isLarger = try storage.read { try KeptPages.bytes(in: $0) > bytes }
    guard isLarger else { return 0 }
    return try forget(at: date, goesOn: goesOn) { most, database in
      try KeptPages.oldest(downTo: bytes, most: most, in: database)
    } prepare: { number, database in
      try database.cachedStatement(sql: "DELETE FROM kept WHERE story = ?").execute(arguments: [number])
    }
  }

  /// The claims that rest on the page at an address, newest story first, in reading order within a story; as `claims` of a host.
  public func claims(
    citing url: String, after: Claim? = nil, limit: Int = .max
  ) throws(CatalogError) -> [Claim] {
    try storage.find { database in
      guard try LookupSchema.isOfToday(in: database) else { return [] }
      let claims = Claims(on: .page(PageAddress.key(of: url)), in: database)
      var progress = try claims.start(after: after)
      return try claims.next(limit, &progress)
    }
  }

  /// The pages that the stories of a query cite by their whole addresses, those of the newest story first, each once.
  ///
  /// - Parameters:
  ///   - notKept: whether pages are left out that the catalog holds, or a copy of them.
  ///   - withLinks: whether pages count as well that stories only lead to, such as others of their own sites.
  ///   - limit: at most how many pages.
  ///   - stories: how many of the newest stories are looked at; each costs some 20 µs.
  public func citedPages(
    of query: String, notKept: Bool = true, withLinks: Bool = false, limit: Int, stories: Int = .max
  ) throws(CatalogError) -> [CitedPage] {
    var ids: [StoryID] = []
    let rows = rowBatches(Listing(query: query))
    var pages: [CitedPage] = []
    while ids.count < stories, pages.count < limit {
      let part = try rows.next(min(128, stories - ids.count)).map(\.id)
      if part.isEmpty { break }
      ids += part
      let known = Set(pages.map { PageAddress.key(of: $0.url) })
      let more = try citedPages(of: part, notKept: notKept, withLinks: withLinks, limit: limit)
      pages += more.filter { !known.contains(PageAddress.key(of: $0.url)) }
    }
    return Array(pages.prefix(limit))
  }

  /// The same of some stories, in their order.
  public func citedPages(
    of ids: [StoryID], notKept: Bool = true, withLinks: Bool = false, limit: Int
  ) throws(CatalogError) -> [CitedPage] {
    try storage.read { database in
      var cited = CitedPages(withoutKept: notKept, withLinks: withLinks, in: database)
      for id in ids {
        guard let number = try StoryTable.resolve(id, in: database) else { continue }
        try cited.add(of: number, id, limit: limit)
      }
      return cited.pages
    }
  }

  /// Has pages fetched when there is a network. When this returns, the disk has it.
  public func want(_ pages: [WantedPage], at date: Moment) throws(CatalogError) {
    guard !pages.isEmpty else { return }
    try storage.write { database in
      for page in pages { try Wants.add(page, at: date, in: database) }
    }
  }

  /// The pages that are wanted, those first that the user asked for, each kind in the order in which it came.
  /// - Parameter now: only those that are due then; nil for all, also those that cannot be had any more.
  public func wants(dueAt now: Moment? = nil, limit: Int = .max) throws(CatalogError) -> [WantedPage] {
    try storage.read { try Wants.all(dueAt: now, limit: limit, in: $0) }
  }

  /// Writes down that fetching wanted pages failed, without waiting for the disk. What is kept is wanted no more by itself.
  public func record(_ fetches: [(url: String, fetches: FetchRecord)]) throws(CatalogError) {
    guard !fetches.isEmpty else { return }
    try storage.writeWithoutSync { database in
      for fetch in fetches { try Wants.record(fetch.fetches, of: fetch.url, in: database) }
    }
  }

  /// Wants a page no more.
  public func unwant(_ url: String) throws(CatalogError) {
    try storage.write { try Wants.forget(PageAddress.key(of: url), in: $0) }
  }
}
