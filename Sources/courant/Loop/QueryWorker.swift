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
    case (.sources, .sources), (.questions, .questions): true
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
