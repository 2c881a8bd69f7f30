/// Where a syllable begins in a script that sets no spaces: Thai, Lao, Khmer, Burmese.
///
/// Words cannot be told apart without a dictionary, syllables nearly: one begins at a vowel that is written first, and at a
/// consonant that carries a vowel, once the syllable before has its own. A consonant alone is as likely the end of the
/// syllable before, and never begins a line. Misses places, and is rarely wrong about one.
struct SyllableRules {
  private var hasVowel = false
  /// Consonants without a mark that came since the syllable began.
  private var bare = 0
  /// The last glyph, where it is a consonant without a mark.
  private var lastBare: UInt32?
  /// Whether the last glyph is a vowel written first, and whether the last is the consonant right behind one.
  private var awaitsOnset = false
  private var isOnset = false
  /// Whether nothing can be added to the syllable: it has its last consonant, or a vowel that takes none.
  private var isClosed = false

  /// Whether letters of such a script stand before the place.
  var isUnderWay: Bool { hasVowel || bare > 0 || awaitsOnset }

  /// Moves on by a glyph that is no space. `scanner` stands after it.
  mutating func note(_ span: GlyphScanner.Span, afterSpace: Bool, in scanner: GlyphScanner) {
    guard span.breaking.isSyllabic else {
      if isUnderWay { self = SyllableRules() }
      return
    }
    if afterSpace || begins(with: span, in: scanner) { self = SyllableRules() }
    let scalar = scanner.scalar(at: span.range.lowerBound).value
    let isBare = span.breaking == .syllable && !span.hasMarks
    isOnset = awaitsOnset && span.breaking == .syllable
    isClosed = isBare && hasVowel && !isOnset || Self.isClosing(scalar)
    awaitsOnset = span.breaking == .syllableStart
    lastBare = isBare ? scalar : nil
    if isBare { bare += 1 } else { hasVowel = true }
  }

  /// Whether a line may end before a glyph; nil where that is not for syllables to say. `scanner` stands after the glyph.
  func verdict(_ last: Breaking, before next: GlyphScanner.Span, in scanner: GlyphScanner) -> Bool? {
    if last.isSyllabic && next.breaking.isSyllabic { return begins(with: next, in: scanner) }
    // Where another script begins, a word does.
    if last.isSyllabic { return next.breaking.isAlphabetic ? last != .syllableStart : nil }
    return last.isAlphabetic ? next.breaking != .syllableEnd : nil
  }

  private func begins(with next: GlyphScanner.Span, in scanner: GlyphScanner) -> Bool {
    guard !awaitsOnset, !next.isFinal else { return false }
    switch next.breaking {
    case .syllableStart: return hasVowel || bare > 0
    case .syllable:
      guard hasVowel || bare > 1, !isOnset else { return false }
      let scalar = scanner.scalar(at: next.range.lowerBound).value
      if next.hasMarks || scanner.peek() == .syllableEnd { return !isCluster(lastBare, scalar) }
      return isClosed && opensCluster(scalar, scanner)
    default: return false
    }
  }

  /// Vowels that take no consonant behind them: the short and the nasal `a` of Thai and Lao.
  private static func isClosing(_ vowel: UInt32) -> Bool {
    vowel == 0x0E30 || vowel == 0x0E33 || vowel == 0x0EB0 || vowel == 0x0EB3
  }

  /// Whether a consonant and the next one, which carries a vowel, begin a syllable together.
  private func opensCluster(_ first: UInt32, _ scanner: GlyphScanner) -> Bool {
    var ahead = scanner
    guard let second = ahead.next(), second.breaking == .syllable, !second.isFinal,
      isCluster(first, scanner.scalar(at: second.range.lowerBound).value)
    else { return false }
    return second.hasMarks || ahead.peek() == .syllableEnd
  }

  /// Consonants that Thai sets together at the start of a syllable, as in `กลับ` and `ประ`.
  private func isCluster(_ first: UInt32?, _ second: UInt32) -> Bool {
    switch (first, second) {
    case (0x0E01, 0x0E23), (0x0E01, 0x0E25), (0x0E01, 0x0E27), (0x0E02, 0x0E23), (0x0E02, 0x0E25), (0x0E02, 0x0E27),
      (0x0E04, 0x0E23), (0x0E04, 0x0E25), (0x0E04, 0x0E27), (0x0E15, 0x0E23), (0x0E17, 0x0E23), (0x0E1B, 0x0E23),
      (0x0E1B, 0x0E25), (0x0E1C, 0x0E25), (0x0E1E, 0x0E23), (0x0E1E, 0x0E25), (0x0E2A, 0x0E23):
      true
    // The silent ho that raises a tone.
    case (0x0E2B, 0x0E07), (0x0E2B, 0x0E19), (0x0E2B, 0x0E21), (0x0E2B, 0x0E22), (0x0E2B, 0x0E23), (0x0E2B, 0x0E25),
      (0x0E2B, 0x0E27):
      true
    default: false
    }
  }
}
