import Foundation

/// Something worked out on a thread of its own while other work goes on.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  typealias Work = @Sendable () throws(CatalogError) -> Value

  // Touched only by the thread.
  private var work: Work?
  // Touched only under the condition's lock.
  private var result: Result<Value, CatalogError>?
  private let condition = NSCondition()

  init(_ work: @escaping Work) {
    self.work = work
    Thread.detachNewThread { [self] in
      let result = finish()
      condition.withLock {
        self.result = result
        condition.signal()
      }
    }
  }

  /// What the work holds on to is let go before there is an answer: a catalog must not be closed later than its user thinks.
  private func finish() -> Result<Value, CatalogError>? {
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
