import Briefing
import Catalog
import Reader

import class Foundation.Thread

/// Answers the reader's requests from the catalog, one after another on a thread of its own, so that no key ever waits
/// for a query.
final class Desk: Sendable {
  private enum Work: Sendable {
    case ask(Request)
    case mark([StoryID], Mark)
  }

  private let work = Channel<Work>(capacity: .max)

  /// `post` is called on the desk's own thread.
  init(catalog: Catalog, post: @escaping @Sendable (Message) -> Void) {
    let work = work
    Thread.detachNewThread {
      while let work = work.receive() {
        if let message = Self.carryOut(work, on: catalog) { post(message) }
      }
    }
  }

  func ask(_ request: Request) {
    _ = work.send(.ask(request))
  }

  func mark(_ stories: [StoryID], _ mark: Mark) {
    _ = work.send(.mark(stories, mark))
  }

  /// What is still waiting is carried out, and then the thread ends.
  func close() {
    work.close()
  }

  private static func carryOut(_ work: Work, on catalog: Catalog) -> Message? {
    switch work {
    case .ask(let request):
      do throws(CatalogError) {
        return .answered(request, try catalog.answer(request))
      } catch {
        return .answered(request, .failed(error.sentence))
      }
    case .mark(let stories, let mark):
      do throws(CatalogError) {
        try catalog.mark(stories, mark)
        return nil
      } catch {
        return .told(error.sentence)
      }
    }
  }
}
