import Briefing
import Catalog
import Reader

import class Foundation.Thread

/// Answers the reader's requests from the catalog, one after another on a thread of its own, so that no key ever waits
/// for a query.
final class Desk: Sendable {
  private enum Work: Sendable {
    case ask(Request)
    case change(Change)
    case undo
    case remember(StoryID, Bookmark)
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

  func make(_ change: Change) {
    _ = work.send(.change(change))
  }

  func undo() {
    _ = work.send(.undo)
  }

  func remember(_ bookmark: Bookmark, of story: StoryID) {
    _ = work.send(.remember(story, bookmark))
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
    case .change(let change):
      // Where nothing is different, it stood so before, and is shown so.
      do throws(CatalogError) {
        _ = try catalog.make(change, at: .now)
        return .changed(change)
      } catch {
        return .refused(change, error.sentence)
      }
    case .undo:
      do throws(CatalogError) {
        return .undone(try catalog.undo(at: .now))
      } catch {
        return .refused(nil, error.sentence)
      }
    case .remember(let story, let bookmark):
      do throws(CatalogError) {
        try catalog.remember(bookmark, of: story)
        return nil
      } catch {
        return .told(error.sentence)
      }
    }
  }
}
