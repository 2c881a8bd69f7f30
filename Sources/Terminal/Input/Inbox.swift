/// The events that were read but not handed out yet, and what is half read.
struct Inbox {
  /// A flood of changes of size is told at most once in this time.
  private static let betweenResizes = Duration.milliseconds(16)

  /// A signal may be heard a little later than the bytes around it.
  private static let afterPaste = Duration.milliseconds(100)
  /// One that comes when a paste has long stood still is none of its bytes.
  private static let withinPaste = Duration.seconds(1)

  private var events: [Event] = []
  private var next = 0
  private var decoder = KeyDecoder()
  private var decoderDeadline: ContinuousClock.Instant?
  private var resizeDeadline: ContinuousClock.Instant?
  private var lastResize = ContinuousClock.now - betweenResizes
  private var lastPaste: ContinuousClock.Instant?
  private var lastBytes = ContinuousClock.now
  private(set) var isHungUp = false

  var isEmpty: Bool { next == events.count && !isHungUp }

  /// The next event, in order; hanging up comes after all others, and for ever.
  mutating func take() -> Event? {
    guard next < events.count else { return isHungUp ? .hungUp : nil }
    defer {
      next += 1
      if next == events.count {
        events.removeAll(keepingCapacity: events.count <= 1024)
        next = 0
      }
    }
    return events[next]
  }

  mutating func append(_ event: Event) {
    events.append(event)
  }

  mutating func hangUp() {
    isHungUp = true
  }

  mutating func takeBytes(_ bytes: ArraySlice<UInt8>) {
    lastBytes = .now
    append(decoder.take(bytes))
    decoderDeadline = decoder.patience.map { .now + .milliseconds($0) }
  }

  private mutating func append(_ inputs: [KeyDecoder.Input]) {
    for input in inputs {
      switch input {
      case .key(let key): events.append(.key(key))
      case .mouse(let mouse): events.append(.mouse(mouse))
      case .pasted(let text):
        lastPaste = .now
        events.append(.pasted(text))
      case .pasteTooLong:
        lastPaste = .now
        events.append(.pasteTooLong)
      }
    }
  }

  /// Whether an interrupt that is heard now is a byte of what somebody pastes, which the system knows nothing of.
  func isPasted(at now: ContinuousClock.Instant) -> Bool {
    decoder.isPasting && now - lastBytes < Self.withinPaste || lastPaste.map { now - $0 < Self.afterPaste } ?? false
  }

  // MARK: Time

  mutating func noteResize() {
    if resizeDeadline == nil { resizeDeadline = lastResize + Self.betweenResizes }
  }

  /// When something is to be done even if nothing comes.
  var deadline: ContinuousClock.Instant? {
    [decoderDeadline, resizeDeadline].compactMap(\.self).min()
  }

  /// Gives up on the rest of a sequence whose time is over.
  mutating func expire(at now: ContinuousClock.Instant) {
    guard let deadline = decoderDeadline, now >= deadline else { return }
    decoderDeadline = nil
    append(decoder.giveUp())
  }

  /// Whether a noted change of size is to be looked at now; then it is noted no more.
  mutating func takeResize(at now: ContinuousClock.Instant) -> Bool {
    guard let deadline = resizeDeadline, now >= deadline else { return false }
    resizeDeadline = nil
    lastResize = now
    return true
  }
}
