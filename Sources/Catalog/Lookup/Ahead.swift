import Foundation

/// Something worked out on a thread of its own while other work goes on.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  // Touched only under the condition's lock.
  private var result: Result<Value, CatalogError>?
  private let condition = NSCondition()

  init(_ body: @escaping @Sendable () throws(CatalogError) -> Value) {
    Thread.detachNewThread { [self] in
      let result = Result(catching: body)
      condition.withLock {
        self.result = result
        condition.signal()
      }
    }
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
