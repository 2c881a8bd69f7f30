import Briefing
import Canvas

/// The part of the terminal that a screen has to itself: everything but the foot, or one side of it.
struct Frame: Hashable, Sendable {
  var rect: Rect
  /// Whether the keys go to this screen; only then does it place the cursor.
  var isFocused = true
  /// Whether index and story stand side by side.
  var isWide = false
  /// Whether a step out of view turns the page. Beside something else, a terminal cannot scroll these rows alone, and a
  /// line more would cost all of them.
  var turnsPages = false
  /// Where the open story stands in the index, if that is known.
  var ordinal: Ordinal?
  /// The day on which the reader was started.
  var today: Moment?
  /// How days are written.
  var dates = DateStyle.auto
  /// How many columns of text stand side by side at most.
  var measure = ReaderSettings.widest
  /// What was asked to be changed and is not kept yet.
  var pendingChanges = PendingChanges()

  var columns: Int { rect.size.columns }
  var rows: Int { rect.size.rows }

  /// Where a cursor stands that has left the rows of a view, where the page is turned to it: second from the other side.
  func turned(_ row: Int, rows: Int) -> Int {
    guard turnsPages, !(0..<rows).contains(row) else { return row }
    return row < 0 ? max(0, rows - 2) : min(1, rows - 1)
  }
}

/// A place in a list: the first of three is `Ordinal(number: 1, total: 3)`.
struct Ordinal: Hashable, Sendable {
  var number: Int
  var total: Int
}
