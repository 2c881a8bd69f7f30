import struct Foundation.Date
import class Foundation.NSCondition

/// A queue between two threads: the sender waits while it is full, the receiver while it is empty.
final class Channel<Element: Sendable>: @unchecked Sendable {
  // Everything below is touched only under the condition's lock.
  private let condition = NSCondition()
  private var elements: [Element?] = []
  /// How many elements at the front were taken already; their places, nil by now, are removed many at a time.
  private var taken = 0
  private var isClosed = false
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// False when the channel was closed: the element goes nowhere.
  func send(_ element: Element) -> Bool {
    condition.withLock {
      while count >= capacity, !isClosed { condition.wait() }
      guard !isClosed else { return false }
      elements.append(element)
      condition.broadcast()
      return true
    }
  }

  /// Sends if there is room, and else drops the element.
  func sendNow(_ element: Element) {
    condition.withLock {
      guard count < capacity, !isClosed else { return }
      elements.append(element)
      condition.broadcast()
    }
  }

  /// The element that was sent first; nil when the channel is closed and empty.
  func receive() -> Element? {
    condition.withLock {
      while count == 0, !isClosed { condition.wait() }
      return takeFirst()
    }
  }

  /// Waits until then at most for an element or the end; false if neither came.
  func waits(until time: Date) -> Bool {
    condition.withLock {
      while count == 0, !isClosed, condition.wait(until: time) {}
      return count > 0 || isClosed
    }
  }

  /// What is there already, without waiting.
  func receiveNow() -> Element? {
    condition.withLock { takeFirst() }
  }

  /// Ends both sides. What was sent before can still be received.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  private var count: Int { elements.count - taken }

  private func takeFirst() -> Element? {
    guard count > 0 else { return nil }
    condition.broadcast()
    let element = elements[taken]
    elements[taken] = nil
    taken += 1
    if taken >= 64, taken * 2 >= elements.count {
      elements.removeFirst(taken)
      taken = 0
    }
    return element
  }
}
