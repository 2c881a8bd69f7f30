import Briefing
import Catalog
import Reader
import System

/// Answers the reader's requests from the catalog, so that no key ever waits for a query: what is to be seen one after
/// another on a thread of its own, and figures, which may take as long as a listing is long, on another.
final class QueryWorker: Sendable {
  private let requests = Channel<Request>()
  private let figures = Channel<Request>()

  /// `post` is called on threads of its own, and so is `answered`, after each answer.
  init(
    catalog: Catalog, post: @escaping @Sendable (Message) -> Void, answered: @escaping @Sendable () -> Void = {}
  ) throws(SystemError) {
    for queue in [requests, figures] {
      let isStarted = WorkerThread.start {
        while let request = queue.receive() {
          post(Self.answer(to: request, from: catalog))
          answered()
        }
      }
      guard isStarted else {
        close()
        throw .noThread
      }
    }
  }

  /// Asks, in the place of the same request and of one that only narrowed a list to fewer letters.
  func ask(_ request: Request) {
    let queue = request.isFigure ? figures : requests
    queue.sendNow(request, replacing: { $0 == request || $0.isOutdated(by: request) })
  }

  /// What is still waiting is not answered any more.
  func close() {
    requests.close { _ in true }
    figures.close { _ in true }
  }

  private static func answer(to request: Request, from catalog: Catalog) -> Message {
    do throws(CatalogError) {
      return .answered(request, try catalog.answer(request))
    } catch {
      return .answered(request, .failed(error.sentence))
    }
  }
}

extension Request {
  /// Whether the answer is a number at the edge of the screen, which may take as long as a listing is long.
  fileprivate var isFigure: Bool {
    switch self {
    case .count, .position: true
    default: false
    }
  }

  /// Whether nobody waits for the answer any more once another one is asked for.
  fileprivate func isOutdated(by other: Request) -> Bool {
    switch (self, other) {
    case (.sources, .sources), (.questions, .questions), (.offered, .offered): true
    default: false
    }
  }
}

extension Catalog {
  /// What the reader asked for.
  func answer(_ request: Request) throws(CatalogError) -> Answer {
    switch request {
    case .rows(let listing, let window): return .rows(try rows(listing, window))
    case .count(let listing): return .count(try count(listing))
    case .position(let id, let listing): return .position(try position(of: id, in: listing))
    case .row(let id): return .row(try row(id))
    case .story(let id, let version): return .story(try detail(id, version: version))
    case .stories(let ids): return .stories(try details(of: ids))
    case .sources(let text, let limit): return .sources(try sources(matching: text, limit: limit))
    case .claims(let host, let last, let date, let limit):
      let claims = try claims(host: host, after: last, reaching: date, limit: limit)
      return .claims(claims, of: try source(host), isComplete: claims.count < limit)
    case .questions(let text, let limit, let askings):
      return .questions(try questions(matching: text, limit: limit, askings: askings))
    case .page(let url): return .story(try detail(at: try page(at: url)))
    case .neighbour(let id, let listing, let forward):
      return .story(try detail(at: try neighbour(of: id, in: listing, forward: forward)))
    case .nextUnread(let id, let listing): return .story(try detail(at: try nextUnread(after: id, in: listing)))
    case .search(let search, let last, let limit):
      let (hits, isComplete) = try hits(search, after: last, limit: limit)
      return .hits(hits, isComplete: isComplete)
    case .related(let id, let limit): return .related(try related(to: id, limit: limit))
    case .copy(let id):
      guard let url = try detail(id)?.story.url, let page = try keptPage(at: url)?.id, page != id else {
        return .story(nil)
      }
      return .story(try detail(page))
    case .citing(let url):
      // All at once: no page is cited by so many that a part of them would be worth asking for.
      return .claims(try claims(citing: url, limit: 1000), of: nil, isComplete: true)
    case .subscriptions:
      return .subscriptions(try subscriptions().sortedByName)
    case .queries: return .queries(try savedQueries())
    case .tags: return .tags(try tags())
    case .notes: return .notes(try notes())
    case .offered(let kind, let text, let limit): return .offered(try offered(kind, matching: text, limit: limit))
    }
  }

  private func details(of ids: [StoryID]) throws(CatalogError) -> [StoryDetail] {
    var details: [StoryDetail] = []
    for id in ids {
      if let detail = try detail(id) { details.append(detail) }
    }
    return details
  }

  private func detail(at id: StoryID?) throws(CatalogError) -> StoryDetail? {
    guard let id else { return nil }
    return try detail(id)
  }
}
