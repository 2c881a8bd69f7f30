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

  private func plainFrame(at position: Int) -> Frame {
    Frame(
      rect: layout.rect(at: position), isWide: layout.isWide, today: today, dates: settings.dates,
      measure: settings.measure)
  }

  /// The frame of the screen at a position of the history.
  func frame(at position: Int) -> Frame {
    var frame = plainFrame(at: position)
    frame.isFocused = position == history.position && prompt == nil
    frame.turnsPages = layout.isWide && history.lastRead > 0
    frame.pendingChanges = pendingChanges
    if history.screens.indices.contains(position), let story = history[position].story {
      frame.ordinal = index?.ordinal(of: story.detail.row.id)
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
