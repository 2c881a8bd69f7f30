/// The screens that the user has been on, and which of them is shown. The first is a list at the root.
struct History: Hashable, Sendable {
  private(set) var screens: [Screen]
  private(set) var position = 0
  /// The screen that was last shown beyond the root; 0 if there is none.
  private(set) var lastRead = 0

  init(first: Screen) {
    screens = [first]
  }

  subscript(position: Int) -> Screen {
    get { screens[position] }
    set { screens[position] = newValue }
  }

  var current: Screen {
    get { screens[position] }
    set { screens[position] = newValue }
  }

  /// Changes a screen where it stands, without a copy.
  mutating func change<Result>(_ position: Int, _ body: (inout any ScreenContent) -> Result) -> Result {
    screens[position].change(body)
  }

  /// The screen that the current one was opened from.
  var previous: Screen? { position > 0 ? screens[position - 1] : nil }

  var isAtRoot: Bool { position == 0 }

  /// Shows a screen after the current one; what lay ahead is forgotten, and the oldest when there are very many.
  mutating func push(_ screen: Screen) {
    screens.removeSubrange((position + 1)...)
    if screens.count == Self.limit { screens.remove(at: 1) }
    screens.append(screen)
    show(screens.count - 1)
  }

  /// Steps back; false at the root.
  mutating func back() -> Bool {
    guard position > 0 else { return false }
    show(position - 1)
    return true
  }

  /// Steps forward again; false at the last screen.
  mutating func forward() -> Bool {
    guard position + 1 < screens.count else { return false }
    show(position + 1)
    return true
  }

  /// Shows the root, and keeps what was read beside it.
  mutating func goToRoot() {
    position = 0
  }

  /// Shows the root, and forgets what lay beyond it: what is shown there may be true no more.
  mutating func startAnew() {
    screens.removeSubrange(1...)
    (position, lastRead) = (0, 0)
  }

  /// Shows what was last read; false if nothing was.
  mutating func goToLastRead() -> Bool {
    guard lastRead > 0 else { return false }
    position = lastRead
    return true
  }

  private mutating func show(_ position: Int) {
    self.position = position
    lastRead = max(1, position)
  }

  private static let limit = 200
}
