import Briefing
import Canvas

/// What a story has of the terminal: the head, and the rows below it.
struct StoryViewport: Hashable, Sendable {
  let frame: Frame
  let measure: Measure
  let head: StoryHead

  init(_ detail: StoryDetail, _ completeness: Completeness, facts: StoryFacts, in frame: Frame) {
    self.frame = frame
    measure = Measure(frame)
    head = StoryHead(detail, completeness, facts: facts, measure: measure, frame: frame)
  }

  /// How many rows the text has.
  var rows: Int { max(1, frame.rows - head.rows) }
}
