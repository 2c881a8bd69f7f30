import Briefing
import Canvas

/// How the terminal is shared out between list, page and foot.
struct Layout: Hashable, Sendable {
  let size: Size
  /// From how many columns on the list and the page stand side by side; nil for never.
  var panes: Int? = ReaderSettings.wide

  /// Wide enough for the list and the page side by side.
  var isWide: Bool { panes.map { size.columns >= $0 } == true && size.rows >= 10 }

  /// The last row is for hints and messages, where there are rows to spare; white space parts it from what is read.
  var footRows: Int { size.rows >= 20 ? 2 : size.rows >= 8 ? 1 : 0 }

  /// The column of the rule between list and page.
  var rule: Int { size.columns / 3 }

  /// The part for the screen at a position of the history.
  func rect(at position: Int) -> Rect {
    guard isWide else { return Rect(column: 0, row: 0, columns: size.columns, rows: bodyRows) }
    if position == 0 { return Rect(column: 0, row: 0, columns: rule, rows: bodyRows) }
    return Rect(column: rule + 1, row: 0, columns: size.columns - rule - 1, rows: bodyRows)
  }

  var bodyRows: Int { size.rows - footRows }
}

extension State {
  var layout: Layout { Layout(size: size, panes: settings.panes) }

  /// The frame of a page that is not there yet.
  var pageFrame: Frame { plainFrame(at: 1) }

  /// The place of the page, or else everything above a prompt with what is offered under it.
  var explainingFrame: Frame {
    var frame = layout.isWide ? pageFrame : plainFrame(at: 0)
    frame.rect.size.rows = max(0, size.rows - 2)
    return frame
  }

  private func plainFrame(at position: Int) -> Frame {
    Frame(
      rect: layout.rect(at: position), isWide: layout.isWide, today: today, dates: settings.dates,
      measure: settings.measure, folds: settings.folds, secondsAheadOfUTC: settings.secondsAheadOfUTC)
  }

  /// The frame of the screen at a position of the history.
  func frame(at position: Int) -> Frame {
    var frame = plainFrame(at: position)
    frame.isFocused = position == history.position && prompt == nil
    frame.turnsPages = layout.isWide && (history.lastRead > 0 || preview.screen != nil)
    frame.pendingChanges = pendingChanges
    if history.screens.indices.contains(position), let story = history[position].story {
      frame.ordinal = index?.ordinal(of: story.subject.id)
    }
    return frame
  }

  /// The list of stories, be it shown or waiting.
  var index: IndexState? {
    history[0].index ?? tabs.waitingIndex
  }

  /// The stories that the user has chosen to see, and their order.
  var listing: Listing { index?.listing ?? Listing() }

  /// Changes the list of stories, be it shown or waiting.
  mutating func changeIndex(_ body: (inout IndexState, Frame) -> [Step]) -> [Effect] {
    guard var index else { return [] }
    var frame = frame(at: 0)
    frame.isFocused = frame.isFocused && tabs.shown == .stories
    let steps = body(&index, frame)
    if history[0].index != nil { history[0] = Screen(index) } else { tabs.waitingIndex = index }
    return carryOut(steps)
  }
}

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
  /// How the answers of a story are when it is opened.
  var folds = FoldStyle.closed
  /// How many seconds the clocks of the user's place are ahead of UTC.
  var secondsAheadOfUTC: Int64 = 0
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
