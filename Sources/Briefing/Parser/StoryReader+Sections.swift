/// Headings, on lines of their own and inside a running line, and what stands under them.
extension StoryReader {
  /// A heading that opens a line: all of it, or the start of a run.
  mutating func readHeading(_ mark: HeadingMark) {
    let start = index
    let line = lines.all[start].range
    if isFlattened, !lines.all[start].opensBlock {
      let range = joined(from: start)
      return readRunning(range, from: range.lowerBound)
    }
    if lines.isWrapped(into: start + 1) || isRunning(mark.content..<line.upperBound) {
      let range = joined(from: start)
      guard isRunning(mark.content..<range.upperBound) else { return addHeading(mark.content..<range.upperBound) }
      return readRunning(range, from: range.lowerBound)
    }
    index = start + 1
    addHeading(mark.content..<line.upperBound)
  }

  /// Whether more than a heading stands in `range`, which opens with one and ends with its line.
  func isRunning(_ range: Range<Int>) -> Bool {
    if HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) != nil { return true }
    if range.count > 300 { return true }
    if CitationPair.stands(in: range, of: text) || endsCut(range) { return true }
    let isLast =
      index + 1 >= lines.all.count || isFooter(index + 1)
      || HeadingMark.opening(lines.all[index + 1].range, in: text) != nil
    guard SentenceEnd.isBefore(range.upperBound, in: text), text[range.upperBound - 1] != UInt8(ascii: "?")
    else { return false }
    return isLast || holdsQuestion(range)
  }

  /// Whether the last words are a citation that lacks its parenthesis.
  private func endsCut(_ range: Range<Int>) -> Bool {
    let word = range.last { text[$0].isSpace }.map { $0 + 1 } ?? range.lowerBound
    guard CitationPair.openingWidth(text, at: word) > 0 else { return false }
    return CitationPair.read(text, at: word, limit: range.upperBound)?.end == range.upperBound
  }

  /// Whether a question ends inside `range`, with more words behind it.
  private func holdsQuestion(_ range: Range<Int>) -> Bool {
    let mark = text.first(UInt8(ascii: "?"), in: range)
    return mark + 1 < range.upperBound && text[mark + 1].isSpace
  }

  private mutating func addHeading(_ whole: Range<Int>) {
    var range = whole
    while let last = range.last, text[last] == UInt8(ascii: "#") || text[last].isSpace { range.removeLast() }
    story.sections.append(Section(heading: builder.line(range.isEmpty ? whole : range)))
  }

  /// Reads a line in which headings may stand.
  mutating func readRunning(_ range: Range<Int>, from start: Int) {
    var mark = HeadingMark.next(in: text, from: start, limit: range.upperBound)
    addParagraph(start..<(mark?.range.lowerBound ?? range.upperBound))
    while let current = mark {
      mark = HeadingMark.next(in: text, from: current.content, limit: range.upperBound)
      addSection(text.trimmed(current.content..<(mark?.range.lowerBound ?? range.upperBound)))
    }
  }

  private mutating func addSection(_ run: Range<Int>) {
    let end = HeadingEnd.ofPlainQuestion(in: Bytes(rebasing: text[run])) ?? weighedEnd(of: run)
    let heading = run.lowerBound..<run.lowerBound + end.heading
    story.sections.append(Section(heading: builder.line(heading)))
    addParagraph(run.lowerBound + end.body..<run.upperBound)
  }

  private func weighedEnd(of run: Range<Int>) -> (heading: Int, body: Int) {
    let words = text.trimmed(run.lowerBound..<firstCitation(in: run))
    return HeadingEnd.find(in: Bytes(rebasing: text[words]))
  }

  /// Where the first citation opens near the start of a run: a heading ends before it.
  private func firstCitation(in run: Range<Int>) -> Int {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 400)
    let first = near.first { place in
      CitationPair.openingWidth(text, at: place) > 0 && text[place - 1] != UInt8(ascii: "]")
        && CitationPair.read(text, at: place, limit: run.upperBound)?.isClosed == true
    }
    return first ?? run.upperBound
  }
}
