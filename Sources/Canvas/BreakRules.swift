/// Where a line may end, told from the glyphs before a place and the one after it.
///
/// What two neighbours do not decide alone is decided here: numbers, hyphens and dashes, marks that are set off by a space,
/// flags, the syllables of scripts that set no spaces, and addresses.
struct BreakRules {
  /// How good a place is: between words, or between syllables and the like.
  enum Strength {
    case word, syllable
  }

  /// How much of a number stands before the place (LB25).
  private enum Number {
    case none, digits, closed
  }

  private var last: Breaking?
  /// The one before the last; a space where they are apart.
  private var lastButOne: Breaking?
  private var number = Number.none
  /// Whether the last glyph is a sign that belongs to the number before it, over a space or not.
  private var isSignOfNumber = false
  /// Whether the last glyph holds the next one in the same syllable or picture.
  private var isBinding = false
  private var isHalfFlag = false
  private var syllables = SyllableRules()
  private var address = AddressBreaks()
  private let columns: Int

  /// `columns` is how many a whole line has.
  init(columns: Int) {
    self.columns = columns
  }

  /// Moves on by a glyph that is no space. `scanner` stands after it.
  @inline(__always)
  mutating func note(_ span: GlyphScanner.Span, afterSpace: Bool, in scanner: GlyphScanner) {
    guard span.breaking == .letter || span.breaking == .ideograph else {
      return noteOther(span, afterSpace: afterSpace, in: scanner)
    }
    // The most of prose, of which nothing is to be kept but what it is.
    if syllables.isUnderWay { syllables = SyllableRules() }
    (number, isSignOfNumber, isHalfFlag, isBinding) = (.none, false, false, span.isBinding)
    lastButOne = afterSpace ? .space : last
    last = span.breaking
  }

  private mutating func noteOther(_ span: GlyphScanner.Span, afterSpace: Bool, in scanner: GlyphScanner) {
    var breaking = span.breaking
    if breaking == .combining {
      if last != nil, last != .zeroWidthSpace, !afterSpace {
        isBinding = span.isBinding
        return
      }  // LB9
      breaking = .letter  // LB10
    }
    syllables.note(span, afterSpace: afterSpace, in: scanner)
    if breaking == .infix { address.look(at: span, in: scanner, columns: columns) }
    isHalfFlag = breaking == .regional && !(isHalfFlag && !afterSpace)
    isSignOfNumber =
      (breaking == .postfix || breaking == .prefix) && (number != .none || (last == .digit && afterSpace))
    number = Self.number(after: breaking, number: afterSpace ? .none : number)
    isBinding = span.isBinding
    lastButOne = afterSpace ? .space : last
    last = breaking
  }

  private static func number(after breaking: Breaking, number: Number) -> Number {
    switch breaking {
    case .digit: .digits
    case .infix, .slash: number == .digits ? .digits : .none
    case .closing, .parenthesis: number == .digits ? .closed : .none
    default: .none
    }
  }

  /// How well a line may end before a glyph, at the spaces between if there are any; nil if it may not.
  ///
  /// `scanner` stands after the glyph.
  @inline(__always)
  func strength(before next: GlyphScanner.Span, afterSpace: Bool, in scanner: GlyphScanner) -> Strength? {
    if afterSpace {
      if next.breaking == .letter, last == .letter || last == .infix { return .word }
    } else if next.breaking == .letter {
      if last == .letter, !address.contains(next.range.lowerBound) { return nil }
    } else if next.breaking == .ideograph, last == .ideograph, !isBinding {
      return .word
    }
    return strengthAmongOthers(before: next, afterSpace: afterSpace, in: scanner)
  }

  private func strengthAmongOthers(
    before next: GlyphScanner.Span, afterSpace: Bool, in scanner: GlyphScanner
  ) -> Strength? {
    guard let last else { return nil }
    if afterSpace { return mayBreakAtSpace(behind: last, before: next, in: scanner) ? .word : nil }
    if isBinding { return nil }
    if address.contains(next.range.lowerBound) { return address.strength(before: next, in: scanner) }
    switch (last, next.breaking) {
    case (.hyphen, _), (.dash, _): return mayBreakBehindDash(last, before: next.breaking) ? .word : nil
    case (_, .prefix) where number != .none, (_, .postfix) where number != .none: return nil
    case (.slash, .digit) where number == .digits: return nil
    case (.slash, _) where opensWord || lastButOne == .slash: return nil
    case (.prefix, .opening), (.postfix, .opening): return scanner.peek() == .digit ? nil : .word
    case (.breakAfter, _) where lastButOne == .hebrew: return nil  // LB21a
    case (.regional, .regional): return isHalfFlag ? nil : .word  // LB30a
    case (_, .openingQuote) where BreakPairs.mayBreak(last, .openingQuote): return opensQuote(scanner) ? .word : nil
    default: break
    }
    if last.isSyllabic || next.breaking.isSyllabic, let verdict = syllables.verdict(last, before: next, in: scanner) {
      return verdict ? .syllable : nil
    }
    return BreakPairs.mayBreak(last, next.breaking) ? .word : nil
  }

  /// Not inside French quotes, not before a mark set off by a space, not between a number and its sign.
  private func mayBreakAtSpace(
    behind last: Breaking, before next: GlyphScanner.Span, in scanner: GlyphScanner
  ) -> Bool {
    if last == .zeroWidthSpace { return next.breaking != .zeroWidthSpace }  // LB7, LB8
    switch next.breaking {
    case .infix, .slash:
      // `.NET` and `/etc` begin a word.
      return !isSetOff(scanner)
    case .closingQuote, .inseparable, .dash:
      if isSetOff(scanner) { return false }
    case .prefix, .postfix:
      if last == .digit, scanner.peek() != .digit { return false }
    case .digit:
      if last == .prefix, !isSignOfNumber, opensWord { return false }
    default: break
    }
    if last == .openingQuote, opensWord || lastButOne == .opening { return false }
    return BreakPairs.mayBreakAtSpaces(last, next.breaking)
  }

  /// Whether the last glyph opens a word or a line.
  private var opensWord: Bool { lastButOne == nil || lastButOne == .space }

  /// Whether the glyph before the scanner's place stands alone: before a space, an end or marks that close.
  private func isSetOff(_ scanner: GlyphScanner) -> Bool {
    guard let next = scanner.peek() else { return true }
    return next == .space || next == .newline || next.isClosing || next == .inseparable || next == .dash
  }

  /// Whether a mark that may open a quote does, and does not close one as in German.
  private func opensQuote(_ scanner: GlyphScanner) -> Bool { !isSetOff(scanner) }

  /// After the hyphen of a compound and a dash between words; not after one that opens a word (an option, a sign, the
  /// dash of a speaker), and not in a range of numbers.
  private func mayBreakBehindDash(_ last: Breaking, before next: Breaking) -> Bool {
    switch lastButOne {
    case nil, .space, .hyphen, .opening, .wideOpening, .glue, .openingQuote, .hebrew: return false
    case .digit where last == .dash && next == .digit: return false
    default: break
    }
    if last == .hyphen { return next != .digit && BreakPairs.mayBreak(.hyphen, next) }
    return BreakPairs.mayBreak(.dash, next)
  }
}
