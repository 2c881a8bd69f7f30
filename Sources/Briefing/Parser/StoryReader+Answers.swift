/// Interviews: lines that `Q:` and `A:` open are headings and what stands under them.
extension StoryReader {
  /// Reads a paragraph with such lines; false if it has none, or none that belong together.
  mutating func readAnswers(_ leaf: Leaf) -> Bool {
    guard let first = leaf.pieces.first else { return false }
    let labels = AnswerLabels.opening(layout.blocks.pieces[first].range, in: text)
    guard !labels.isEmpty, let pair = labels.map(\.pair).first(where: { isAnswered($0, leaf) }) else { return false }
    var parts: [(label: AnswerLabels.Label, start: Int)] = []
    for index in leaf.pieces {
      let line = layout.blocks.pieces[index].range
      if let label = AnswerLabels.opening(line, in: text).first(where: { $0.pair == pair }) {
        parts.append((label, line.lowerBound))
      }
    }
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1].start : leaf.range.upperBound
      pieces.append(StoryHead.Piece(range: part.label.range, reason: .label))
      read(text.trimmed(part.label.range.upperBound..<end), part.label)
    }
    answering = pair
    return true
  }

  /// Whether a question of these labels has its answer here or in the next paragraph, or one before waits for its own.
  private func isAnswered(_ pair: AnswerLabels, _ leaf: Leaf) -> Bool {
    if answering == pair { return true }
    func opens(_ index: Int, _ isQuestion: Bool) -> Bool {
      AnswerLabels.opening(layout.blocks.pieces[index].range, in: text).contains {
        $0.pair == pair && $0.isQuestion == isQuestion
      }
    }
    guard let first = leaf.pieces.first, opens(first, true) else { return false }
    if leaf.pieces.dropFirst().contains(where: { opens($0, false) }) { return true }
    guard index < layout.blocks.leaves.count, let next = layout.blocks.leaves[index].pieces.first else { return false }
    return opens(next, false)
  }

  private mutating func read(_ words: Range<Int>, _ label: AnswerLabels.Label) {
    var words = words
    // Of `**Q: Who gains?**` the label has taken the first half of the mark.
    let isCut = text.has("**", at: label.range.lowerBound) && !text.has("**", at: label.range.upperBound - 2)
    if isCut, words.count > 2, text.has("**", at: words.upperBound - 2) {
      words = text.trimmed(words.lowerBound..<words.upperBound - 2)
    }
    if label.isQuestion { addHeading(words, level: Section.usualLevel) } else { addParagraph(words) }
  }
}
