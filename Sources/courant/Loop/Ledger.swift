import Briefing
import Catalog
import Reader

/// Makes what the user changes, in order, on a thread of its own: while another program keeps the catalog locked, reading
/// goes on.
///
/// Marks, tags, notes and queries are made one by one, and none is ever dropped. Of the places in a story only the newest
/// is worth writing, and not more often than `interval`.
final class Ledger: Sendable {
  enum Work: Sendable {
    case change(Change)
    /// `after` is how many changes had been refused when the user asked for it.
    case undo(after: Int)
    case remember(StoryID, Bookmark)
    /// See whether another program wrote.
    case look
    /// Write all bookmarks now, and answer.
    case flush(Tray<Bool>)
  }

  /// What there is to say when the ledger is closed: why changes were not kept that the user had asked for last.
  typealias Rest = CatalogError?

  static let interval = Duration.milliseconds(250)

  private let work = Tray<Work>()
  private let end = Tray<Rest>()
  private let refusals = Counter()

  /// `post` is called on the ledger's own thread.
  ///
  /// `takingIn` makes stories searchable that are not, once nobody else does.
  init(
    catalog: Catalog, takingIn: TakingIn? = nil, post: @escaping @Sendable (Message) -> Void
  ) throws(Worker.Missing) {
    let (work, end, refusals) = (work, end, refusals)
    let isManned = Worker.start {
      var clerk = LedgerClerk(catalog: catalog, refusals: refusals, takingIn: takingIn, post: post)
      while true {
        switch work.take(before: clerk.deadline) {
        case .work(let work): clerk.carryOut(work)
        case .timeIsUp: clerk.doWhatIsDue()
        case .closed:
          clerk.flush()
          end.put(clerk.trouble)
          return
        }
      }
    }
    if !isManned { throw Worker.Missing() }
  }

  func make(_ change: Change) {
    work.put(.change(change))
  }

  func undo() {
    work.put(.undo(after: refusals.value))
  }

  func remember(_ bookmark: Bookmark, of story: StoryID) {
    work.put(.remember(story, bookmark)) { other in
      if case .remember(story, _) = other { true } else { false }
    }
  }

  func look() {
    work.put(.look) { other in
      if case .look = other { true } else { false }
    }
  }

  /// Waits until all that was asked for so far is written, for so long at most.
  func flush(within patience: Duration) {
    let answer = Tray<Bool>()
    guard work.put(.flush(answer)) else { return }
    _ = answer.take(before: .now + patience)
  }

  /// Finishes all that was asked for, for so long at most; gives why something was not kept.
  ///
  /// `delayed` is called once where that takes long enough to be noticed.
  func close(within patience: Duration, delayed: () -> Void = {}) -> Rest {
    work.close { if case .look = $0 { true } else { false } }
    let last = ContinuousClock.now + patience
    if case .work(let rest) = end.take(before: min(last, .now + Self.noticeable)) { return rest }
    delayed()
    guard case .work(let rest) = end.take(before: last) else { return .busy }
    return rest
  }

  private static let noticeable = Duration.milliseconds(700)
}
