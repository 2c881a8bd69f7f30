import Briefing
import Catalog
import Reader

extension Catalog {
  /// What the reader asked for.
  func answer(_ request: Request) throws(CatalogError) -> Answer {
    switch request {
    case .rows(let listing, let window): return .rows(try rows(listing, window))
    case .count(let listing): return .count(try count(listing))
    case .position(let id, let listing): return .position(try position(of: id, in: listing))
    case .row(let id): return .row(try row(id))
    case .story(let id, let version): return .story(try detail(id, version: version))
    case .sources(let text, let limit): return .sources(try sources(matching: text, limit: limit))
    case .claims(let host, let last, let date, let limit):
      let claims = try claims(host: host, after: last, reaching: date, limit: limit)
      return .claims(claims, of: try source(host), isComplete: claims.count < limit)
    case .questions(let text, let limit, let askings):
      return .questions(try questions(matching: text, limit: limit, askings: askings))
    case .page(let url): return .story(try detail(at: try page(at: url)))
    case .neighbour(let id, let listing, let forward):
      return .story(try detail(at: try neighbour(of: id, in: listing, forward: forward)))
    case .search(let search, let last, let limit):
      let (hits, isComplete) = try hits(search, after: last, limit: limit)
      return .hits(hits, isComplete: isComplete)
    case .related(let id, let limit): return .related(try related(to: id, limit: limit))
    case .queries: return .queries(try savedQueries())
    case .tags: return .tags(try tags().map(\.name))
    }
  }

  private func detail(at id: StoryID?) throws(CatalogError) -> StoryDetail? {
    guard let id else { return nil }
    return try detail(id)
  }
}
