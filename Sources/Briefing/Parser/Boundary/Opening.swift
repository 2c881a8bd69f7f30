/// The first words of a run, and what holds for all its candidates.
struct Opening {
  /// The most words that are looked at; a statement's heading has at most `statementWords` of them.
  static var capacity: Int { 64 }
  static var statementWords: Int { 24 }
  private static var knownWords: Int { 30 }

  let run: UnsafeBufferPointer<UInt8>
  let words: UnsafeMutableBufferPointer<Word>
  /// How many of `words` were read, and whether the run ends with the last of them.
  private(set) var count = 0
  private(set) var isWhole = false
  /// The script of the run's first letters, with kana deciding for Japanese.
  private(set) var script = Script.none

  /// Reads the run into `words`, which holds `capacity` words.
  init(_ run: UnsafeBufferPointer<UInt8>, words: UnsafeMutableBufferPointer<Word>) {
    self.run = run
    self.words = words
    var scan = WordScan(run)
    while !scan.isAtEnd, count < Opening.capacity, scan.position < 900 {
      words[count] = scan.next(grams: count < Opening.knownWords)
      settle(words[count].script)
      count += 1
      if count > Opening.knownWords, words[count - 1].stop.endsSentence { break }
    }
    isWhole = scan.isAtEnd
    if !isWhole, count == 0 { isWhole = true }
  }

  private mutating func settle(_ next: Script) {
    if script == .none || (script == .han && next == .kana) || (script == .latin && next != .none && count < 6) {
      script = next
    }
  }

  /// The word at `index`, or the end of the run.
  @inline(__always)
  func word(_ index: Int) -> Word { index < count ? words[index] : Word() }

  @inline(__always)
  func shape(_ index: Int) -> Shape { index < count ? words[index].shape : .end }

  /// Whether the body may start with word `index`.
  @inline(__always)
  func isCandidate(_ index: Int) -> Bool {
    if index == count { return isWhole && (count <= Opening.statementWords || words[count - 1].stop == .question) }
    return index <= Opening.statementWords || words[index - 1].stop == .question
  }

  /// Looks up every known word in the lexicon.
  func look(up lexicon: Lexicon) {
    for index in 0..<min(count, Opening.knownWords) {
      var sum = SIMD8<Int32>()
      let grams = words[index].grams
      for lane in 0..<8 where grams[lane] != 0 { lexicon.add(grams[lane], to: &sum) }
      words[index].roles = sum
    }
  }
}
