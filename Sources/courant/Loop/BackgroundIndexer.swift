import Catalog
import Synchronization
import System

/// Brings an older catalog forward, and makes stories searchable that an `add` left behind, on a thread of its own, which is
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
    let isManned = WorkerThread.start { [self] in
      try? catalog.bringForward()
      try? catalog.catchUp { _ in stage.withLock { $0 == .working } }
      rest()
    }
    if !isManned { rest() }
  }

  private func rest() {
    stage.withLock { if $0 == .working { $0 = .idle } }
  }

  /// Ends after the part that it is at.
  func stop() {
    stage.withLock { $0 = .stopped }
  }
}
