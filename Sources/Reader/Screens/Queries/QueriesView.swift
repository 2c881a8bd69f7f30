import Briefing
import Canvas

extension QueriesState {
  /// The name, what it stands for, and how many stories it finds.
  func draw(_ query: SavedQuery, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let right = frame.columns - 1
    let figures = counts[query.query].map { count in
      let stories = counted(count.stories, "story  ", "stories")
      return frame.columns >= Self.columnsForUnread ? "\(stories) · \(padded(count.unread)) unread" : stories
    }
    let end = canvas.write(figures ?? "", endingAt: right, row, in: frame, after: right / 3, style: Style(.faint)) - 2
    let width = canvas.write(query.name, at: 2, row, in: frame, style: Style(bold: isKept(query)), limit: end - 2)
    let start = max(Self.queryColumn, 2 + width + 2)
    guard isKept(query), frame.columns >= Self.columnsForQuery, start < end else { return }
    canvas.write(query.query, at: start, row, in: frame, style: Style(.faint), limit: end - start)
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 5 - digits.count)) + digits
  }

  private static let queryColumn = 20
  private static let columnsForQuery = 50
  private static let columnsForUnread = 60
}
