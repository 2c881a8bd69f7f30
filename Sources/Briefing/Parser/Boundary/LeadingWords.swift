/// The first words of a run, and what holds for all its candidates.
struct LeadingWords {
  /// The most words that are looked at; a statement's heading has at most `statementWords` of them.
  static var capacity: Int { 64 }
  static var statementWords: Int { 24 }
  static var knownWords: Int { 30 }

  let run: UnsafeBufferPointer<UInt8>
  let words: UnsafeMutableBufferPointer<Word>
  /// How many of `words` were read, and whether the run ends with the last of them.
  private(set) var count = 0
  private(set) var isWhole = false
  /// How many words a heading can have at most: a question ends at its mark and a sentence at its stop, and a citation
  /// belongs to the body.
  private(set) var reach = 0
  /// Whether a stem stands in it twice.
  private(set) var hasRepetitions = false
  /// The script of the run's first letters, with kana deciding for Japanese.
  private(set) var script = Script.none

  /// Reads the run into `words`, which holds `capacity` words.
  init(_ run: UnsafeBufferPointer<UInt8>, words: UnsafeMutableBufferPointer<Word>) {
    self.run = run
    self.words = words
    var scan = WordScan(run)
    while !scan.isAtEnd, count < LeadingWords.capacity, scan.position < 900 {
      words[count] = Word()
      scan.next(&words[count], grams: count < LeadingWords.knownWords)
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
  private mutating func findRepetitions() {
    // A bit for each stem that was there: most are told by it to be new.
    func bit(_ stem: UInt32) -> UInt64 { 1 << UInt64(stem & 63) }
    var seen: UInt64 = count > 0 ? bit(words[0].stem) : 0
    for index in 1..<max(1, min(count, LeadingWords.knownWords)) where words[index].stem != 0 {
      guard seen & bit(words[index].stem) != 0 else {
        seen |= bit(words[index].stem)
        continue
      }
      for earlier in 0..<index where words[earlier].stem == words[index].stem {
        words[index].sameStem = Int8(truncatingIfNeeded: earlier)
        hasRepetitions = true
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

  /// Looks up in the lexicon every known word that counts for a candidate.
  func weigh(by lexicon: Lexicon) {
    let last = lastNearCandidate
    for index in 0..<min(count, LeadingWords.knownWords) {
      if index <= last || words[index].shape == .capital || words[index - 1].shape.hasCapitals {
        look(up: index, in: lexicon)
      }
      words[index].nature = nature(of: index)
    }
    measureCapitals()
  }

  /// Looks up every such word, which has been weighed, in the rest of the story too.
  func weigh(with story: StoryEvidence) {
    let last = lastNearCandidate
    for index in 0..<min(count, LeadingWords.knownWords) where index <= last || words[index].shape == .capital {
      look(up: index, in: story)
      words[index].nature = nature(of: index)
    }
    measureCapitals()
  }

  /// The last word that a candidate asks for by its distance: the second of the last body that there can be. Of those
  /// behind it only capitals count, for how many there are in a row, and the word behind such a row.
  private var lastNearCandidate: Int {
    let isQuestion = reach > 0 && words[reach - 1].stop == .question
    return (isQuestion ? reach : min(reach, LeadingWords.statementWords)) + 1
  }

  private func look(up index: Int, in lexicon: Lexicon) {
    var sum = SIMD8<Int32>()
    let grams = words[index].grams
    if grams[0] != 0 { words[index].casing = lexicon.add(grams[0], to: &sum) }
    for lane in 1..<7 where grams[lane] != 0 { lexicon.add(grams[lane], to: &sum) }
    words[index].roles = sum
  }

  private func look(up index: Int, in story: StoryEvidence) {
    let sight = words[index].length > 0 ? story.words.sight(of: words[index].key) : []
    words[index].sight =
      sight.contains(.small)
      ? (sight.contains(.capital) ? .both : .small) : sight.contains(.capital) ? .capital : .unseen
    words[index].isPaired = index > 0 && story.words.holds(words[index - 1].key, words[index].key)
  }

  private func nature(of index: Int) -> Nature {
    switch words[index].shape {
    case .lower: return .small
    case .caps, .mixed: return .acronym
    case .capital: break
    default: return .none
    }
    switch (words[index].sight, words[index].casing) {
    case (.small, .capital), (.capital, .small): return .open
    case (.small, _): return .odd
    case (.capital, _): return .name
    case (_, .small): return .odd
    case (_, .capital): return .name
    default: return .open
    }
  }

  /// Counts odd capitals, small words and capitals in a row. A capital behind a mark is not odd.
  private func measureCapitals() {
    let known = min(count, LeadingWords.knownWords)
    for index in 0..<known {
      let isFree = index > 0 && words[index - 1].stop == .none
      let (odds, smalls, capitals) =
        index > 0 ? (words[index - 1].odds, words[index - 1].smalls, words[index - 1].capitalsUpTo) : (0, 0, 0)
      words[index].odds = odds + (isFree && words[index].nature == .odd ? 1 : 0)
      words[index].smalls = smalls + (index > 0 && words[index].nature == .small && words[index].length > 3 ? 1 : 0)
      let isCapital = words[index].nature.rawValue >= Nature.odd.rawValue
      words[index].capitalsUpTo = isCapital ? 1 + (isFree ? capitals : 0) : 0
    }
    for index in stride(from: known - 1, through: 0, by: -1) where words[index].capitalsUpTo > 0 {
      let isLast = index + 1 >= known || words[index].stop != .none
      words[index].capitalsFrom = 1 + (isLast ? 0 : words[index + 1].capitalsFrom)
    }
  }
}
