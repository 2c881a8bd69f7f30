import Briefing
import Canvas

extension RelatedState {
  var emptySentence: String? { "No related story has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    guard frame.headRows > 0 else { return }
    let right = frame.columns - 1
    let count = counted(items.all.count, "related story", "related stories")
    let start = canvas.write(count, endingAt: right, 0, in: frame, after: frame.columns / 2, style: Style(.faint))
    canvas.write(headline, at: 1, 0, in: frame, style: Style(.heading, bold: true), limit: max(1, start - 3))
  }

  func draw(_ line: Line, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    switch line {
    case .story(let story): draw(story, at: row, on: &canvas, in: frame)
    case .reason(let words):
      canvas.write(words, at: Self.margin + 2, row, in: frame, style: Style(.faint), limit: max(1, frame.columns - 7))
    case .blank: break
    }
  }

  /// A headline with its marks, `•` unread and `*` starred, and its day at the right.
  private func draw(_ story: Row, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    let day = story.date.dayLabel(in: frame)
    let right = frame.columns - 1
    let start = canvas.write(day, endingAt: right, row, in: frame, after: frame.columns / 2, style: Style(.faint))
    if story.isUnread { canvas.write("•", at: 2, row, in: frame, style: Style(bold: true)) }
    if story.isStarred {
      canvas.write("*", at: story.isUnread ? 1 : 2, row, in: frame, style: Style(.accent, bold: story.isUnread))
    }
    canvas.write(
      story.headline, at: Self.margin, row, in: frame, style: Style(bold: story.isUnread),
      limit: max(1, start - 2 - Self.margin))
  }
}
