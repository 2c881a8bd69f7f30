/// The screens that the user has been on, and which of them is shown.
struct History: Hashable, Sendable {
  private(set) var screens: [Screen]
  private(set) var position = 0

  init(first: Screen) {
    screens = [first]
  }

  var current: Screen {
    get { screens[position] }
    set { screens[position] = newValue }
  }

  /// Shows a screen after the current one; what lay ahead is forgotten.
  mutating func push(_ screen: Screen) {
    screens.removeSubrange((position + 1)...)
    screens.append(screen)
    position += 1
  }

  /// Steps back; false at the first screen.
  mutating func back() -> Bool {
    guard position > 0 else { return false }
    position -= 1
    return true
  }

  /// Steps forward again; false at the last screen.
  mutating func forward() -> Bool {
    guard position + 1 < screens.count else { return false }
    position += 1
    return true
  }
}
