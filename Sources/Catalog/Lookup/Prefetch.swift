import CSystem
import Foundation

/// Something worked out on a thread of its own while other work goes on; on this one where there is no other to be had.
final class Prefetch<Value: Sendable>: @unchecked Sendable {
  typealias Work = @Sendable () throws(CatalogError) -> Value

  // Touched only by the thread.
  private var work: Work?
  // Touched only under the condition's lock.
  private var result: Result<Value, CatalogError>?
  private let condition = NSCondition()

  init(_ work: @escaping Work) {
    self.work = work
    let job = Unmanaged.passRetained(Job { [self] in finish() })
    guard courant_start_thread(runJob, job.toOpaque()) != 0 else { return }
    job.takeRetainedValue().work()
  }

  private func finish() {
    let result = outcome()
    condition.withLock {
      self.result = result
      condition.signal()
    }
  }

  /// What the work holds on to is let go before there is an answer: a catalog must not be closed later than its user thinks.
  private func outcome() -> Result<Value, CatalogError>? {
    defer { work = nil }
    return work.map { Result(catching: $0) }
  }

  /// Waits for it.
  func value() throws(CatalogError) -> Value {
    while true {
      let result = condition.withLock {
        if self.result == nil { condition.wait() }
        return self.result
      }
      if let result { return try result.get() }
    }
  }
}

/// What a thread is given to do.
private final class Job {
  let work: () -> Void

  init(_ work: @escaping () -> Void) {
    self.work = work
  }
}

private func runJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work()
  return nil
}
