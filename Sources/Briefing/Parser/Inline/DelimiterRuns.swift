/// The runs of stars, low lines and tildes in a paragraph, which open and close emphasis: CommonMark's rules (0.31, 6.2), by
/// its own algorithm, and two tildes for what is struck out (GFM 0.29, 6.5).
struct DelimiterRuns {
  private struct Run {
    /// The bytes of it that are not used up.
    var range: Range<Int>
    var byte: UInt8
    var opens: Bool
    var closes: Bool
    /// How long it was; two runs match only if the sum is no multiple of three, or both are.
    var length: Int
    var previous: Int
    var next: Int
  }

  private var runs: [Run] = []
  /// The last run that may still match; -1 if there is none.
  private(set) var last = -1
  /// Below which run there is no opener for a closer of a kind.
  private var bottoms: [Int] = []

  /// Forgets all runs, for another paragraph.
  mutating func clear() {
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    last = -1
  }

  /// Adds a run, which stands behind those before.
  mutating func add(_ range: Range<Int>, _ byte: UInt8, flanks: Flanks) {
    let isLow = byte == UInt8(ascii: "_")
    let run = Run(
      range: range, byte: byte, opens: isLow ? flanks.opensWord : flanks.isLeft,
      closes: isLow ? flanks.closesWord : flanks.isRight, length: range.count, previous: last, next: -1)
    guard run.opens || run.closes else { return }
    if last >= 0 { runs[last].next = runs.count }
    last = runs.count
    runs.append(run)
  }

  /// Matches the runs behind `bottom`, and forgets them.
  mutating func match(behind bottom: Int, into tokens: inout [InlineToken]) {
    guard last > bottom else { return }
    bottoms.removeAll(keepingCapacity: true)
    bottoms.append(contentsOf: repeatElement(bottom, count: 18))
    var closer = first(behind: bottom)
    while closer >= 0 {
      guard runs[closer].closes else {
        closer = runs[closer].next
        continue
      }
      let kind = kind(of: closer)
      guard let opener = opener(of: closer, above: max(bottom, bottoms[kind])) else {
        bottoms[kind] = runs[closer].previous
        let next = runs[closer].next
        if !runs[closer].opens { remove(closer) }
        closer = next
        continue
      }
      closer = join(opener, closer, &tokens)
    }
    last = bottom
    if bottom >= 0 { runs[bottom].next = -1 }
  }

  private func first(behind bottom: Int) -> Int {
    var index = last
    while index >= 0, runs[index].previous > bottom { index = runs[index].previous }
    return index
  }

  private func kind(of closer: Int) -> Int {
    let run = runs[closer]
    let byte = run.byte == UInt8(ascii: "*") ? 0 : run.byte == UInt8(ascii: "_") ? 1 : 2
    return byte * 6 + (run.opens ? 3 : 0) + run.length % 3
  }

  private func opener(of closer: Int, above bottom: Int) -> Int? {
    var index = runs[closer].previous
    while index > bottom {
      if runs[index].byte == runs[closer].byte, runs[index].opens, isMatch(runs[index], runs[closer]) { return index }
      index = runs[index].previous
    }
    return nil
  }

  private func isMatch(_ opener: Run, _ closer: Run) -> Bool {
    if opener.byte == UInt8(ascii: "~") { return opener.length == closer.length }
    guard opener.closes || closer.opens else { return true }
    return (opener.length + closer.length) % 3 != 0 || (opener.length % 3 == 0 && closer.length % 3 == 0)
  }

  /// Takes the marks off both runs, and says which closer comes next.
  private mutating func join(_ opener: Int, _ closer: Int, _ tokens: inout [InlineToken]) -> Int {
    let width = min(2, runs[opener].range.count, runs[closer].range.count)
    let (start, end) = (runs[opener].range.upperBound - width, runs[closer].range.lowerBound)
    let isStruck = runs[opener].byte == UInt8(ascii: "~")
    let style: Block.Span.Style = width == 2 ? .strong : .emphasis
    tokens.append(InlineToken(range: start..<start + width, kind: isStruck ? .mark : .open(style)))
    tokens.append(InlineToken(range: end..<end + width, kind: isStruck ? .mark : .close(style)))
    runs[opener].range = runs[opener].range.lowerBound..<start
    runs[closer].range = end + width..<runs[closer].range.upperBound
    (runs[opener].next, runs[closer].previous) = (closer, opener)
    if runs[opener].range.isEmpty { remove(opener) }
    guard runs[closer].range.isEmpty else { return closer }
    let next = runs[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ index: Int) {
    let run = runs[index]
    if run.previous >= 0 { runs[run.previous].next = run.next }
    if run.next >= 0 { runs[run.next].previous = run.previous } else { last = run.previous }
  }
}
