import Briefing

/// The stories that have to do with one, each with the reasons.
struct RelatedState: NarrowingList {
  /// How many stories are asked for; those further down have little to do with it.
  static let most = 40
  static let isNarrowedHere = true
  static let margin = 4

  /// One line of the list.
  enum Line: Hashable, Sendable {
    case story(Row)
    case reason(String)
    case blank
  }

  /// The headline of the story that they have to do with.
  let headline: String
  var items = NarrowedItems<Related, Line>()

  init(to headline: String, stories: [Related]) {
    self.headline = headline
    hold(stories)
  }

  /// The story under the cursor; nil where none is shown.
  var current: Row? {
    if case .story(let row)? = currentLine { row } else { nil }
  }

  func request(matching words: String, limit: Int) -> Request? { nil }
  func items(in answer: Answer) -> [Related]? { nil }
  func texts(of story: Related) -> [String] { [story.row.headline] + story.reasons }

  func lines(of stories: [Related]) -> [Line] {
    stories.enumerated().flatMap { index, story in
      (index > 0 ? [.blank] : []) + [.story(story.row)] + story.reasons.map(Line.reason)
    }
  }

  func isSelectable(_ line: Line) -> Bool {
    if case .story = line { true } else { false }
  }

  func isSame(_ line: Line, _ other: Line) -> Bool {
    guard case .story(let row) = line, case .story(let otherRow) = other else { return false }
    return row.id == otherRow.id
  }

  /// The lines of the story under the cursor that stand below it.
  var linesBelow: Int {
    lines.dropFirst(scroll.cursor + 1).prefix { if case .reason = $0 { true } else { false } }.count
  }
}

extension Related {
  /// What both stories have in common, in words, what says most first.
  var reasons: [String] {
    [
      Self.reason("both ask: ", questions.map { "“\($0)”" }), Self.reason("both rest on ", sources),
      Self.reason("both speak of ", words),
    ].compactMap { $0 }
  }

  private static func reason(_ beginning: String, _ things: [String]) -> String? {
    guard !things.isEmpty else { return nil }
    let more = things.count - mostNamed
    return beginning + things.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static let mostNamed = 4
}
