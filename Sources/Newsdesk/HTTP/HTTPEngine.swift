import CCurl
import Synchronization
import System

/// What other threads ask of the thread that fetches, and when there is one.
final class HTTPEngine: Sendable {
  enum Order: Sendable {
    case start(TransferNumber, HTTPRequest, progress: (@Sendable (HTTPProgress) -> Void)?, done: HTTPClient.Completion)
    case cancel(TransferNumber)
    case stop
  }

  private struct State {
    var orders: [Order] = []
    var last = 0
    var isRunning = false
    var isStopped = false
    /// Wakes the thread; nil while there is none.
    var waker: SelfPipe?
  }

  let agent: String
  let environment: HTTPEnvironment
  let isOffline: Bool
  let hasLibrary: @Sendable () -> Bool
  private let state = Mutex(State())

  init(
    agent: String, environment: HTTPEnvironment, isOffline: Bool,
    hasLibrary: @escaping @Sendable () -> Bool = { courant_curl_load() != 0 }
  ) {
    (self.agent, self.environment, self.isOffline, self.hasLibrary) = (agent, environment, isOffline, hasLibrary)
  }

  func start(
    _ request: HTTPRequest, progress: (@Sendable (HTTPProgress) -> Void)?, done: @escaping HTTPClient.Completion
  ) -> TransferNumber {
    let (number, failure) = state.withLock { state -> (TransferNumber, HTTPFailure?) in
      state.last += 1
      let number = TransferNumber(value: state.last)
      if state.isStopped { return (number, .cancelled) }
      guard run(&state) else { return (number, .noRoom) }
      state.orders.append(.start(number, request, progress: progress, done: done))
      state.waker?.put(0)
      return (number, nil)
    }
    if let failure { done(.failure(failure)) }
    return number
  }

  func cancel(_ number: TransferNumber) { tell(.cancel(number)) }

  func stop() {
    state.withLock { $0.isStopped = true }
    tell(.stop)
  }

  private func tell(_ order: Order) {
    state.withLock { state in
      guard state.isRunning else { return }
      state.orders.append(order)
      state.waker?.put(0)
    }
  }

  /// Sees that there is a thread.
  private func run(_ state: inout State) -> Bool {
    if state.isRunning { return true }
    guard let waker = SelfPipe() else { return false }
    let isStarted = WorkerThread.start { [self] in HTTPLoop(self, waker).run() }
    (state.isRunning, state.waker) = (isStarted, isStarted ? waker : nil)
    return isStarted
  }

  /// What was asked for since the last time.
  func takeOrders() -> [Order] {
    state.withLock { state in
      defer { state.orders = [] }
      return state.orders
    }
  }

  /// Whether the thread may end, because nothing was asked for meanwhile; then the next request starts another.
  func mayEnd() -> Bool {
    state.withLock { state in
      guard state.orders.isEmpty else { return false }
      (state.isRunning, state.waker) = (false, nil)
      return true
    }
  }
}
