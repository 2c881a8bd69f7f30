/// Bullets that stand on one line with the lede, so that nothing but their marks tells where they are.
extension Bullet {
  /// The first mark behind a headline: between spaces, and before a word that is not in small letters and ends no range;
  /// if there is none, the last one before a sentence ends, so that a headline keeps its own dashes.
  static func firstMark(in head: Range<Int>, of text: Bytes) -> Int? {
    let stop = min(head.upperBound, head.lowerBound + 300)
    var last: Int?
    for index in (head.lowerBound..<stop).dropFirst() where text[index - 1].isSpace {
      guard markWidth(index..<head.upperBound, in: text) > 0 else { continue }
      if last != nil, SentenceEnd.isBefore(index, in: text) { break }
      let word = wordStart(behind: index, in: text)
      guard word < head.upperBound else { break }
      let isRange = text[word].isDigit && index > 1 && text[index - 2].isDigit
      if !isRange, !Letter.isLower(text.scalar(at: word).value) { return index }
      if !isRange { last = index }
    }
    return last
  }

  /// The marks of the bullets that `run` opens with, and whether these end in full stops. What stands behind the last
  /// one is not asked.
  ///
  /// Without full stops, bullets go on only as far as the first sentence.
  static func opening(_ run: Range<Int>, in text: Bytes) -> (marks: [Int], areStopped: Bool) {
    let inner = inner(run, opening: text[run.lowerBound], in: text)
    let stopped = inner.filter { opensBullet(at: $0, in: text) }
    if !stopped.isEmpty { return ([run.lowerBound] + stopped, true) }
    let isDot = text[run.lowerBound] == 0xE2
    let marks = inner.filter { isDot || isBeforeCapital($0, in: text) }
    let sentence = sentenceEnd(run, in: text)
    let bullets = marks.filter { $0 < sentence }
    return ([run.lowerBound] + bullets, bullets.isEmpty)
  }

  private static func sentenceEnd(_ run: Range<Int>, in text: Bytes) -> Int {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 1500)
    return run.lowerBound + (SentenceScanner(bytes: Bytes(rebasing: text[near])).ranges().first?.upperBound ?? 0)
  }
}
