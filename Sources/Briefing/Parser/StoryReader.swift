/// Finds headline, bullets, lede and sections in lines, and has their words built.
struct StoryReader {
  let text: Bytes
  let lines: Lines
  let footer: Footer
  /// Whether headings stand inside lines, so that one which opens a line may do so only because the text was wrapped.
  let isFlattened: Bool
  var builder: ParagraphBuilder
  var story = Story(headline: "")
  /// The next line to read.
  var index = 0

  init(_ text: Bytes, _ lines: Lines, held: HeldSpaces) {
    var lines = lines
    if lines.measure == nil { lines.begin(at: LostBreaks.find(in: lines.all, of: text)) }
    self.text = text
    self.lines = lines
    footer = Footer(lines.all, in: text)
    isFlattened = lines.all.contains { HeadingMark.stands(inside: $0.range, of: text) }
    builder = ParagraphBuilder(text, held: held)
  }

  /// The story, and the bytes of `text` that are not in it.
  mutating func read() -> (story: Story, residues: [Range<Int>], footers: [Range<Int>]) {
    readHeadline()
    readBullets()
    while index < lines.all.count { readBlock() }
    story.publisher = footer.publisher
    if story.headline.isEmpty { story.headline = standIn }
    return (story, builder.residues, footer.lines.map { lines.all[$0].range })
  }

  func isFooter(_ index: Int) -> Bool { footer.contains(index) }

  // The headline is the first line, unless that opens the story's text.
  private mutating func readHeadline() {
    guard let first = lines.all.first, !isFooter(0) else { return }
    var range = first.range
    if let mark = HeadingMark.opening(range, in: text) {
      guard mark.range.count <= 2, HeadingMark.next(in: text, from: mark.content, limit: range.upperBound) == nil
      else { return }
      range = mark.content..<range.upperBound
    } else if Bullet.markWidth(range, in: text) > 0
      || HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) != nil
    {
      return
    }
    index = 1
    while lines.isWrapped(into: index), !opensBlock(index) {
      range = range.lowerBound..<lines.all[index].range.upperBound
      index += 1
    }
    story.headline = builder.line(range)
    readAddress()
  }

  /// A web address alone on the line below the headline is the story's own.
  private mutating func readAddress() {
    guard index < lines.all.count, !isFooter(index) else { return }
    let range = lines.all[index].range
    guard AddressStart.isWeb(text, range), text.first(0x20, in: range) == range.upperBound else { return }
    story.url = text.string(range)
    index += 1
  }

  private func opensBlock(_ index: Int) -> Bool {
    let range = lines.all[index].range
    return isFooter(index) || HeadingMark.opening(range, in: text) != nil || Bullet.markWidth(range, in: text) > 0
  }

  private mutating func readBullets() {
    while index < lines.all.count, !isFooter(index), Bullet.markWidth(lines.all[index].range, in: text) > 0 {
      let start = index
      var forced = [lines.all[start].range.lowerBound]
      index += 1
      let areStopped = Bullet.isStopped(lines.all[start].range, in: text)
      while index < lines.all.count, continuesBullet(index, areStopped: areStopped) {
        if Bullet.markWidth(lines.all[index].range, in: text) > 0 { forced.append(lines.all[index].range.lowerBound) }
        index += 1
      }
      let run = lines.all[start].range.lowerBound..<lines.all[index - 1].range.upperBound
      let isOneToALine = forced.count > 1 && forced.count == index - start
      let items = Bullet.split(run, forced: forced, isOneToALine: isOneToALine, in: text)
      for item in items { story.summary.append(builder.line(item)) }
    }
  }

  /// Whether bullets go on in line `index`; `areStopped` says whether the first of them end in full stops.
  private func continuesBullet(_ index: Int, areStopped: Bool) -> Bool {
    let line = lines.all[index]
    guard !line.opensBlock, !isFooter(index), HeadingMark.opening(line.range, in: text) == nil else { return false }
    if Bullet.markWidth(line.range, in: text) > 0 || line.isIndented || lines.isWrapped(into: index) { return true }
    guard !SentenceEnd.isBefore(lines.all[index - 1].range.upperBound, in: text) else { return false }
    return Letter.isLower(text.scalar(at: line.range.lowerBound).value)
      || areStopped && lines.all[index - 1].width >= 50
  }

  private mutating func readBlock() {
    if isFooter(index) {
      index += 1
    } else if let mark = HeadingMark.opening(lines.all[index].range, in: text) {
      readHeading(mark)
    } else {
      let range = joined(from: index)
      readRunning(range, from: range.lowerBound)
    }
  }

  /// The lines from `start` on that make one paragraph; leaves `index` behind them.
  mutating func joined(from start: Int) -> Range<Int> {
    index = start + 1
    while index < lines.all.count, !lines.all[index].opensBlock, !isFooter(index),
      HeadingMark.opening(lines.all[index].range, in: text) == nil
    {
      index += 1
    }
    return lines.all[start].range.lowerBound..<lines.all[index - 1].range.upperBound
  }

  mutating func addParagraph(_ range: Range<Int>) {
    guard var paragraph = builder.paragraph(range) else { return }
    if let above = removeEmptyParagraph() {
      paragraph.citations = above.citations + paragraph.citations
    }
    if paragraph.text.isEmpty, cite(above: paragraph.citations) { return }
    if story.sections.isEmpty {
      story.lede.append(paragraph)
    } else {
      story.sections[story.sections.count - 1].blocks.append(paragraph)
    }
  }

  /// Takes away the paragraph above if it has no words, so that its citations go to the one below.
  private mutating func removeEmptyParagraph() -> Block? {
    if story.sections.isEmpty {
      return story.lede.last?.text.isEmpty == true ? story.lede.removeLast() : nil
    }
    let section = story.sections.count - 1
    guard story.sections[section].blocks.last?.text.isEmpty == true else { return nil }
    return story.sections[section].blocks.removeLast()
  }

  /// Gives citations that stand alone to the paragraph above; false if there is none.
  private mutating func cite(above citations: [Citation]) -> Bool {
    func add(to paragraph: inout Block) {
      let place = paragraph.text.utf8.count
      paragraph.citations += citations.map { Citation(place: place, host: $0.host, url: $0.url) }
    }
    if story.sections.isEmpty {
      guard !story.lede.isEmpty else { return false }
      add(to: &story.lede[story.lede.count - 1])
    } else {
      let section = story.sections.count - 1
      guard !story.sections[section].blocks.isEmpty else { return false }
      add(to: &story.sections[section].blocks[story.sections[section].blocks.count - 1])
    }
    return true
  }

  /// What stands in for a headline that the text does not give.
  private var standIn: String {
    story.summary.first ?? story.lede.first.map { FirstSentence.of($0.text) } ?? story.sections.first?.heading ?? ""
  }
}

/// The first sentence of a paragraph.
enum FirstSentence {
  static func of(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      var index = 0
      while index + 1 < bytes.count {
        if bytes[index] == 0x20, SentenceEnd.isBefore(index, in: bytes) { return bytes.string(0..<index) }
        index += 1
      }
      return bytes.string(0..<bytes.count)
    }
  }
}
