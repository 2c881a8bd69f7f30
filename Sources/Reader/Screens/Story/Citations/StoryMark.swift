import Briefing

/// A citation mark on the screen, which can be chosen and followed.
enum StoryMark: Hashable, Sendable {
  /// The part's n-th citation, where its claim stands.
  case citation(StoryPart, Int)
  /// The mark of a source at the end of a folded question.
  case tally(section: Int, source: Int)
  /// A source in the list at the end, counted from 0.
  case source(Int)

  var part: StoryPart {
    switch self {
    case .citation(let part, _): part
    case .tally(let section, _): .block(.heading(section: section))
    case .source(let index): .source(index)
    }
  }
}
