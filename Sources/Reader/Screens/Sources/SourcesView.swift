import Briefing
import Canvas

extension SourcesState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    TabsHead.draw(.sources, facts: facts, on: &canvas, in: frame)
    if sources.isEmpty, isLoaded {
      TabsHead.drawEmpty("source", "sources", words: words, at: 2, on: &canvas, in: frame)
    }
    for (index, source) in sources.enumerated().dropFirst(scroll.top).prefix(frame.bodyRows) {
      draw(source, at: frame.headRows + index - scroll.top, on: &canvas, in: frame)
    }
    canvas.mark(scroll, below: frame.headRows, in: frame)
  }

  private var facts: [String] {
    isLoaded ? TabsHead.facts(sources.count, "source", "sources", words: words, isComplete: isComplete) : []
  }

  private func draw(_ source: Source, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    if frame.columns >= Self.columnsForDates {
      let days = [source.firstSeen, source.lastSeen].map { $0.dayLabel(in: frame) }
      let last = canvas.write(days[1], endingAt: right, row, in: frame, style: Style(.faint))
      canvas.write("\(days[0]) –", endingAt: min(last - 1, right - 7), row, in: frame, style: Style(.faint))
      right -= frame.dates.columns * 2 + 3
    }
    let stories = counted(source.stories, "story  ", "stories")
    let claims = counted(source.claims, "claim ", "claims")
    if frame.columns >= Self.columnsForStories {
      canvas.write(stories, endingAt: right, row, in: frame, style: Style(.faint))
      right -= Self.countColumns
    }
    if frame.columns >= Self.columnsForClaims {
      right = canvas.write(claims, endingAt: right, row, in: frame, style: Style(.faint)) - 2
    }
    canvas.write(source.host, at: 2, row, in: frame, limit: right - 2)
  }

  private static let columnsForDates = 76
  private static let columnsForStories = 54
  private static let columnsForClaims = 36
  private static let countColumns = 14
}
