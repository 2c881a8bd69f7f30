import Briefing
import Canvas

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

extension Destination {
  /// The stories that have to do with one.
  static func related(to story: StoryID, headline: String) -> Destination {
    Destination(RelatedRoute(story: story, headline: headline))
  }
}

private struct RelatedRoute: Route {
  let story: StoryID
  let headline: String

  func request(from state: State) -> Request { .related(story, limit: RelatedState.most) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .related(let stories) = answer else { return [] }
    guard !stories.isEmpty else { return state.say("no other story has anything to do with this one") }
    return state.push(RelatedState(to: headline, stories: stories))
  }
}

extension RelatedState {
  var scopes: [Scope] { [.related, .tabs] }
  var chosenRows: [Row] { current.map { [$0] } ?? [] }

  var hints: [Hint] {
    [
      Hint(.enter, "open"), Hint(.back, "back"), Hint(.toggleUnread, "unread"), Hint(.toggleStar, "star"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func appeared(in frame: Frame) -> [Step] {
    fit(to: frame)
    return viewChanged(in: frame)
  }

  mutating func resized(to frame: Frame) -> [Step] { appeared(in: frame) }

  mutating func search(for words: String, in frame: Frame) -> [Step] {
    let steps = narrow(to: words, in: frame)
    return lines.isEmpty ? [.say("no related story has “\(words)”")] : steps
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let row = current else { return [] }
    return switch command {
    case .enter, .follow: [.go(.story(row.id))]
    case .copy: [.effect(.copy(row.headline))]
    case .browse: [.go(.ownPage(of: row.id))]
    case .toggleUnread: [.effect(.change(.mark([row.id], .unread(!frame.expected(row).isUnread))))]
    case .toggleStar: [.effect(.change(.mark([row.id], .starred(!frame.expected(row).isStarred))))]
    default: []
    }
  }

  mutating func marked(_ stories: Set<StoryID>, _ mark: Mark) {
    var all = items.all
    for index in all.indices where stories.contains(all[index].row.id) { all[index].row.set(mark) }
    hold(all)
  }

  /// Brings the reasons of the story under the cursor into view with it.
  mutating func viewChanged(in frame: Frame) -> [Step] {
    scroll.reveal(scroll.cursor + linesBelow, rows: frame.bodyRows)
    return []
  }
}

extension RelatedState {
  var emptySentence: String? { "No related story has “\(words)”." }

  func drawHead(on canvas: inout Canvas, in frame: Frame) {
    canvas.drawHead(headline, fact: counted(items.all.count, "related story", "related stories"), in: frame)
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
    if story.isUnread { canvas.write(Sign.unread.glyph, at: 2, row, in: frame, style: Style(bold: true)) }
    if story.isStarred {
      canvas.write(
        Sign.starred.glyph, at: story.isUnread ? 1 : 2, row, in: frame, style: Style(.accent, bold: story.isUnread))
    }
    canvas.write(
      story.headline, at: Self.margin, row, in: frame, style: Style(bold: story.isUnread),
      limit: max(1, start - 2 - Self.margin))
  }
}
