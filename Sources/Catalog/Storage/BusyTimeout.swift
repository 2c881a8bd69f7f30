import GRDB
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How long one connection waits for a lock that another program holds.
final class BusyTimeout: Sendable {
  static let limit = Duration.seconds(5)
  /// How long it waits within `withValue`: for what can be done without, no time at all.
  @TaskLocal static var present = limit
  /// Between two tries: less than the gap that an `add` leaves between its parts.
  private static let interval: useconds_t = 500

  private let start = Mutex<ContinuousClock.Instant?>(nil)

  /// Called again and again while the lock is held; false gives up.
  func wait(tries: Int) -> Bool {
    let now = ContinuousClock.now
    let start = start.withLock { start in
      if tries == 0 { start = now }
      return start ?? now
    }
    guard now - start < Self.present else { return false }
    usleep(Self.interval)
    return true
  }

  /// Tries again and again, for as long as anyone should wait.
  static func wait(_ isDone: () -> Bool) throws {
    let end = ContinuousClock.now + present
    while !isDone() {
      guard ContinuousClock.now < end else { throw CatalogError.busy }
      usleep(20_000)
    }
  }
}
