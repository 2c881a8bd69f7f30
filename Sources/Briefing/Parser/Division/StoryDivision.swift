/// Divides a text where one story ends and another plainly opens.
///
/// Nothing is cut on the word of one sign: a headline with what belongs under it has to follow, and how much of that is
/// asked for depends on what stands above: least behind an app's footer, most behind a blank line.
struct StoryDivision {
  private let text: Bytes
  private let lines: [DivisionLine]
  private var finder: OpeningFinder
  private let isAboveComment: [Bool]
  private let lastComment: Int
  /// How many comments stand above each line.
  private let commentsAbove: [Int]
  /// How a story opens that was looked at last.
  private var known: (start: Int, opening: StoryOpening?)?
  /// The first line of each story.
  private var starts = [0]

  private init(_ text: Bytes) {
    self.text = text
    lines = DivisionLine.all(in: text)
    finder = OpeningFinder(text, lines)
    isAboveComment = Self.aboveComment(lines)
    lastComment = lines.lastIndex { $0.kind == .comment } ?? 0
    var comments = 0
    commentsAbove = lines.map { line in
      defer { comments += line.kind == .comment ? 1 : 0 }
      return comments
    }
  }

  /// The stories of a text; one range, the whole, where it is one. What stands between two of them are blank lines and
  /// rules. Linear in the text.
  static func ranges(of text: Bytes) -> [Range<Int>] {
    var division = StoryDivision(text)
    division.find()
    return division.ranges
  }

  private mutating func find() {
    for index in lines.indices.dropFirst() where opensStory(index) { starts.append(index) }
  }

  private var ranges: [Range<Int>] {
    guard starts.count > 1 else { return [0..<text.count] }
    return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
      var last = end - 1
      while end < lines.count, last > start, lines[last].kind == .rule { last -= 1 }
      let first = start == 0 ? 0 : lines[start].whole.lowerBound
      return first..<(end < lines.count ? lines[last].whole.upperBound : text.count)
    }
  }

  private mutating func opensStory(_ index: Int) -> Bool {
    let line = lines[index]
    if line.kind == .frontMatter { return line.isCanonical || isSettled(index) && opensUnder(index) }
    guard line.kind == .words || line.kind == .title else { return false }
    if isWritten(index) { return true }
    // What Courant wrote is one story as far as its end, whatever its lines look like; its sections may have headings of the
    // first level.
    if let start = starts.last, lines[start].kind == .title, index < lastComment,
      commentsAbove[index] == commentsAbove[start]
    {
      return false
    }
    guard let above = above(index), let opening = finder.opening(at: index) else { return false }
    return mayOpen(opening, at: index, behind: above)
  }

  /// Whether the headline of a story that Courant wrote in Markdown stands there: its end follows, and no other
  /// headline before that.
  private func isWritten(_ index: Int) -> Bool {
    guard let start = starts.last, lines[index].kind == .title, index > start else { return false }
    let isBehindComment = lines[..<index].last { $0.kind != .rule }?.kind == .comment
    guard !isBehindComment else { return true }
    guard isAboveComment[index] else { return false }
    // Sections may have headings of the first level, too.
    return lines[start].isCanonical ? index > start + 1 : lines[start].kind != .title
  }

  private static func aboveComment(_ lines: [DivisionLine]) -> [Bool] {
    var isAbove = Array(repeating: false, count: lines.count)
    var isEnd = false
    for index in lines.indices.reversed() {
      switch lines[index].kind {
      case .comment: isEnd = true
      case .title:
        isAbove[index] = isEnd
        isEnd = false
      default: continue
      }
    }
    return isAbove
  }

  /// Whether the words of a story follow front matter that another program wrote.
  private mutating func opensUnder(_ index: Int) -> Bool {
    index + 1 < lines.count && [.words, .title, .heading].contains(lines[index + 1].kind)
  }

  /// Whether the story so far has more than its own head.
  private func isSettled(_ index: Int) -> Bool {
    guard let start = starts.last else { return false }
    return index > start + 1 || lines[start].kind != .frontMatter && index > start
  }
}

/// What stands above a line, and what is asked of an opening behind that.
extension StoryDivision {
  private enum Above {
    /// The words in which an app says who shared the text, or the end of what Courant writes.
    case end
    case rule
    case blank
    /// Nothing: the line above is the line before.
    case line
  }

  private func above(_ index: Int) -> Above? {
    guard let start = starts.last, index > start else { return nil }
    var last = index - 1
    while last > start, lines[last].kind == .rule { last -= 1 }
    if lines[last].kind == .comment || lines[last].kind == .tail { return .end }
    // What Courant wrote says itself where it ends, whatever its paragraphs say.
    if !lines[start].isCanonical, endsShare(last, from: start) { return .end }
    if last < index - 1 {
      // Under a line of words it makes that a heading.
      let isUnderline = lines[last + 1].blanks == 0 && finder.isHeadline(last)
      return isUnderline && lines[index].blanks == 0 ? nil : .rule
    }
    return lines[index].blanks > 0 ? .blank : .line
  }

  /// Whether a line is the last of a footer that says who shared the text, or that has several lines.
  private func endsShare(_ last: Int, from start: Int) -> Bool {
    var footers = 0
    for index in (max(start + 1, last - 3)..<max(start + 1, last + 1)).reversed() {
      guard lines[index].kind == .words, lines[index].range.count < 200, !lines[index].isRun else { return false }
      let words = FooterLine(lines[index].range, in: text)
      if words.publisher(in: text) != nil, !CitationPair.stands(in: lines[index].range, of: text) { return true }
      if finder.isFooter(index) { footers += 1 }
      if footers > 1 { return true }
      let isSentence = SentenceEnd.isBefore(lines[index].range.upperBound, in: text)
      if isSentence, !words.isPromotion, !finder.isFooter(index) { return false }
    }
    return false
  }

  private mutating func mayOpen(_ opening: StoryOpening, at index: Int, behind above: Above) -> Bool {
    guard let start = starts.last else { return false }
    if above == .end { return opening.hasHeading || opening.hasBullets }
    // In what Courant wrote nothing is flattened, and words under a list are no news.
    if lines[start].isCanonical || lines[start].kind == .title && index < lastComment {
      return opening.cites && !opening.isTitle && (opening.isFlattened || above == .rule && opening.isWhole)
    }
    if above == .line, !isUnwrapped(index - 1, opening) { return false }
    if repeatsHeadline(index) { return true }
    guard let before = before(start) else { return false }
    if opening.isFlattened { return opening.cites || above == .rule || before.isFlattened && opening.hasBullets }
    switch above {
    case .end, .line: return false
    case .rule:
      let isBrief = opening.cites && (opening.asks || opening.isWhole) || opening.asks && opening.isWhole
      let mayBeTitle = !opening.isTitle || opening.isWhole && before.isTitle
      let isShort = opening.hasBullets && opening.hasLede && opening.cites && before.hasBullets && !opening.isTitle
      return opening.hasHeading && isBrief && mayBeTitle || isShort
    case .blank:
      return opening.isWhole && opening.cites && opening.asks && !opening.isTitle && before.hasBullets && before.cites
        && HeadlineWords(of: index, in: lines, text).standOnlyBelow(since: start)
    }
  }

  /// Whether line `index` is as long as only an app makes one, so that the next line is not the rest of its paragraph.
  ///
  /// A shorter one is, too, where it ends what it says and bullets stand below the next.
  private mutating func isUnwrapped(_ index: Int, _ next: StoryOpening) -> Bool {
    let range = lines[index].range
    let isEnd = text[range.upperBound - 1] == UInt8(ascii: ")") || SentenceEnd.isBefore(range.upperBound, in: text)
    let isUnwrapped = range.count > OpeningFinder.widest || isEnd && next.hasBullets && next.isFlattened
    return finder.isFooter(index) || isUnwrapped && lines[index].isRun
      || lines[index].kind == .heading && finder.cites(index)
  }

  /// Whether the headline of the story above stands there once more, as that of a column does on another day.
  ///
  /// Below headings: above them a page may say twice what it is called.
  private func repeatsHeadline(_ index: Int) -> Bool {
    guard let start = starts.last, lines[start].range.count == lines[index].range.count,
      text[lines[start].range].elementsEqual(text[lines[index].range])
    else { return false }
    return (max(start + 1, index - Self.reach)..<index).contains { lines[$0].kind == .heading || lines[$0].isRun }
  }

  /// How many lines above a headline are looked at.
  private static let reach = 24

  /// How the story opens that begins on line `start`, perhaps under a few lines that are none of it.
  ///
  /// Looked for once: many lines below may ask.
  private mutating func before(_ start: Int) -> StoryOpening? {
    if let known, known.start == start { return known.opening }
    var opening: StoryOpening?
    for index in start..<min(lines.count, start + 4) where opening == nil { opening = finder.opening(at: index) }
    known = (start, opening)
    return opening
  }
}
