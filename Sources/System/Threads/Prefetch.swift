/// Something worked out on a thread of its own while other work goes on; on this one where there is no other to be had.
public final class Prefetch<Value: Sendable, Failure: Error>: @unchecked Sendable {
  // Touched only by the thread that works.
  private var work: (@Sendable () throws(Failure) -> Value)?
  // Touched only under the condition's lock.
  private var result: Result<Value, Failure>?
  private let condition = Condition()

  /// Begins. What the work holds on to is let go before there is an answer: nothing that it uses ends later than whoever
  /// waits for it thinks.
  public init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
    self.work = work
    if !WorkerThread.start({ [self] in finish() }) { finish() }
  }

  private func finish() {
    let result = outcome()
    condition.withLock {
      self.result = result
      condition.broadcast()
    }
  }

  private func outcome() -> Result<Value, Failure>? {
    defer { work = nil }
    return work.map { Result(catching: $0) }
  }

  /// Waits for it.
  public func value() throws(Failure) -> Value {
    let found = condition.withLock {
      while true {
        if let result { return result }
        condition.wait()
      }
    }
    return try found.get()
  }
}
