import Briefing
import Catalog
import Reader
import System

/// Makes what the user changes, in order, on a thread of its own: while another program keeps the catalog locked, reading
/// goes on.
///
/// Marks, tags, notes and queries are made one by one, and none is ever dropped. Of the places in a story only the newest
/// is worth writing, and not more often than `interval`.
final class ChangeWriter: Sendable {
  enum Work: Sendable {
    case change(Change, isUndoable: Bool)
    case changeAll(BulkChange)
    /// `after` is how many changes had been refused when the user asked for it.
    case undo(after: Int, isSure: Bool)
    case redo(isSure: Bool)
    /// See that bookmarks wait to be written.
    case remember
    /// See whether another program wrote.
    case look
    /// Write all bookmarks now, and answer.
    case flush(Channel<Bool>)
  }

  /// What there is to say when the writer is closed: why changes were not kept that the user had asked for last.
  typealias Refusal = CatalogError?

  static let interval = Duration.milliseconds(250)

  private let work = Channel<Work>()
  private let bookmarks = UnwrittenBookmarks()
  private let end = Channel<Refusal>()
  private let refusals = Counter()

  /// `post` is called on the writer’s own thread.
  ///
  /// `backgroundIndexer` makes stories searchable that are not, once nobody else does.
  init(
    catalog: Catalog, backgroundIndexer: BackgroundIndexer? = nil, post: @escaping @Sendable (Message) -> Void
  ) throws(SystemError) {
    let (work, bookmarks, end, refusals) = (work, bookmarks, end, refusals)
    let isStarted = WorkerThread.start {
      var writer = CatalogWriter(
        catalog: catalog, bookmarks: bookmarks, refusals: refusals, backgroundIndexer: backgroundIndexer, post: post)
      while true {
        switch work.receive(before: writer.deadline) {
        case .element(let work): writer.carryOut(work)
        case .timeIsUp: writer.doWhatIsDue()
        case .closed:
          writer.flush()
          end.sendNow(writer.refusal)
          return
        }
      }
    }
    if !isStarted { throw .noThread }
  }

  func apply(_ change: Change) {
    work.sendNow(.change(change, isUndoable: true))
  }

  func markRead(_ story: StoryID) {
    work.sendNow(.change(.mark([story], .unread(false)), isUndoable: false))
  }

  func apply(_ bulk: BulkChange) {
    work.sendNow(.changeAll(bulk))
  }

  func undo(isSure: Bool) {
    work.sendNow(.undo(after: refusals.value, isSure: isSure))
  }

  func redo(isSure: Bool) {
    work.sendNow(.redo(isSure: isSure))
  }

  func remember(_ bookmark: Bookmark, of story: StoryID) {
    // With each key: the thread is woken for the first one alone.
    if bookmarks.add(bookmark, of: story) { work.sendNow(.remember) }
  }

  func look() {
    work.sendNow(.look) { other in
      if case .look = other { true } else { false }
    }
  }

  /// Waits until all that was asked for so far is written, for so long at most.
  func flush(within patience: Duration) {
    let answer = Channel<Bool>()
    guard work.sendNow(.flush(answer)) else { return }
    _ = answer.receive(before: .now + patience)
  }

  /// Finishes all that was asked for, for so long at most; gives why something was not kept.
  ///
  /// `delayed` is called once where that takes long enough to be noticed.
  func close(within patience: Duration, delayed: () -> Void = {}) -> Refusal {
    work.close { if case .look = $0 { true } else { false } }
    let last = ContinuousClock.now + patience
    if case .element(let rest) = end.receive(before: min(last, .now + Self.noticeable)) { return rest }
    delayed()
    guard case .element(let rest) = end.receive(before: last) else { return .busy }
    return rest
  }

  private static let noticeable = Duration.milliseconds(700)
}
