/// The line breaks that a clipboard may take even between headline, bullets, lede and footer.
///
/// What stood on lines of its own is found by what it looks like: bullets by their marks, a footer by how it opens, a first
/// paragraph by the words where it opens (`HeadlineBreak`). Looks
/// only at the first two lines and at the end of the last one, each byte a few times.
struct LostBreaks {
  private let text: Bytes

  /// Where lines should begin inside `lines`, in order.
  static func find(in lines: [Line], of text: Bytes) -> [Int] {
    let breaks = LostBreaks(text: text)
    guard let last = lines.last else { return [] }
    let heads = lines.prefix(2).lazy.map { breaks.head($0.range) }.first { !$0.isEmpty } ?? breaks.headline(lines)
    let start = max(last.range.lowerBound, heads.last ?? 0)
    return heads + FooterTail.breaks(in: start..<last.range.upperBound, isAlone: lines.count == 1, of: text)
  }

  /// Where bullets begin behind the headline, and the lede behind them, if a section follows on the same line.
  private func head(_ line: Range<Int>) -> [Int] {
    let start = HeadingMark.opening(line, in: text)?.content ?? line.lowerBound
    guard let heading = HeadingMark.next(in: text, from: start, limit: line.upperBound) else { return [] }
    let head = text.trimmed(start..<heading.range.lowerBound)
    let opensWithBullet = Bullet.markWidth(head, in: text) > 0
    guard let first = opensWithBullet ? head.lowerBound : Bullet.firstMark(in: head, of: text) else { return [] }
    let bullets = Bullet.opening(first..<head.upperBound, in: text)
    guard let last = bullets.marks.last, opensWithBullet || bullets.marks.count > 1 else { return [] }
    let run = text.trimmed(last + max(1, Bullet.markWidth(last..<head.upperBound, in: text))..<head.upperBound)
    let end = bullets.areStopped ? sentenceEnd(run) : statementEnd(run)
    let lede = text.trimmed(end..<head.upperBound)
    return (opensWithBullet ? [] : [first]) + (lede.isEmpty ? [] : [lede.lowerBound])
  }

  /// Where the first paragraph begins behind the headline, where no bullets stand below.
  private func headline(_ lines: [Line]) -> [Int] {
    let isAboveBullets = lines.count > 1 && BulletMark.width(lines[1].range, in: text) > 0
    return isAboveBullets ? [] : HeadlineBreak.find(in: lines[0].range, of: text).map { [$0] } ?? []
  }

  /// Where the first sentence of `run` ends, with the source behind it.
  private func sentenceEnd(_ run: Range<Int>) -> Int {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 1500)
    let sentences = SentenceScanner(bytes: Bytes(rebasing: text[near])).ranges()
    var end = run.lowerBound + (sentences.first?.upperBound ?? run.count)
    var next = text.trimmed(end..<run.upperBound).lowerBound
    while next < run.upperBound, CitationPair.openingWidth(text, at: next) > 0,
      let pair = CitationPair.read(text, at: next, limit: run.upperBound), pair.isClosed
    {
      end = pair.end
      next = text.trimmed(end..<run.upperBound).lowerBound
    }
    return end
  }

  /// Where words without a full stop end and a sentence begins, as behind a heading that is no question.
  private func statementEnd(_ run: Range<Int>) -> Int {
    run.lowerBound + HeadingEnd.find(in: Bytes(rebasing: text[run])).body
  }
}
