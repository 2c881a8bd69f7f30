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

/// What stands still above a story: its headline, and what there is to know before reading.
struct StoryHead: Hashable, Sendable {
  let lines: [String]
  let byline: String?
  /// Whether the head holds all of the headline.
  let isWhole: Bool
  /// With the blank row below. Leaves at least one row for the text.
  let rows: Int

  init(_ detail: StoryDetail, _ completeness: Completeness, facts: StoryFacts, measure: Measure, frame: Frame) {
    let room = max(1, measure.right - measure.head - Self.ordinal(in: frame).count - 2)
    let most = frame.rows >= 16 ? 2 : min(1, frame.rows - 1)
    let headline = detail.story.headline
    // More than two lines of the widest screen hold is not looked at.
    let start = String(headline.unicodeScalars.prefix(Self.longest))
    let wrapped = Wrap.lines(of: start, columns: room)
    isWhole = wrapped.count <= most && start.utf8.count == headline.utf8.count
    lines = wrapped.prefix(max(0, most)).enumerated().map { index, line in
      let isCut = index == most - 1 && wrapped.count > most
      return isCut
        ? Wrap.cut(String(start.slice(line.range.lowerBound..<start.utf8.count)), columns: room)
        : String(start.slice(line.range))
    }
    let hasByline = frame.rows >= 16 && frame.columns >= 48
    let columns = measure.right - measure.head
    byline = hasByline ? Self.byline(detail, completeness, facts: facts, frame.dates, columns: columns) : nil
    rows = lines.count + (hasByline ? 1 : 0) + (frame.rows >= 8 ? 1 : 0)
  }

  /// Where the story stands in the list, as it is written at the right.
  static func ordinal(in frame: Frame) -> String {
    guard let ordinal = frame.ordinal, frame.columns >= 48 else { return "" }
    return "\(ordinal.number) of \(ordinal.total)"
  }

  private static let longest = 1_000

  /// What is known of the story, and the user's tags; counts give way to these where there is no room for all.
  private static func byline(
    _ detail: StoryDetail, _ completeness: Completeness, facts: StoryFacts, _ dates: DateStyle, columns: Int
  ) -> String {
    let about = [
      detail.story.publisher, detail.story.byAuthors, date(of: detail)?.longDayLabel(dates), version(of: detail),
    ].compactMap { $0 }
    let tags = detail.row.tags.isEmpty ? [] : [detail.row.tags.map { "#" + $0 }.joined(separator: " ")]
    var counts = completeness.remark.map { [$0] } ?? Self.counts(detail, facts: facts)
    func line() -> String { (about + counts + tags).joined(separator: " · ") }
    while !counts.isEmpty, completeness == .whole || !tags.isEmpty, Width.of(line()) > columns { counts.removeLast() }
    return Wrap.cut(line(), columns: columns)
  }

  private static func counts(_ detail: StoryDetail, facts: StoryFacts) -> [String] {
    var counts = ["\(facts.minutes) min"]
    if facts.questions > 0 { counts.append(counted(facts.questions, "question", "questions")) }
    if !facts.hosts.isEmpty { counts.append(counted(facts.hosts.count, "source", "sources")) }
    return counts
  }

  /// The date of the row is that of the newest version.
  private static func date(of detail: StoryDetail) -> Moment? {
    detail.version == detail.versions ? detail.row.date : detail.story.published
  }

  private static func version(of detail: StoryDetail) -> String? {
    detail.versions > 1 ? "version \(detail.version) of \(detail.versions)" : nil
  }
}
