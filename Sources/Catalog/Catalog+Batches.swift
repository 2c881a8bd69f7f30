public import Briefing

/// A long answer, part by part; others have their turn between the parts.
///
/// It goes on from where the file says that the last part ended, and not from what could be read there. So every walk comes
/// to its end, whatever a garbled catalog holds.
public struct Batches<Element> {
  private let part: (Int) throws(CatalogError) -> [Element]

  fileprivate init(_ part: @escaping (Int) throws(CatalogError) -> [Element]) {
    self.part = part
  }

  /// The next ones, about as many as were asked for; none only at the end.
  public func next(_ limit: Int) throws(CatalogError) -> [Element] {
    try part(limit)
  }
}

extension Catalog {
  /// The rows of a listing.
  public func rowBatches(_ listing: Listing) -> Batches<Row> {
    let query = RowQuery(listing, now: clock())
    var ahead = RowsAhead(query, first: 128)
    return Batches { [storage] limit throws(CatalogError) in
      try storage.read(finding: query.needsLookup) { database in
        var rows: [Row] = []
        while rows.count < limit, let (row, _) = try ahead.next(in: database) { rows.append(row) }
        return rows
      }
    }
  }

  /// The claims that rest on a host, as `claims` gives them.
  /// - Parameter after: the last claim before the first part.
  public func claimBatches(host: String, after: Claim? = nil) -> Batches<Claim> {
    var progress: Claims.Progress?
    return Batches { [storage] limit throws(CatalogError) in
      try storage.find { database in
        let claims = Claims(on: host, in: database)
        var reached = try progress ?? claims.start(after: after)
        progress = nil
        defer { progress = reached }
        return try claims.next(limit, &reached)
      }
    }
  }

  /// The questions whose wording matches the words, as `questions` gives them.
  public func questionBatches(matching text: String, askings: Int = .max) -> Batches<Question> {
    var progress = Questions.Progress()
    return Batches { [storage] limit throws(CatalogError) in
      try storage.find { database in
        var questions = try Questions(matching: text, from: progress, in: database)
        progress = Questions.Progress()
        defer { progress = questions.progress }
        return try questions.next(limit, askings: askings)
      }
    }
  }

  /// The hits of a search, as `hits` gives them.
  public func hitBatches(_ search: Search) -> Batches<Hit> {
    var progress: Hits.Progress?
    var isOver = false
    return Batches { [storage, now = clock()] limit throws(CatalogError) in
      try storage.find { database in
        guard !isOver, let hits = try Hits(search, now: now, in: database) else { return [] }
        if search.order == .best {
          isOver = true
          return try hits.best(limit)
        }
        var reached = try progress ?? hits.start()
        progress = nil
        defer { progress = reached }
        return try hits.next(limit, &reached)
      }
    }
  }
}
