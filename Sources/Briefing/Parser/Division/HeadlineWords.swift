/// The words of a line that may be a headline, to see whether they speak of what stands below and not of what stands above.
struct HeadlineWords {
  private let text: Bytes
  private let lines: [DivisionLine]
  private let index: Int
  private var words: Set<UInt64> = []

  /// How many lines to either side are looked at, and how much of each.
  private static let reach = 6
  private static let looked = 4096
  /// In bytes; shorter words say little.
  private static let shortest = 4

  init(of index: Int, in lines: [DivisionLine], _ text: Bytes) {
    (self.index, self.lines, self.text) = (index, lines, text)
    forEachWord(of: index) { words.insert($0) }
  }

  /// Whether some of the words stand in the lines below, and none in those above, as far as to line `start`.
  func standOnlyBelow(since start: Int) -> Bool {
    let below = index + 1..<min(lines.count, index + 1 + Self.reach)
    let above = max(start, index - Self.reach)..<index
    return below.contains { stand(in: $0) } && !above.contains { stand(in: $0) }
  }

  private func stand(in line: Int) -> Bool {
    var stand = false
    forEachWord(of: line) { stand = stand || words.contains($0) }
    return stand
  }

  private func forEachWord(of line: Int, _ body: (UInt64) -> Void) {
    let range = lines[line].range
    let end = min(range.upperBound, range.lowerBound + Self.looked)
    var index = range.lowerBound
    while index < end {
      var hash = FooterWords.emptyHash
      let start = index
      while index < end, FooterWords.isLetter(text[index]) { hash = FooterWords.hash(hash, text, &index) }
      if index - start >= Self.shortest { body(hash) }
      if index == start { index += 1 }
    }
  }
}
