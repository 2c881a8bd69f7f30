import Briefing
import Canvas

extension SourcesState {
  func draw(on canvas: inout Canvas, in frame: Frame) {
    TabsHead.draw(.sources, facts: facts, on: &canvas, in: frame)
    if sources.isEmpty, isLoaded {
      let sentence = words.isEmpty ? "No sources yet." : "No source matches “\(words)”."
      canvas.write(sentence, at: 2, frame.headRows, in: frame, style: Style(.faint))
    }
    for (index, source) in sources.enumerated().dropFirst(scroll.top).prefix(frame.bodyRows) {
      draw(source, at: frame.headRows + index - scroll.top, on: &canvas, in: frame)
    }
    canvas.markCursor(at: frame.headRows + scroll.cursor - scroll.top, in: frame)
  }

  /// What the head says, the longest first.
  private var facts: [String] {
    guard isLoaded else { return [] }
    let number = counted(sources.count, "source", "sources")
    return (words.isEmpty ? [] : ["“\(words)” \(number)"]) + [number, String(sources.count)]
  }

  private func draw(_ source: Source, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    if frame.columns >= Self.columnsForDates {
      let days = [source.firstSeen, source.lastSeen].map { $0.dayLabel(today: frame.today) }
      let last = canvas.write(days[1], endingAt: right, row, in: frame, style: Style(.faint))
      canvas.write("\(days[0]) –", endingAt: min(last - 1, right - 7), row, in: frame, style: Style(.faint))
      right -= Self.dateColumns
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
  private static let dateColumns = 21
  private static let countColumns = 14
}
