/// A queue between threads: whoever sends waits while it is full, whoever receives while it is empty, or until a time comes.
public final class Channel<Element: Sendable>: @unchecked Sendable {
  /// What a receiver is woken for.
  public enum Received: Sendable {
    case element(Element)
    case timeIsUp
    /// Nothing waits, and nothing will.
    case closed
  }

  // Everything below is touched only under the condition's lock.
  private let condition = Condition()
  private var elements: [Element?] = []
  /// How many elements at the front were taken already; their places, nil by now, are removed many at a time.
  private var taken = 0
  private var isClosed = false
  private let capacity: Int

  /// - Parameter capacity: how many elements wait at most.
  public init(capacity: Int = .max) {
    self.capacity = capacity
  }

  /// Puts an element behind all others, once there is room. False when the channel was closed: it goes nowhere.
  public func send(_ element: Element) -> Bool {
    condition.withLock {
      while count >= capacity, !isClosed { condition.wait() }
      return append(element)
    }
  }

  /// Puts an element behind all others, in the place of those that are not wanted any more. False when there is no room, or
  /// the channel was closed: it goes nowhere.
  @discardableResult
  public func sendNow(_ element: Element, replacing isOld: ((Element) -> Bool)? = nil) -> Bool {
    condition.withLock {
      guard !isClosed else { return false }
      if let isOld { drop(isOld) }
      return count < capacity && append(element)
    }
  }

  /// The element that was sent first, once there is one; nil when the channel is closed and empty.
  public func receive() -> Element? {
    condition.withLock {
      waitForElement(before: nil)
      return takeFirst()
    }
  }

  /// The same, waiting until then at most; without an end where there is none.
  public func receive(before end: ContinuousClock.Instant?) -> Received {
    condition.withLock {
      waitForElement(before: end)
      if let element = takeFirst() { return .element(element) }
      return isClosed ? .closed : .timeIsUp
    }
  }

  /// What is there already, without waiting.
  public func receiveNow() -> Element? {
    condition.withLock { takeFirst() }
  }

  /// Waits until then at most for an element or the end, and takes nothing; false if neither came.
  public func isReady(before end: ContinuousClock.Instant) -> Bool {
    condition.withLock {
      waitForElement(before: end)
      return count > 0 || isClosed
    }
  }

  /// Ends both sides. What was sent before can still be received, but for what is not worth it any more.
  public func close(dropping isVain: ((Element) -> Bool)? = nil) {
    condition.withLock {
      if let isVain { drop(isVain) }
      isClosed = true
      condition.broadcast()
    }
  }
}

/// All of it under the lock.
extension Channel {
  private var count: Int { elements.count - taken }

  private func append(_ element: Element) -> Bool {
    guard !isClosed else { return false }
    elements.append(element)
    condition.broadcast()
    return true
  }

  private func drop(_ isUnwanted: (Element) -> Bool) {
    elements.removeFirst(taken)
    taken = 0
    elements.removeAll { $0.map(isUnwanted) ?? true }
    condition.broadcast()
  }

  private func waitForElement(before end: ContinuousClock.Instant?) {
    while count == 0, !isClosed {
      guard let end else {
        condition.wait()
        continue
      }
      let left = end - .now
      guard left > .zero else { return }
      condition.wait(for: left)
    }
  }

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
