/// What stands behind a line that may be a headline: whether it is how a story opens, and how surely.
struct StoryOpening {
  /// Whether bullets stand under the headline.
  var hasBullets = false
  /// Whether words stand before the first heading.
  var hasLede = false
  /// Whether a heading follows, on its own line or inside a run.
  var hasHeading = false
  /// Whether the headings stand inside a line, as only an app's flattened text has them.
  var isFlattened = false
  /// Whether a source is cited before the second heading.
  var cites = false
  /// Whether the first heading asks.
  var asks = false
  /// Whether one hash marks the headline.
  var isTitle = false

  /// A headline, then bullets or a lede with headings.
  var isStory: Bool { hasBullets || isFlattened || hasLede && hasHeading }
  /// All of it: headline, bullets, lede and a heading.
  var isWhole: Bool { hasBullets && hasLede && hasHeading }
}

/// Looks from a line on for how a story opens: at a list as far as it goes, and at a fixed number of other lines at most.
///
/// Each line is looked at for its sources once, and each list once: what looks like a headline inside may ask for its rest.
struct OpeningFinder {
  let text: Bytes
  let lines: [DivisionLine]
  /// Whether a line cites, once that was asked.
  private var cited: [Bool?]
  /// The list that was looked at last.
  private var known = List(lines: 0..<0)

  /// Bullets that follow one another, and the lines that they go on in.
  private struct List {
    var lines: Range<Int>
    /// The last of the lines that cites.
    var lastCitation: Int?
  }

  /// How many lines of a lede, or under a heading, are looked at.
  private static let reach = 24
  /// How much of a line.
  private static let looked = 4096

  init(_ text: Bytes, _ lines: [DivisionLine]) {
    (self.text, self.lines) = (text, lines)
    cited = Array(repeating: nil, count: lines.count)
  }

  /// How a story opens whose headline is line `index`; nil where that is no headline or nothing of a story follows.
  mutating func opening(at index: Int) -> StoryOpening? {
    if lines[index].isRun { return wholeLine(index) }
    guard isHeadline(index), let end = headlineEnd(index) else { return nil }
    var opening = StoryOpening(isTitle: lines[index].kind == .title)
    var next = behindHeadline(end)
    if isBullet(next) {
      let list = list(at: next)
      opening.hasBullets = true
      opening.cites = list.lastCitation.map { $0 >= next } ?? false
      next = list.lines.upperBound
    }
    if end > index, !opening.hasBullets { return nil }
    readLede(from: next, into: &opening)
    return opening.isStory ? opening : nil
  }

  /// A story that lost all its line breaks: bullets stand between its headline and its first heading.
  private mutating func wholeLine(_ index: Int) -> StoryOpening? {
    let range = lines[index].range
    let start = HeadingMark.opening(range, in: text)?.content ?? range.lowerBound
    guard lines[index].kind != .heading, let heading = HeadingMark.next(in: text, from: start, limit: range.upperBound),
      let first = Bullet.firstMark(in: start..<heading.range.lowerBound, of: text),
      Bullet.opening(first..<heading.range.lowerBound, in: text).marks.count > 1
    else { return nil }
    // Flattened as it is, it may well ask.
    return StoryOpening(
      hasBullets: true, hasLede: true, hasHeading: true, isFlattened: true, cites: cites(index), asks: true)
  }

  private mutating func readLede(from start: Int, into opening: inout StoryOpening) {
    for index in start..<min(lines.count, start + Self.reach) {
      let line = lines[index]
      switch line.kind {
      case .rule, .comment, .frontMatter, .tail, .title: return
      case .heading where !line.isRun:
        (opening.hasHeading, opening.asks) = (true, asks(line.range))
        readAnswer(from: index, into: &opening)
        return
      case .words where line.isRun, .heading:
        (opening.isFlattened, opening.hasHeading) = (true, true)
        opening.hasLede = opening.hasLede || line.kind == .words
        (opening.cites, opening.asks) = (cites(index) || opening.cites, asks(line.range) || opening.asks)
        return
      case .words:
        if isFooter(index) { return }
        opening.hasLede = isProse(index) || cites(index) || opening.hasLede
        opening.cites = cites(index) || opening.cites
      // A line that says nothing before them is the headline of these.
      case .bullet where !opening.hasLede && !opening.hasBullets: return
      case .bullet, .other: continue
      }
    }
  }

  /// What stands below the first heading.
  private mutating func readAnswer(from start: Int, into opening: inout StoryOpening) {
    opening.cites = cites(start) || opening.cites
    for index in start + 1..<min(lines.count, start + 4) {
      guard lines[index].kind == .words || lines[index].kind == .bullet else { return }
      opening.cites = cites(index) || opening.cites
    }
  }

  /// The first line behind a headline, the rest of it, an address and a label or subtitle above bullets.
  private func behindHeadline(_ index: Int) -> Int {
    var next = index + 1
    while next < lines.count, next < index + 4, lines[next].kind == .words, !lines[next].isRun,
      lines[next].range.count <= 200, !isFooter(next)
    {
      let range = lines[next].range
      let isAboveBullets =
        next + 1 < lines.count && (lines[next + 1].kind == .bullet || isShort(next + 1) && isBullet(next + 2))
      guard isAboveBullets || AddressStart.isWeb(text, range) || text[range.upperBound - 1] == UInt8(ascii: ":") else {
        break
      }
      next += 1
    }
    return next
  }

  private func isBullet(_ index: Int) -> Bool { index < lines.count && lines[index].kind == .bullet }
  private func isShort(_ index: Int) -> Bool { lines[index].kind == .words && lines[index].range.count <= 200 }

  /// The list that the bullet on line `index` stands in, from there on at least.
  ///
  /// A list ends where it does from whichever of its bullets it is looked at, so the last one answers for all inside.
  private mutating func list(at index: Int) -> List {
    if known.lines.contains(index) { return known }
    var end = index + 1
    while end < lines.count, isBullet(end) || goesOn(end) { end += 1 }
    known = List(lines: index..<end)
    known.lastCitation = known.lines.last { cites($0) }
    return known
  }

  /// Whether line `index` goes on with the bullet above.
  private func goesOn(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == .words, line.blanks == 0, !line.isRun else { return false }
    return line.isIndented || Letter.isLower(text.scalar(at: line.range.lowerBound).value)
      || !SentenceEnd.isBefore(lines[index - 1].range.upperBound, in: text) && line.range.count < 100
  }

  /// Whether somebody wrote sentences there, and no mere name of something.
  private func isProse(_ index: Int) -> Bool {
    let range = lines[index].range
    return range.count >= 100 || SentenceEnd.isBefore(range.upperBound, in: text)
  }

  private func asks(_ line: Range<Int>) -> Bool {
    let range = line.lowerBound..<min(line.upperBound, line.lowerBound + Self.looked)
    return text.first(UInt8(ascii: "?"), in: range) < range.upperBound
      || range.contains { text.has("？", at: $0) || text.has("؟", at: $0) }
  }

  mutating func cites(_ index: Int) -> Bool {
    if let known = cited[index] { return known }
    let range = lines[index].range
    let cites = CitationPair.stands(
      in: range.lowerBound..<min(range.upperBound, range.lowerBound + Self.looked), of: text)
    cited[index] = cites
    return cites
  }

  func isFooter(_ index: Int) -> Bool {
    guard lines[index].kind == .words, case let range = lines[index].range, range.count < 200 else { return false }
    return range.count < 120 && FooterLine(range, in: text).isFooter || FooterNotice.stands(range, in: text)
  }
}

extension OpeningFinder {
  /// The last line of the headline that begins with line `index`; nil where that is the first of a paragraph.
  ///
  /// Only above bullets has one more lines than one, as a program wraps them.
  private func headlineEnd(_ index: Int) -> Int? {
    var (end, size) = (index, lines[index].range.count)
    while end + 1 < lines.count, case let next = lines[end + 1], next.blanks == 0, next.kind == .words {
      if next.range.count > Self.widest { return end == index ? end : nil }
      size += next.range.count
      if end == index + 2 || size > 300 || next.isRun || CitationPair.stands(in: next.range, of: text) { return nil }
      end += 1
    }
    return end == index || endsLikeOne(lines[end].range) ? end : nil
  }

  /// What is longer was not wrapped by a program.
  static let widest = 200

  /// Whether a line may be a headline: short words of their own that end like one.
  func isHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == .words || line.kind == .title, !line.isIndented, (3...240).contains(line.range.count) else {
      return false
    }
    let start = HeadingMark.opening(line.range, in: text)?.content ?? line.range.lowerBound
    return opensLikeOne(start, line.range) && endsLikeOne(line.range) && !CitationPair.stands(in: line.range, of: text)
      && !AddressStart.isWeb(text, line.range) && !isFooterOrCall(line.range)
  }

  private func isFooterOrCall(_ range: Range<Int>) -> Bool {
    let words = FooterLine(range, in: text)
    return words.isFooter || words.isCall || FooterNotice.stands(range, in: text)
  }

  private func opensLikeOne(_ start: Int, _ range: Range<Int>) -> Bool {
    if Letter.isLower(text.scalar(at: start).value) { return false }
    // Marked as a whole, it stands over what follows in the same story.
    if text.has("**", at: start) || text.has("__", at: start) { return false }
    var index = start
    while index < range.upperBound, text[index].isDigit { index += 1 }
    return index == start || index >= range.upperBound || !".)".utf8.contains(text[index])
  }

  /// Not as a sentence does, nor as what leads to something below.
  private func endsLikeOne(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    switch text[end - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): return false
    case UInt8(ascii: "."): return Abbreviation.isBefore(end, in: text)
    default:
      return !["。", "：", "、", "，", "…", "।", "۔", "።"].contains { text.has($0, at: text.scalarStart(before: end)) }
    }
  }
}
