/// Which sections are open.
///
/// Opening or closing all of them costs the same however many there are.
struct Folds: Hashable, Sendable {
  private var areOpen = false
  private var exceptions: Set<Int> = []
  /// Whether what was set aside is shown.
  var isAsideOpen = false

  func isOpen(_ section: Int) -> Bool {
    exceptions.contains(section) != areOpen
  }

  mutating func set(_ section: Int, open: Bool) {
    if open == areOpen { exceptions.remove(section) } else { exceptions.insert(section) }
  }

  mutating func setAll(open: Bool) {
    areOpen = open
    exceptions = []
  }
}
