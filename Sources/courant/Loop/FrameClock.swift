/// Says when the keys have rested for a moment, while somebody waits for that; else it wakes nobody.
struct RestClock {
  /// Longer than a held key takes to come again.
  private static let moment = Duration.milliseconds(250)

  private let clock = ContinuousClock()
  private var end: ContinuousClock.Instant?

  /// How long to wait for an event until the moment is over; nil for as long as it takes.
  var wait: Duration? { end.map { max(.zero, $0 - clock.now) } }

  /// Whether the moment is over; says so once.
  mutating func isOver() -> Bool {
    guard let end, end <= clock.now else { return false }
    self.end = nil
    return true
  }

  /// Something happened; with what the user did, the moment begins anew.
  mutating func note(isAwaited: Bool, isOfUser: Bool) {
    if !isAwaited {
      end = nil
    } else if isOfUser || end == nil {
      end = clock.now + Self.moment
    }
  }
}

/// Says when to draw: at once after a change, but not more often than an eye can follow.
///
/// A key that comes alone is drawn without delay. Keys that come faster than they are taken in are drawn together, though
/// a busy screen never stands still for longer than `patience`. A picture that something is still missing from waits for
/// it a moment, so that one whole picture is drawn and not two.
struct FrameClock {
  private static let interval = Duration.milliseconds(3)
  private static let patience = Duration.milliseconds(60)

  private let clock = ContinuousClock()
  private var isChanged = false
  /// When something was drawn that differed from what stood there.
  private var lastDrawn: ContinuousClock.Instant?
  /// Until when the next picture waits for what is missing from it.
  private var missing: ContinuousClock.Instant?

  /// Whether nothing was drawn yet.
  var isBlank: Bool { lastDrawn == nil }

  /// How long to wait for an event before the next frame; nil for as long as it takes.
  var wait: Duration? {
    guard isChanged else { return nil }
    return max(.zero, due(after: Self.interval) - clock.now)
  }

  /// Something is to be drawn.
  mutating func change() {
    isChanged = true
    missing = nil
  }

  /// The same, but something is still missing, and worth so long a wait.
  mutating func change(waiting patience: Duration) {
    if missing == nil { missing = clock.now + patience }
    isChanged = true
  }

  func isDue(whileBusy isBusy: Bool) -> Bool {
    isChanged && due(after: isBusy ? Self.patience : Self.interval) <= clock.now
  }

  /// A picture was drawn; `isNew` where it is another than the one that stood there.
  mutating func drawn(isNew: Bool) {
    isChanged = false
    missing = nil
    if isNew || isBlank { lastDrawn = clock.now }
  }

  private func due(after interval: Duration) -> ContinuousClock.Instant {
    max(lastDrawn.map { $0 + interval } ?? clock.now, missing ?? clock.now)
  }
}
