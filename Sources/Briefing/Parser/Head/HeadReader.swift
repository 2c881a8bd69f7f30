/// Reads what stands above the body: front matter or a mail's header, the headline, who wrote it when, the summary.
struct HeadReader {
  let text: Bytes
  let lines: Lines
  private let skipped: Set<Int>
  var head = StoryHead()
  /// The next line to read.
  var index = 0

  /// - Parameter skipped: the lines that are none of the story, in order.
  init(_ text: Bytes, _ lines: Lines, skipping skipped: [Int]) {
    (self.text, self.lines, self.skipped) = (text, lines, Set(skipped))
  }

  mutating func read() -> StoryHead {
    readFields()
    while index + 1 < lines.all.count, isFooter(index) { index += 1 }
    skipMarks()
    readHeadline()
    readOrigin()
    let above = self
    readIntroduction()
    let first = index
    readBullets()
    // A list that is all there is says what it lists, and sums nothing up; nor does one of links, each of which is to be followed.
    if isWholeText(from: first) || isListOfLinks(from: first) { self = above }
    head.next = index
    return head
  }

  /// Whether a line is none of the story: what an app added, or what says where marks lead.
  func isFooter(_ index: Int) -> Bool { !skipped.isEmpty && skipped.contains(index) }

  var line: Range<Int>? { index < lines.all.count && !isFooter(index) ? lines.all[index].range : nil }

  private mutating func readFields() {
    guard let fields = HeadFields(text, lines) else { return }
    head.title = fields.title
    head.origin = fields.origin
    head.pieces = fields.pieces
    index = fields.end
  }

  /// Lines before the headline that are no words: a rule, a picture, a tag, a comment, an address, which is the story's.
  private mutating func skipMarks() {
    while let range = line, index + 1 < lines.all.count {
      if let end = commentEnd(from: index) {
        head.putAside(range.lowerBound..<lines.all[end].range.upperBound, .markup)
        index = end
      } else if isAddress(range), head.origin.url == nil {
        head.origin.url = text.string(addressWords(range))
      } else if text.has("![", at: range.lowerBound) || text.has("[![", at: range.lowerBound),
        text[range.upperBound - 1] == UInt8(ascii: ")")
      {
        head.paragraphs.append(range)
      } else if HeadMarks.isMarkup(range, in: text) {
        head.putAside(range, .markup)
      } else {
        return
      }
      index += 1
    }
  }

  /// The line that a comment ends with which opens in `start` and has its lines for itself.
  private func commentEnd(from start: Int) -> Int? {
    guard text.has("<!--", at: lines.all[start].range.lowerBound) else { return nil }
    for index in start..<min(lines.all.count, start + 50)
    where text.has("-->", at: lines.all[index].range.upperBound - 3) {
      return index + 1 < lines.all.count ? index : nil
    }
    return nil
  }

  func isAddress(_ range: Range<Int>) -> Bool {
    let words = addressWords(range)
    return AddressStart.isWeb(text, words) && text.first(0x20, in: words) == words.upperBound
      && words.allSatisfy { text[$0] != UInt8(ascii: ">") && text[$0] != UInt8(ascii: "<") }
  }

  /// Without the angles that an address may stand in.
  private func addressWords(_ range: Range<Int>) -> Range<Int> {
    let isAngled = text[range.lowerBound] == UInt8(ascii: "<") && text[range.upperBound - 1] == UInt8(ascii: ">")
    return isAngled && range.count > 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  // The headline is the first line, unless that opens the story's text.
  private mutating func readHeadline() {
    guard let first = line else { return }
    if let title = head.title {
      if HeadMarks.says(first, title, in: text) {
        head.putAside(first, .metadata)
        index += 1
        skipUnderline()
      }
      return
    }
    var range = first
    if let mark = HeadingMark.opening(range, in: text) {
      guard mark.range.count <= 2, HeadingMark.next(in: text, from: mark.content, limit: range.upperBound) == nil
      else { return }
      range = LineMarks.withoutClosing(mark.content..<range.upperBound, in: text)
    } else if opensBullets(range)
      || HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) != nil
      || opensOther(range)
    {
      return
    }
    index += 1
    while lines.isWrapped(into: index), !opensBlock(index) {
      range = range.lowerBound..<lines.all[index].range.upperBound
      index += 1
    }
    skipUnderline()
    head.headline = range
  }

  /// Whether a line opens something that is never a headline: a quote, code or a table.
  private func opensOther(_ range: Range<Int>) -> Bool {
    if text[range.lowerBound] == UInt8(ascii: ">"), range.count > 1, text[range.lowerBound + 1].isSpace { return true }
    if Fence.opening(range, indent: 0, in: text) != nil { return true }
    guard index + 1 < lines.all.count, !lines.all[index + 1].opensBlock else { return false }
    return TableLines.opens(range, lines.all[index + 1].range, in: text)
  }

  /// A line below the headline that underlines it.
  private mutating func skipUnderline() {
    guard let range = line, !lines.all[index].opensBlock, HeadMarks.isUnderline(range, in: text) else { return }
    index += 1
  }

  private func opensBlock(_ index: Int) -> Bool {
    let range = lines.all[index].range
    return isFooter(index) || HeadingMark.opening(range, in: text) != nil || BulletMark.width(range, in: text) > 0
      || HeadMarks.isUnderline(range, in: text)
  }

  /// The story's address, and lines that say who wrote it and when.
  private mutating func readOrigin() {
    guard head.headline != nil || head.title != nil else { return }
    for _ in 0..<4 {
      guard let range = line else { return }
      if isAddress(range), head.origin.url == nil {
        head.origin.url = text.string(addressWords(range))
      } else if let byline = Byline(range, of: text) {
        head.origin.add(byline.origin)
        head.putAside(range, .byline)
      } else {
        return
      }
      index += 1
    }
  }

  /// A subtitle or a label, if bullets stand below.
  private mutating func readIntroduction() {
    guard let range = line, head.headline != nil || head.title != nil, index + 1 < lines.all.count,
      !isFooter(index + 1), BulletMark.width(lines.all[index + 1].range, in: text) > 0
    else { return }
    if SummaryLabel.stands(in: range, of: text) {
      head.putAside(range, .label)
      index += 1
    } else if isSubtitle(range), hasBody(behind: index + 1) {
      head.paragraphs.append(range)
      index += 1
    }
  }

  /// A short line that is no sentence, announces nothing and cites nothing.
  private func isSubtitle(_ range: Range<Int>) -> Bool {
    range.count <= 160 && lines.all[index].opensBlock && lines.all[index + 1].opensBlock
      && HeadingMark.opening(range, in: text) == nil && BulletMark.width(range, in: text) == 0
      && !SentenceEnd.isBefore(range.upperBound, in: text) && !HeadMarks.announces(range, in: text)
      && !CitationPair.stands(in: range, of: text)
      && HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) == nil
      && !opensOther(range)
  }

  /// Whether words that are no bullets stand below the bullets that begin in line `start`.
  private func hasBody(behind start: Int) -> Bool {
    lines.all.indices.contains { index in
      index > start && lines.all[index].opensBlock && !isFooter(index)
        && BulletMark.width(lines.all[index].range, in: text) == 0
    }
  }

  /// Whether several bullets, and at least half of them, each on lines of its own, have links, which a summary does not keep.
  private func isListOfLinks(from first: Int) -> Bool {
    guard index - first >= head.bullets.count else { return false }
    let links = head.bullets.count(where: hasLink)
    return links > 1 && links * 2 >= head.bullets.count
  }

  private func hasLink(_ range: Range<Int>) -> Bool {
    var colon = text.first(UInt8(ascii: ":"), in: range)
    while colon < range.upperBound {
      for scheme in ["https", "http"] as [StaticString] {
        let start = colon - scheme.utf8CodeUnitCount
        if start >= range.lowerBound, AddressStart.hostStart(text, at: start, limit: range.upperBound) != nil {
          return true
        }
      }
      colon = text.first(UInt8(ascii: ":"), in: colon + 1..<range.upperBound)
    }
    return false
  }

  /// Whether the text has nothing but a list below its headline, whose items are no sentences.
  private func isWholeText(from first: Int) -> Bool {
    guard head.bullets.count > 1, head.headline != nil || head.title != nil else { return false }
    return lines.all[index...].indices.allSatisfy(isFooter)
      && head.bullets.allSatisfy { !SentenceEnd.isBefore($0.upperBound, in: text) && $0.count <= 60 }
      && !CitationPair.stands(in: lines.all[first].range.lowerBound..<lines.all[index - 1].range.upperBound, of: text)
  }
}
