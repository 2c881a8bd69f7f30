import Catalog
import Reader
import Synchronization
import System

/// Sees what other programs write into the catalog, and how much of it cannot be searched yet; used by the change writer’s
/// thread only.
///
/// However much is written, it tells so a few times a second at most.
struct ExternalChangeWatcher {
  /// How long the stories that cannot be searched have to be left alone by others, before they are taken in here.
  private static let patience = Duration.seconds(2)

  private let catalog: Catalog
  private let backgroundIndexer: BackgroundIndexer?
  private let post: @Sendable (Message) -> Void
  /// The first picture has the catalog to itself.
  private var lastLook = ContinuousClock.now
  private var isLookWanted = false
  private var lag = 0
  /// Whether it was told that no catalog lies there any more that can be opened.
  private var isTakenAway = false
  private var takeInDeadline: ContinuousClock.Instant?

  init(catalog: Catalog, backgroundIndexer: BackgroundIndexer?, post: @escaping @Sendable (Message) -> Void) {
    self.catalog = catalog
    self.backgroundIndexer = backgroundIndexer
    self.post = post
    // What was there before the reader is shown anyway.
    _ = try? catalog.hasChanged()
  }

  /// Something may have been written.
  mutating func note() {
    isLookWanted = true
  }

  /// When there is something to do.
  var deadline: ContinuousClock.Instant? {
    [isLookWanted ? lastLook + ChangeWriter.interval : nil, takeInDeadline].compactMap(\.self).min()
  }

  mutating func doWhatIsDue() {
    if isLookWanted, lastLook + ChangeWriter.interval <= .now { look() }
    guard let takeInDeadline, takeInDeadline <= .now else { return }
    self.takeInDeadline = nil
    backgroundIndexer?.begin()
  }

  /// Goes over to the catalog that another program put in the place of this one, and tells so.
  /// - Returns: whether the catalog is the one that lies there now.
  @discardableResult
  mutating func followReplacement() -> Bool {
    do throws(CatalogError) {
      guard let replacement = try catalog.reopen() else { return true }
      isTakenAway = false
      post(.catalogChanged)
      post(.told(replacement.sentence))
      return true
    } catch {
      if !isTakenAway { post(.told(catalog.sentence(withoutSuccessor: error))) }
      isTakenAway = true
      return false
    }
  }

  private mutating func look() {
    isLookWanted = false
    lastLook = .now
    guard followReplacement() else { return }
    if (try? catalog.hasChanged()) == true { post(.catalogChanged) }
    guard backgroundIndexer != nil, let lag = try? catalog.lag() else { return }
    let isOlder = (try? catalog.isOlder()) ?? false
    guard lag != self.lag || isOlder && takeInDeadline == nil else { return }
    if lag != self.lag { post(.searchable(lag: lag)) }
    self.lag = lag
    takeInDeadline = lag > 0 || isOlder ? .now + Self.patience : nil
  }
}

/// Brings an older catalog forward, makes stories searchable that an `add` left behind, and reads who publishes the older
/// ones, on a thread of its own, which is
/// there only as long as it works.
final class BackgroundIndexer: Sendable {
  private enum Stage {
    case idle, working, stopped
  }

  private let catalog: Catalog
  private let stage = Mutex(Stage.idle)

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// Begins, unless it is at work. Where the catalog cannot be written, or there is no thread to be had, nothing comes of
  /// it, and the stories stay to be read.
  func begin() {
    let isIdle = stage.withLock { stage in
      defer { if stage == .idle { stage = .working } }
      return stage == .idle
    }
    guard isIdle else { return }
    let isStarted = WorkerThread.start { [self] in
      try? catalog.bringForward()
      try? catalog.catchUp { _ in stage.withLock { $0 == .working } }
      try? catalog.readPublishers { stage.withLock { $0 == .working } }
      rest()
    }
    if !isStarted { rest() }
  }

  private func rest() {
    stage.withLock { if $0 == .working { $0 = .idle } }
  }

  /// Ends after the part that it is at.
  func stop() {
    stage.withLock { $0 = .stopped }
  }
}
