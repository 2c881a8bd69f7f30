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
      let isManned = WorkerThread.start {
        while let request = queue.receive() {
          post(Self.answer(to: request, from: catalog))
          answered()
        }
      }
      guard isManned else {
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
