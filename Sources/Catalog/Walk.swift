public import Briefing

/// A long answer, part by part; others have their turn between the parts.
///
/// It goes on from where the file says that the last part ended, and not from what could be read there. So every walk comes
/// to its end, whatever a garbled catalog holds.
public struct Walk<Element> {
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
  public func walk(through listing: Listing) -> Walk<Row> {
    let query = RowQuery(listing)
    var edge: RowEdge?
    return Walk { [storage] limit throws(CatalogError) in
      let rows = try storage.read(finding: query.needsLookup) { [edge] in try query.rows(beyond: edge, limit, in: $0) }
      edge = rows.last?.edge ?? edge
      return rows.map(\.row)
    }
  }

  /// The claims that rest on a host, as `claims` gives them.
  /// - Parameter after: the last claim before the first part.
  public func walk(onHost host: String, after: Claim? = nil) -> Walk<Claim> {
    var edge: RowEdge?
    return Walk { [storage] limit throws(CatalogError) in
      let part = try storage.find { [edge] database in
        let start = try edge ?? after.map { try Claims.edge(of: $0, in: database) }
        return try Claims.claims(host: host, beyond: start, limit: limit, in: database)
      }
      edge = part.edge
      return part.claims
    }
  }

  /// The questions whose wording matches the words, as `questions` gives them.
  public func walk(throughQuestions text: String, askings: Int = .max) -> Walk<Question> {
    var progress = Questions.Progress()
    return Walk { [storage] limit throws(CatalogError) in
      try storage.find { database in
        var questions = try Questions(matching: text, from: progress, in: database)
        progress = Questions.Progress()
        defer { progress = questions.progress }
        return try questions.next(limit, askings: askings)
      }
    }
  }

  /// The hits of a search, as `hits` gives them.
  public func walk(through search: Search) -> Walk<Hit> {
    var spot: Hits.Spot?
    var isComplete = false
    return Walk { [storage] limit throws(CatalogError) in
      guard !isComplete,
        let part = try storage.find({ [spot] in try Hits(search, in: $0)?.hits(after: spot, limit: limit) })
      else { return [] }
      (spot, isComplete) = (part.last, part.isComplete)
      return part.hits
    }
  }
}
