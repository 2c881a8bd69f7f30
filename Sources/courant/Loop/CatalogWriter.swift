import Briefing
import Catalog
import Reader
import Synchronization
import System

/// Writes into the catalog what a `ChangeWriter` was given; used by its thread only.
struct CatalogWriter {
  private let catalog: Catalog
  private let bookmarks: UnwrittenBookmarks
  private let refusals: Counter
  private let post: @Sendable (Message) -> Void
  private var lastFlush = ContinuousClock.now - ChangeWriter.interval
  /// When something was written that the catalog's log still holds.
  private var lastWrite: ContinuousClock.Instant?
  private var externalChanges: ExternalChangeWatcher
  private var hasToldOfBookmarks = false
  /// Whether the next change may have to wait until an older catalog is brought forward.
  private var mayBeOlder = true
  /// Why the change that was asked for last was not kept; nil if it was.
  private(set) var refusal: CatalogError?

  init(
    catalog: Catalog, bookmarks: UnwrittenBookmarks, refusals: Counter, backgroundIndexer: BackgroundIndexer?,
    post: @escaping @Sendable (Message) -> Void
  ) {
    self.catalog = catalog
    self.bookmarks = bookmarks
    self.refusals = refusals
    self.post = post
    externalChanges = ExternalChangeWatcher(catalog: catalog, backgroundIndexer: backgroundIndexer, post: post)
  }

  /// When something is to be done though nobody asks.
  var deadline: ContinuousClock.Instant? {
    [flushDeadline, settleDeadline, externalChanges.deadline].compactMap(\.self).min()
  }

  private var flushDeadline: ContinuousClock.Instant? {
    bookmarks.isEmpty ? nil : lastFlush + ChangeWriter.interval
  }

  /// How long nothing was written before the log is copied, which waits for the disk twice: so that nobody waits on quitting.
  private static let rest = Duration.seconds(1)

  private var settleDeadline: ContinuousClock.Instant? { lastWrite.map { $0 + Self.rest } }

  mutating func carryOut(_ work: ChangeWriter.Work) {
    switch work {
    case .change(let change, let isUndoable): apply(change, isUndoable: isUndoable)
    case .changeAll(let bulk): apply(bulk)
    case .undo(let refusals, let isSure): undo(after: refusals, isSure: isSure)
    case .redo(let isSure): redo(isSure: isSure)
    case .remember: break
    case .look: externalChanges.note()
    case .flush(let answer):
      flush()
      answer.sendNow(true)
    }
    doWhatIsDue()
  }

  mutating func doWhatIsDue() {
    if let flushDeadline, flushDeadline <= .now { flush() }
    if let settleDeadline, settleDeadline <= .now {
      lastWrite = nil
      // What stays in the log is copied when the catalog is closed.
      try? catalog.settle()
    }
    externalChanges.doWhatIsDue()
  }

  /// Where nothing is different then, it stood so before, and is shown so.
  private mutating func apply(_ change: Change, isUndoable: Bool) {
    do throws(CatalogError) {
      let isDifferent = try inPlace { catalog throws(CatalogError) in
        try catalog.apply(change, at: .now, isUndoable: isUndoable)
      }
      guard isDifferent ? true : try hasStories(of: change) else {
        return refuse(change, because: "the catalog does not hold the story any more")
      }
      refusal = nil
      post(.changed(change))
      if case .remove = change { externalChanges.note() }
    } catch {
      refuse(change, because: error)
    }
  }

  private mutating func apply(_ bulk: BulkChange) {
    do throws(CatalogError) {
      let count = try inPlace { catalog throws(CatalogError) in try catalog.apply(bulk, at: .now) }
      refusal = nil
      post(.changedAll(bulk, count))
      externalChanges.note()
    } catch {
      refusal = error
      refusals.increment()
      post(.told(error.sentence))
    }
  }

  /// Does something once more in the catalog that another program put in the place of this one.
  private mutating func inPlace<Value>(
    _ body: (Catalog) throws(CatalogError) -> Value
  ) throws(CatalogError) -> Value {
    if mayBeOlder { tellIfOlder() }
    defer { lastWrite = .now }
    do throws(CatalogError) {
      return try body(catalog)
    } catch {
      guard case .replaced = error, externalChanges.followReplacement() else { throw error }
      return try body(catalog)
    }
  }

  /// Says what a change waits for that comes before an older catalog was brought forward.
  private mutating func tellIfOlder() {
    mayBeOlder = (try? catalog.isOfOlderVersion()) ?? false
    if mayBeOlder { post(.told(UpgradeStage.begins.sentence)) }
  }

  private func hasStories(of change: Change) throws(CatalogError) -> Bool {
    guard let story = change.stories.first else { return true }
    return try catalog.row(story) != nil
  }

  /// How long one knows what one did last, in seconds: an undo asks before it takes back what is older.
  private static let secondsRemembered: Int64 = 3600

  /// Whoever takes back a change that was refused meanwhile does not mean the one before it.
  private mutating func undo(after count: Int, isSure: Bool) {
    guard count == refusals.value else {
      return post(.refused(nil, "nothing was taken back, because the change was not kept"))
    }
    do throws(CatalogError) {
      let now = Moment.now
      defer { lastWrite = .now }
      let undone = try catalog.undo(at: now, since: isSure ? nil : Self.remembered(at: now))
      refusal = nil
      post(.undone(undone))
      externalChanges.note()
    } catch {
      // What was done last in another catalog is nothing that the user means.
      if case .replaced = error { externalChanges.followReplacement() }
      refuse(nil, because: error)
    }
  }

  private mutating func redo(isSure: Bool) {
    do throws(CatalogError) {
      let now = Moment.now
      defer { lastWrite = .now }
      let redone = try catalog.redo(at: now, since: isSure ? nil : Self.remembered(at: now))
      refusal = nil
      post(.redone(redone))
      externalChanges.note()
    } catch {
      if case .replaced = error { externalChanges.followReplacement() }
      refusal = error
      refusals.increment()
      post(.told(error.sentence))
    }
  }

  private static func remembered(at now: Moment) -> Moment { Moment(seconds: now.seconds - secondsRemembered) }

  private mutating func refuse(_ change: Change?, because error: CatalogError) {
    refusal = error
    refuse(change, because: error.sentence)
  }

  private mutating func refuse(_ change: Change?, because reason: String) {
    refusals.increment()
    post(.refused(change, reason))
  }

  /// Writes the bookmarks; where the catalog is locked, they wait for the next time.
  mutating func flush() {
    guard !bookmarks.isEmpty else { return }
    defer { lastFlush = .now }
    for (story, bookmark) in bookmarks.all {
      do throws(CatalogError) {
        try inPlace { catalog throws(CatalogError) in try catalog.remember(bookmark, of: story) }
        bookmarks.remove(bookmark, of: story)
      } catch .busy {
        return
      } catch {
        bookmarks.remove(bookmark, of: story)
        tellOnce(of: error)
      }
    }
  }

  private mutating func tellOnce(of error: CatalogError) {
    guard !hasToldOfBookmarks else { return }
    hasToldOfBookmarks = true
    post(.told("where you are is not remembered: \(error.sentence)"))
  }
}

/// A number that one thread counts up and others read.
final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .sequentiallyConsistent) }

  func increment(by number: Int = 1) {
    count.add(number, ordering: .sequentiallyConsistent)
  }
}
