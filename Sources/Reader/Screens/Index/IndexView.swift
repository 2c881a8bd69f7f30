import Briefing
import Canvas

extension IndexState {
  var emptySentence: String? {
    guard window.reachesLast else { return nil }
    if let named, isOfFeed { return "“\(named.name)” has no stories here yet; :refresh fetches what is new." }
    return listing.query.isEmpty
      ? "No stories here. Paste one, name a file (:add PATH), or :follow a feed."
      : Self.emptySentence(matching: named?.name ?? listing.query)
  }

  /// Whether it is what a feed has.
  private var isOfFeed: Bool {
    let terms = Query(listing.query).clauses.joined()
    guard terms.count == 1, case .feed? = terms.first?.condition else { return false }
    return true
  }

  var facts: [String] {
    guard let count else { return [] }
    let number = limit ?? "\(count.stories)"
    let facts = ["\(number) · \(count.unread) unread", number] + shortNames.map { "“\($0)” \(count.stories)" }
    let isNew = newStories > 0 ? ["\(facts[0]) · \(newStories) new", "\(number) · \(newStories) new"] : []
    // What a list is limited to is said in any case.
    let unread = listing.query.isEmpty ? ["\(count.unread) unread"] : []
    return sorted(isNew.prefix(1) + facts.prefix(1) + unread + facts.dropFirst()) + isNew + facts
  }

  /// The same with how the rows are sorted, first in full, where that is not the usual.
  private func sorted(_ facts: some Sequence<String>) -> [String] {
    guard let order = listing.order.fact else { return [] }
    return facts.flatMap { ["\($0) · \(order)", "\($0) · \(listing.order.rawValue)"] }
  }

  var limit: String? {
    guard let count, !listing.query.isEmpty else { return nil }
    return "“\(named?.name ?? listing.query)” \(count.stories)"
  }

  /// What the rows are limited to, cut to fewer and fewer columns.
  private var shortNames: [String] {
    listing.query.isEmpty ? [] : [40, 20, 12, 6].map { Wrap.cut(named?.name ?? listing.query, columns: $0) }
  }

  func draw(_ row: Row, at line: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    if frame.columns >= Self.columnsForDate {
      let isRoomy = frame.columns >= Self.columnsForYears
      let day = row.date.dayLabel(in: frame, isRoomy: isRoomy)
      canvas.write(day, endingAt: right, line, in: frame, style: Style(.faint))
      right -= frame.dates.columns(isRoomy: isRoomy)
    }
    // Where the list goes by publishers, they stand in the place of the counts if there is no room for both.
    let isWide = frame.columns >= Self.columnsForPublisher
    let isByPublisher = listing.order == .publisher && frame.columns >= Self.columnsForDate
    if frame.columns >= Self.columnsForCounts, isWide || !isByPublisher {
      let start = canvas.write(counts(of: row), endingAt: right, line, in: frame, style: Style(.faint))
      right = (isWide ? min(start, right - Self.columnsOfCounts) : start) - 2
    }
    if isWide || isByPublisher, let name = isByPublisher ? row.publisher : row.feed ?? row.publisher {
      right = drawPublisher(name, endingAt: right, line, on: &canvas, in: frame)
    }
    drawMarks(of: row, at: line, on: &canvas, in: frame)
    let columns = canvas.write(
      row.headline, at: Self.margin, line, in: frame, style: Style(bold: row.isUnread), limit: right - Self.margin)
    drawTags(of: row, at: Self.margin + columns + 2, line, before: right, on: &canvas, in: frame)
  }

  /// Each begins in the same column; returns where that is.
  private func drawPublisher(
    _ name: String, endingAt right: Int, _ line: Int, on canvas: inout Canvas, in frame: Frame
  ) -> Int {
    let start = right - Self.columnsOfPublisher
    canvas.write(name, at: start, line, in: frame, style: Style(.faint), limit: Self.columnsOfPublisher)
    return start - 2
  }

  /// As many of the tags as there is room for behind the headline.
  private func drawTags(
    of row: Row, at column: Int, _ line: Int, before right: Int, on canvas: inout Canvas, in frame: Frame
  ) {
    var column = column
    if row.isPage, column + Width.of(Sign.page.glyph) <= right {
      column += canvas.write(Sign.page.glyph, at: column, line, in: frame, style: Style(.faint)) + 1
    }
    for tag in row.tags {
      guard column + 1 + Width.of(tag) <= right else {
        if column < right { canvas.write(Sign.cut.glyph, at: column, line, in: frame, style: Style(.faint)) }
        return
      }
      column += canvas.write(Sign.tag.glyph + tag, at: column, line, in: frame, style: Style(.faint)) + 1
    }
  }

  /// Unread or begun, and starred, both where both are; selected, which leaves room for the star alone.
  private func drawMarks(of row: Row, at line: Int, on canvas: inout Canvas, in frame: Frame) {
    let own = Style(.accent, bold: row.isUnread)
    let isBegun = !row.isUnread && row.progress == .begun
    let isSelected = isSelected(row.id)
    if isSelected { canvas.write(Sign.marked.glyph, at: 1, line, in: frame, style: own) }
    if row.isStarred {
      let isAlone = isSelected || !row.isUnread && !isBegun
      canvas.write(Sign.starred.glyph, at: isAlone ? 2 : 1, line, in: frame, style: own)
      if isAlone { return }
    }
    // Most rows of a catalog are unread: their mark is of one piece with the headline, and costs no colour.
    if row.isUnread { canvas.write(Sign.unread.glyph, at: 2, line, in: frame, style: Style(bold: true)) }
    if isBegun { canvas.write(Sign.begun.glyph, at: 2, line, in: frame, style: Style(.faint)) }
  }

  /// Of what a story has none of, nothing is said.
  private func counts(of row: Row) -> String {
    let sources = "\(padded(row.sources)) \(Sign.sources.glyph)"
    guard row.questions > 0 else { return row.sources > 0 ? sources : "" }
    return "\(row.questions) \(Sign.questions.glyph) "
      + (row.sources > 0 ? sources : String(repeating: " ", count: sources.count))
  }

  private func padded(_ number: Int) -> String {
    number < 10 ? " \(number)" : String(number)
  }

  // Where there is not room for both, when a story came says more than how many questions it has.
  private static let columnsForDate = 44
  private static let columnsForCounts = 64
  /// From here on a day of another year stands in full.
  private static let columnsForYears = 84
  private static let columnsForPublisher = 100
  /// Those of `9 q 99 src`, so that publishers stand below one another.
  private static let columnsOfCounts = 10
  private static let columnsOfPublisher = 16
}

extension Listing.Order {
  /// How the rows are sorted, where that is not the usual.
  fileprivate var fact: String? {
    switch self {
    case .newest: nil
    case .oldest: "oldest first"
    case .headline, .publisher: "by \(rawValue)"
    }
  }
}
