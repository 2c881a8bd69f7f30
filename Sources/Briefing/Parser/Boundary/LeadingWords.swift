/// The first words of a run, and what holds for all its candidates.
struct LeadingWords {
  /// The most words that are looked at; a statement's heading has at most `statementWords` of them.
  static var capacity: Int { 64 }
  static var statementWords: Int { 24 }
  private static var knownWords: Int { 30 }

  let run: UnsafeBufferPointer<UInt8>
  let words: UnsafeMutableBufferPointer<Word>
  /// How many of `words` were read, and whether the run ends with the last of them.
  private(set) var count = 0
  private(set) var isWhole = false
  /// How many words a heading can have at most: a question ends at its mark and a sentence at its stop, and a citation
  /// belongs to the body.
  private(set) var reach = 0
  /// The script of the run's first letters, with kana deciding for Japanese.
  private(set) var script = Script.none

  /// Reads the run into `words`, which holds `capacity` words.
  init(_ run: UnsafeBufferPointer<UInt8>, words: UnsafeMutableBufferPointer<Word>) {
    self.run = run
    self.words = words
    var scan = WordScan(run)
    while !scan.isAtEnd, count < LeadingWords.capacity, scan.position < 900 {
      words[count] = scan.next(grams: count < LeadingWords.knownWords)
      settle(words[count].script)
      count += 1
      if count > LeadingWords.knownWords, words[count - 1].stop.endsSentence { break }
    }
    isWhole = scan.isAtEnd
    reach = lastEnd
    measureSentences()
    findRepetitions()
  }

  private var lastEnd: Int {
    for index in 0..<count {
      switch words[index].stop {
      case .question, .period: return index + 1
      case .citation: return max(1, index)
      default: continue
      }
    }
    return count
  }

  /// Tells every word how far its sentence goes and how it ends.
  private func measureSentences() {
    var length: UInt8 = 0
    var stop = Stop.none
    for index in stride(from: count - 1, through: 0, by: -1) {
      let own = words[index].stop
      if own.endsSentence || own == .quotedQuestion { (length, stop) = (0, own) } else { length &+= 1 }
      words[index].toSentenceEnd = length
      words[index].sentenceStop = stop
    }
  }

  /// Finds the words whose stem was there before.
  private func findRepetitions() {
    for index in 1..<max(1, min(count, LeadingWords.knownWords)) where words[index].stem != 0 {
      for earlier in 0..<index where words[earlier].stem == words[index].stem {
        words[index].sameStem = Int8(truncatingIfNeeded: earlier)
        break
      }
    }
  }

  private mutating func settle(_ next: Script) {
    if script == .none || (script == .han && next == .kana) || (script == .latin && next != .none && count < 6) {
      script = next
    }
  }

  /// Whether word `index` is there and opens questions.
  @inline(__always)
  func asks(_ index: Int) -> Bool { index < count && words[index].asks }

  @inline(__always)
  func shape(_ index: Int) -> Shape { index < count ? words[index].shape : .end }

  /// Whether the body may start with word `index`.
  @inline(__always)
  func isCandidate(_ index: Int) -> Bool {
    if index == count { return isWhole && (count <= LeadingWords.statementWords || words[count - 1].stop == .question) }
    if isLastWordOfQuestion(index) { return false }
    return index <= LeadingWords.statementWords || words[index - 1].stop == .question
  }

  /// Whether word `index` alone stands before a question mark and does not ask alone, as `Why?` does below a statement.
  @inline(__always)
  private func isLastWordOfQuestion(_ index: Int) -> Bool {
    words[index].stop == .question && words[index].script.hasCase && (!words[index].asks || words[0].asks)
  }

  /// Looks up every known word in the lexicon.
  func look(up lexicon: Lexicon) {
    lexicon.withReader { reader in
      for index in 0..<min(count, LeadingWords.knownWords) {
        var sum = SIMD8<Int32>()
        let grams = words[index].grams
        for lane in 0..<7 where grams[lane] != 0 { reader.add(grams[lane], to: &sum) }
        words[index].roles = sum
      }
    }
  }
}
