/// Walks over the first words of a run.
///
/// A word is what stands between spaces, except that a lone closing mark belongs to the word before it (French sets a
/// space there) and that a full-width or Arabic question mark ends a word even without a space.
struct WordScan {
  let run: UnsafeBufferPointer<UInt8>
  var index = 0
  private var quotes = 0
  private var straightQuote = false
  private var parens = 0
  private var inverted = false

  init(_ run: UnsafeBufferPointer<UInt8>) {
    self.run = run
    skipSpaces()
  }

  /// Whether the run has no more words.
  var isAtEnd: Bool { index >= run.count }
  /// Where the scan stands.
  var position: Int { index }

  /// Reads the next word into one that is as new. The scan must not be at its end.
  mutating func next(_ word: inout Word, grams: Bool) {
    word.start = Int32(truncatingIfNeeded: index)
    if takePlain(&word, grams: grams) { return }
    var letters = Letters()
    while index < run.count {
      if Letters.isPlain(run[index]) {
        index = letters.append(plainOf: run, from: index)
        continue
      }
      let scalar = Scalar(run, index)
      if scalar.isSpace { break }
      index += scalar.length
      if letters.append(scalar.value) { continue }
      mark(scalar.value, &letters)
      if endsWordAlone(scalar.value, in: letters) {
        readClosers(&letters)
        break
      }
    }
    word.end = Int32(truncatingIfNeeded: index)
    skipSpaces()
    readLoneMark(&word, &letters)
    finish(&word, letters, grams: grams)
  }

  private mutating func skipSpaces() {
    while index < run.count {
      let scalar = Scalar(run, index)
      guard scalar.isSpace else { return }
      index += scalar.length
    }
  }

  @inline(__always)
  private func endsWordAlone(_ value: UInt32, in letters: Letters) -> Bool {
    value == 0xFF1F || value == 0x61F || (value == 0x3F && letters.isDense)
  }

  /// Takes closing quotes and parentheses that stand right behind a question mark.
  private mutating func readClosers(_ letters: inout Letters) {
    while index < run.count {
      let scalar = Scalar(run, index)
      guard Punctuation.isCloser(scalar.value) || Punctuation.isQuestion(scalar.value) || scalar.value == 0xFF01 else {
        return
      }
      index += scalar.length
      _ = letters.append(scalar.value)
      mark(scalar.value, &letters)
    }
  }

  /// Joins a lone `?`, `!`, `:`, `»` to the word before it.
  private mutating func readLoneMark(_ word: inout Word, _ letters: inout Letters) {
    var ahead = index
    while ahead < run.count {
      let scalar = Scalar(run, ahead)
      guard !scalar.isSpace else { break }
      guard Punctuation.standsAlone(scalar.value) else { return }
      ahead += scalar.length
    }
    guard ahead > index else { return }
    while index < ahead {
      let scalar = Scalar(run, index)
      _ = letters.append(scalar.value)
      mark(scalar.value, &letters)
      index += scalar.length
    }
    word.end = Int32(truncatingIfNeeded: index)
    skipSpaces()
    readLoneMark(&word, &letters)
  }

  /// Keeps count of what is open, and of the mark the word would end in if it ended here.
  private mutating func mark(_ value: UInt32, _ letters: inout Letters) {
    switch value {
    case 0x22: straightMark(&letters)
    case 0x28, 0xFF08, 0x5B: parens += 1
    case 0x29, 0xFF09, 0x5D:
      parens = max(0, parens - 1)
      letters.closeParen()
    case 0xBF: inverted = true
    case 0x2018, 0x201A, 0x201E, 0x300C, 0x300E, 0x300A, 0x3008, 0xAB, 0xBB, 0x201C, 0x201D, 0x300D, 0x300F, 0x300B,
      0x3009:
      quoteMark(value, &letters)
    case 0x3F, 0xFF1F, 0x61F, 0x37E, 0x1367, 0x2E2E: question(&letters)
    // Greek writes its question mark as a semicolon more often than as the character made for it.
    case 0x3B where letters.isGreek: question(&letters)
    case 0x3B: letters.stop = .semicolon
    default: letters.append(stop: value)
    }
  }

  private mutating func straightMark(_ letters: inout Letters) {
    straightQuote.toggle()
    if !straightQuote { letters.closeQuote() }
  }

  private mutating func quoteMark(_ value: UInt32, _ letters: inout Letters) {
    switch value {
    case 0x201E, 0x201A, 0x300C, 0x300E, 0x300A, 0x3008: quotes += 1
    case 0x2018: if letters.count == 0 { quotes += 1 }
    case 0x300D, 0x300F, 0x300B, 0x3009: closeQuote(&letters)
    default:
      // German closes with what English opens with: a mark before the word opens, one behind it closes.
      if letters.count == 0 || (value == 0x201C && letters.isDense) || (value == 0xAB && quotes == 0) {
        quotes += 1
      } else {
        closeQuote(&letters)
      }
    }
  }

  private mutating func closeQuote(_ letters: inout Letters) {
    quotes = max(0, quotes - 1)
    letters.closeQuote()
  }

  private mutating func question(_ letters: inout Letters) {
    let quoted = quotes > 0 || straightQuote || parens > 0
    if quoted { letters.stop = .quotedQuestion } else { letters.stop = .question }
    if !quoted { inverted = false }
  }

  /// What is open where the scan stands.
  var open: Open { quotes > 0 || straightQuote ? .quote : parens > 0 ? .paren : inverted ? .inverted : .nothing }

  private func finish(_ word: inout Word, _ letters: Letters, grams: Bool) {
    word.next = Int32(truncatingIfNeeded: index)
    word.shape = letters.shape
    word.stop = letters.finalStop
    word.length = UInt8(min(letters.count, 255))
    word.script = letters.script
    word.key = letters.key
    word.stem = letters.count >= 4 ? letters.stem : 0
    word.open = open
    word.asks = letters.count > 0 && Interrogatives.contains(Hash.seal(letters.key, .word))
    if grams { word.grams = letters.grams }
  }
}

/// Which marks are which.
enum Punctuation {
  static func isQuestion(_ value: UInt32) -> Bool {
    value == 0x3F || value == 0xFF1F || value == 0x61F || value == 0x37E || value == 0x1367
  }

  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x29, 0x5D, 0xFF09, 0xBB, 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0x3009, 0x201C: true
    default: false
    }
  }

  /// Marks that French and others set apart from the word they end.
  static func standsAlone(_ value: UInt32) -> Bool {
    isQuestion(value) || value == 0x21 || value == 0x3A || value == 0x3B || value == 0xBB || value == 0x2026
      || value == 0xFF01 || value == 0xA0 || value == 0x202F
  }
}
