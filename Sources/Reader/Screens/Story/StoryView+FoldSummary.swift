import Briefing
import Canvas

/// What stands at the right of a row: what a fold hides, or how much rests on a source.
extension StoryState {
  mutating func drawTally(of part: StoryPart, on canvas: inout Canvas, row: Int, in frame: Frame) {
    guard layout.measure.showsTally else { return }
    let column = layout.measure.right - Measure.foldSummary
    switch part {
    case .block(.heading(let section)) where !layout.outline.folds.isOpen(section):
      let foldSummary = layout.foldSummary(of: section)
      draw(foldSummary, of: section, on: &canvas, column: column, row: row, in: frame)
    case .source(let index):
      let words = words(ofSource: index)
      canvas.write(words, at: column, row, in: frame, style: Style(.faint), limit: Measure.foldSummary)
    case .title(let appendix) where !layout.outline.folds.isOpen(appendix):
      let pieces = FoldSummary.aligned(counted(layout.outline.count(appendix), "piece", "pieces"))
      canvas.write(pieces, at: column, row, in: frame, style: Style(.faint))
    default: break
    }
  }

  private func draw(
    _ foldSummary: FoldSummary, of section: Int, on canvas: inout Canvas, column: Int, row: Int, in frame: Frame
  ) {
    let shown = foldSummary.shown(in: Measure.foldSummary)
    var at = column + canvas.write(foldSummary.words, at: column, row, in: frame, style: Style(.faint))
    if !shown.marks.isEmpty || shown.more > 0 {
      at += canvas.write(" ·", at: at, row, in: frame, style: Style(.faint))
    }
    for source in shown.marks {
      let text = "[\(source)]"
      draw(.foldSummary(section: section, source: source), text, on: &canvas, column: at + 1, row: row, in: frame)
      at += 1 + text.count
    }
    if shown.more > 0 { canvas.write(" +\(shown.more)", at: at, row, in: frame, style: Style(.faint)) }
  }

  private func words(ofSource index: Int) -> String {
    let claims = layout.facts.claims[index]
    let stories = detail.citingStories[layout.facts.hosts[index]] ?? 1
    let words = FoldSummary.aligned(counted(claims, "claim", "claims"))
    return stories > 1 ? "\(words) · \(counted(stories, "story", "stories"))" : words
  }
}
