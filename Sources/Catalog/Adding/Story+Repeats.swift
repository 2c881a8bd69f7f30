import Briefing

extension Story {
  /// Whether this story has nothing to do with another of the same name: under another headline, hardly any run of three
  /// words is the same.
  func isOther(than other: Story) -> Bool {
    guard !Self.areAlike(headline, other.headline), !isVersion(of: other) else { return false }
    let (words, otherWords) = (Shingles(of: self), Shingles(of: other))
    return words.isEmpty || otherWords.isEmpty || words.isFar(from: otherWords, parts: 8, least: 1)
  }

  /// Whether both say mostly the same; of two on one page, that one has no words but its headline is no matter.
  func isRepeated(by other: Story) -> Bool {
    if isVersion(of: other) { return true }
    let isBare = blocks.isEmpty && summary.isEmpty || other.blocks.isEmpty && other.summary.isEmpty
    return isBare && FoldedText.words(of: headline) == FoldedText.words(of: other.headline)
  }

  /// Whether half of the words of the shorter headline stand in the other.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Set(FoldedText.words(of: one)), Set(FoldedText.words(of: other)))
    return one.intersection(other).count * 2 >= max(1, min(one.count, other.count))
  }
}
