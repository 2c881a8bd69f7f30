import Briefing
import Canvas

/// What a story has of the terminal: the head, and the rows below it.
struct StoryViewport: Hashable, Sendable {
  let frame: Frame
  let measure: Measure
  let head: StoryHead
  /// How many headings were read.
  let read: Int

  init(
    _ detail: StoryDetail, _ completeness: Completeness, of subject: Row, facts: StoryFacts, read: Int, in frame: Frame
  ) {
    (self.frame, self.read) = (frame, read)
    measure = Measure(frame)
    head = StoryHead(
      detail, completeness, of: subject, facts: facts, read: read, measure: measure, frame: frame)
  }

  /// How many rows the text has.
  var rows: Int { max(1, frame.rows - head.rows) }
}

/// What stands still above a story: its headline, and what there is to know before reading.
struct StoryHead: Hashable, Sendable {
  let lines: [String]
  let byline: String?
  /// The user's marks, and where the story stands in the list, as they are written at the right.
  let status: String
  /// Whether the head holds all of the headline.
  let isWhole: Bool
  /// With the blank row below. Leaves at least one row for the text.
  let rows: Int

  init(
    _ detail: StoryDetail, _ completeness: Completeness, of subject: Row, facts: StoryFacts, read: Int,
    measure: Measure, frame: Frame
  ) {
    status = [Self.marks(of: subject, in: frame), Self.ordinal(in: frame)].filter { !$0.isEmpty }.joined(
      separator: " ")
    let room = max(1, measure.right - measure.head - Width.of(status) - 2)
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
    let counts = completeness.remark.map { [$0] } ?? Self.counts(detail, facts: facts, read: read)
    byline = hasByline ? Self.byline(detail, counts, completeness, in: frame, columns: columns) : nil
    rows = lines.count + (hasByline ? 1 : 0) + (frame.rows >= 8 ? 1 : 0)
  }

  /// As in the index; what was only just opened is not unread any more, though that is not kept yet.
  private static func marks(of row: Row, in frame: Frame) -> String {
    (row.isStarred ? Sign.starred.glyph : "")
      + (row.isUnread && frame.expected(row).isUnread ? Sign.unread.glyph : "")
  }

  private static func ordinal(in frame: Frame) -> String {
    guard let ordinal = frame.ordinal, frame.columns >= 48 else { return "" }
    return "\(ordinal.number) of \(ordinal.total)"
  }

  private static let longest = 1_000

  /// What is known of the story, and the user's tags; counts give way to these where there is no room for all, that of the
  /// sources first.
  private static func byline(
    _ detail: StoryDetail, _ counts: [String], _ completeness: Completeness, in frame: Frame, columns: Int
  ) -> String {
    let about =
      detail.story.origins(feed: detail.feed)
      + [detail.longDayLabel(frame.dates), keeping(of: detail, in: frame), version(of: detail)].compactMap(\.self)
    let tags = detail.row.tags.isEmpty ? [] : [detail.row.tags.map { "#" + $0 }.joined(separator: " ")]
    var counts = counts
    func line() -> String { (about + counts + tags).joined(separator: " · ") }
    while !counts.isEmpty, completeness == .whole || !tags.isEmpty, Width.of(line()) > columns {
      counts.remove(at: counts.count == 3 ? 1 : counts.count - 1)
    }
    return Wrap.cut(line(), columns: columns)
  }

  private static func counts(_ detail: StoryDetail, facts: StoryFacts, read: Int) -> [String] {
    var counts = ["\(facts.minutes) min"]
    if !facts.hosts.isEmpty { counts.append(counted(facts.hosts.count, "source", "sources")) }
    // At the end, so that little has to be drawn anew when one more is read.
    let progress = read > 0 ? "\(read) of " : ""
    if facts.questions > 0 {
      counts.append(progress + counted(facts.questions, "question", "questions"))
    } else if read > 0 {
      counts.append(progress + counted(detail.story.sections.count, "heading", "headings"))
    }
    return counts
  }

  /// When the copy of a page was fetched, and from where.
  private static func keeping(of detail: StoryDetail, in frame: Frame) -> String? {
    guard let kept = detail.kept else { return nil }
    let host = detail.story.url.flatMap { try? WebAddress($0) }.map { " from \($0.host.shown)" } ?? ""
    return "kept \(kept.dayLabel(in: frame))\(host)"
  }

  private static func version(of detail: StoryDetail) -> String? {
    detail.versions > 1 ? "version \(detail.version) of \(detail.versions)" : nil
  }
}
