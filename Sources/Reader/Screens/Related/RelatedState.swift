import Briefing

/// The stories that have to do with one, each with the reasons.
struct RelatedState: Hashable, Sendable {
  /// How many stories are asked for; those further down have little to do with it.
  static let most = 40

  /// The headline of the story that they have to do with.
  let headline: String
  var stories: [Related]
  /// What the list was narrowed to.
  private(set) var words = ""
  private(set) var lines: [Line] = []
  var scroll = Scroll()

  /// One line of the list.
  enum Line: Hashable, Sendable {
    case story(Int)
    case reason(String)
    case blank
  }

  init(to headline: String, stories: [Related]) {
    self.headline = headline
    self.stories = stories
    layOut()
  }

  func isStop(_ line: Int) -> Bool {
    if case .story = lines[line] { true } else { false }
  }

  /// The story under the cursor; nil where none is shown.
  var current: Related? {
    guard case .story(let index)? = lines[safe: scroll.cursor] else { return nil }
    return stories[index]
  }

  /// Shows the stories that have the words in their headline or in a reason; all of them for no words.
  mutating func narrow(to words: String) {
    self.words = words
    layOut()
  }

  /// The lines of the story under the cursor that stand below it.
  var linesBelow: Int {
    lines.dropFirst(scroll.cursor + 1).prefix { if case .reason = $0 { true } else { false } }.count
  }

  private mutating func layOut() {
    let pattern = TextPattern(words)
    lines = []
    for (index, story) in stories.enumerated() {
      let reasons = story.reasons
      let texts = [story.row.headline] + reasons
      guard pattern.map({ pattern in texts.contains { pattern.firstMatch(in: $0) != nil } }) ?? true else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines += [.story(index)] + reasons.map { .reason($0) }
    }
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
