import Canvas

/// Says when to draw: at once after a change, but not more often than a screen can show.
///
/// A key that comes alone is drawn without delay. Keys that come faster than they are taken in are drawn together, though
/// a busy screen never stands still for longer than `patience`.
struct FrameClock {
  private static let interval = Duration.milliseconds(16)
  private static let patience = Duration.milliseconds(60)
  /// How long the first picture waits for something to show.
  private static let firstPatience = Duration.milliseconds(60)

  private let clock = ContinuousClock()
  private var isChanged = false
  private var last: Canvas?
  /// When something was drawn that differed from what stood there.
  private var lastDrawn: ContinuousClock.Instant?
  /// Until when the first picture waits.
  private var first: ContinuousClock.Instant?

  /// How long to wait for an event before the next frame; nil for as long as it takes.
  var wait: Duration? {
    guard isChanged else { return nil }
    guard let lastDrawn else { return first.map { max(.zero, $0 - clock.now) } ?? .zero }
    return max(.zero, Self.interval - (clock.now - lastDrawn))
  }

  mutating func change() {
    isChanged = true
    first = nil
  }

  /// The same, but the first picture waits a moment for something to show.
  mutating func changeSoon() {
    if !isChanged { first = clock.now + Self.firstPatience }
    isChanged = true
  }

  func isDue(whileBusy isBusy: Bool) -> Bool {
    guard isChanged else { return false }
    guard let lastDrawn else { return first.map { $0 <= clock.now } ?? true }
    return clock.now - lastDrawn >= (isBusy ? Self.patience : Self.interval)
  }

  mutating func drawn(_ canvas: Canvas) {
    isChanged = false
    guard canvas != last else { return }
    last = canvas
    lastDrawn = clock.now
  }
}
