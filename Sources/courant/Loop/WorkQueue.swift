import struct Foundation.Date
import class Foundation.NSCondition

/// Work that waits for one thread, which may also wait for a time to come.
final class WorkQueue<Work: Sendable>: @unchecked Sendable {
  /// What the waiting thread is woken for.
  enum Call {
    case work(Work)
    case timeIsUp
    /// Nothing waits, and nothing will.
    case closed
  }

  // Everything below is touched only under the condition's lock.
  private let condition = NSCondition()
  private var works: [Work] = []
  private var isClosed = false

  /// Puts work behind all other, in the place of what is not wanted any more. False when the queue is closed.
  @discardableResult
  func put(_ work: Work, replacing isOld: (Work) -> Bool = { _ in false }) -> Bool {
    condition.withLock {
      guard !isClosed else { return false }
      works.removeAll(where: isOld)
      works.append(work)
      condition.signal()
      return true
    }
  }

  /// The work that waits longest, once there is some; until the end if there is one.
  func take(before end: ContinuousClock.Instant? = nil) -> Call {
    condition.withLock {
      while works.isEmpty, !isClosed {
        guard let end else {
          condition.wait()
          continue
        }
        let left = end - .now
        guard left > .zero, condition.wait(until: Date(timeIntervalSinceNow: left / .seconds(1))) else {
          return works.isEmpty ? .timeIsUp : .work(works.removeFirst())
        }
      }
      return works.isEmpty ? .closed : .work(works.removeFirst())
    }
  }

  /// Takes no more work; what waits and is not worth it any more is dropped.
  func close(dropping isVain: (Work) -> Bool = { _ in false }) {
    condition.withLock {
      works.removeAll(where: isVain)
      isClosed = true
      condition.broadcast()
    }
  }
}
