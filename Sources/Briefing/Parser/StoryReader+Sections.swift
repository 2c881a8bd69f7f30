/// Headings, on lines of their own and inside a running line, and what stands under them.
extension StoryReader {
  /// A heading that opens a line: all of it, or the start of a run.
  mutating func readHeading(opening leaf: Leaf) {
    guard let heading = LineMarks.heading(leaf.range, in: text) else { return addParagraph(leaf.range) }
    let isLast = index == layout.blocks.leaves.count || layout.blocks.leaves[index].endsSection
    if RunningHeading.stands(in: heading.words, isLast: isLast, of: text, layout.references) {
      readRunning(leaf.range, from: leaf.range.lowerBound)
    } else {
      addHeading(heading.words, level: heading.level)
    }
  }

  mutating func addHeading(_ words: Range<Int>, level: Int) {
    let heading = builder.line(words)
    guard !heading.isEmpty else { return }
    story.sections.append(Section(heading: heading, level: level))
  }

  /// Reads a line in which headings may stand.
  mutating func readRunning(_ range: Range<Int>, from start: Int) {
    var mark = HeadingMark.next(in: text, from: start, limit: range.upperBound)
    addParagraph(start..<(mark?.range.lowerBound ?? range.upperBound))
    while let current = mark {
      mark = HeadingMark.next(in: text, from: current.content, limit: range.upperBound)
      addSection(text.trimmed(current.content..<(mark?.range.lowerBound ?? range.upperBound)), behind: current)
    }
  }

  private mutating func addSection(_ whole: Range<Int>, behind mark: HeadingMark) {
    let run = withoutStrong(whole)
    let begin = mark.range.lowerBound
    let isJoined = begin > 0 && !text[begin - 1].isSpace
    let end =
      JoinedWords.headingEnd(of: run, isJoined: isJoined, in: text).map { ($0 - run.lowerBound, $0 - run.lowerBound) }
      ?? HeadingEnd.ofPlainQuestion(in: Bytes(rebasing: text[run])) ?? weighedEnd(of: run)
    let heading = run.lowerBound..<run.lowerBound + end.0
    story.sections.append(Section(heading: builder.line(heading)))
    addParagraph(run.lowerBound + end.1..<run.upperBound)
  }

  /// What stands between two stars and two more, which a heading's end would part from each other.
  private func withoutStrong(_ run: Range<Int>) -> Range<Int> {
    let words = run.lowerBound + 2..<max(run.lowerBound + 2, run.upperBound - 2)
    guard words.count > 2, text.has("**", at: run.lowerBound), text.has("**", at: words.upperBound),
      !words.dropLast().contains(where: { text[$0] == 0x2A && text[$0 + 1] == 0x2A })
    else { return run }
    return text.trimmed(words)
  }

  private mutating func weighedEnd(of run: Range<Int>) -> (heading: Int, body: Int) {
    let words = text.trimmed(run.lowerBound..<firstCitation(in: run))
    return HeadingEnd.find(in: Bytes(rebasing: text[words])) { storyEvidence() }
  }

  /// What the whole story says of its headings; made when a heading first asks for it.
  private mutating func storyEvidence() -> StoryEvidence {
    if let evidence { return evidence }
    let made = StoryEvidence(text, runs: runs())
    evidence = made
    return made
  }

  /// Everything that opens with a heading, as far as the next one or the end of its line.
  private func runs() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for line in layout.lines.all {
      var mark = HeadingMark.next(in: text, from: line.range.lowerBound, limit: line.range.upperBound)
      while let current = mark {
        mark = HeadingMark.next(in: text, from: current.content, limit: line.range.upperBound)
        runs.append(text.trimmed(current.content..<(mark?.range.lowerBound ?? line.range.upperBound)))
      }
    }
    return runs
  }

  /// Where the first citation opens near the start of a run: a heading ends before it.
  private func firstCitation(in run: Range<Int>) -> Int {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 400)
    var place = CitationPair.nextBracket(in: near, of: text)
    while place < near.upperBound {
      if opensCitation(at: place, limit: run.upperBound) { return place }
      place = CitationPair.nextBracket(in: place + 1..<near.upperBound, of: text)
    }
    return run.upperBound
  }

  private func opensCitation(at place: Int, limit: Int) -> Bool {
    if text[place] == UInt8(ascii: "[") {
      return RunningHeading.isReference(at: place, limit: limit, in: text, layout.references)
    }
    return CitationPair.openingWidth(text, at: place) > 0 && text[place - 1] != UInt8(ascii: "]")
      && CitationPair.read(text, at: place, limit: limit)?.isClosed == true
  }
}
