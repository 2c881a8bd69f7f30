/// Where a line may end, told from the glyphs before a place and the one after it.
struct BreakRules {
  /// How good a place is: between words, or between syllables of a script that sets no spaces.
  enum Strength {
    case word, syllable
  }

  private var last: ScalarTable.Breaking?
  private var lastButOne: ScalarTable.Breaking?
  private var isStacked = false
  private var opensAfterSpace = false

  /// Moves on by a glyph that is no space.
  mutating func note(_ span: GlyphScanner.Span, afterSpace: Bool) {
    lastButOne = afterSpace ? .space : last
    last = span.breaking
    isStacked = span.endsInStacker
    opensAfterSpace = span.breaking == .opening && (lastButOne == nil || afterSpace)
  }

  /// Whether a line may end at the spaces before a glyph: not inside French quotes, not before a mark set off by a space.
  ///
  /// `scanner` stands after the glyph.
  func allowsBreakAtSpace(before next: GlyphScanner.Span, in scanner: GlyphScanner) -> Bool {
    if opensAfterSpace { return false }
    guard next.breaking == .closing || next.breaking == .wideClosing else { return true }
    var ahead = scanner
    switch ahead.next()?.breaking {
    case nil, .space, .newline, .closing, .wideClosing: return false
    default: return true
    }
  }

  /// How well a line may end right before a glyph, with no space between; nil if it may not.
  func strength(before next: GlyphScanner.Span) -> Strength? {
    guard let last, !isStacked else { return nil }
    switch (last, next.breaking) {
    case (.letter, .letter): return nil
    case (.glue, _), (.opening, _), (.wideOpening, _), (.syllableStart, _): return nil
    case (_, .glue), (_, .closing), (_, .wideClosing), (_, .syllableEnd): return nil
    case (_, .hyphen), (_, .breakAfter), (_, .slash): return nil
    case (.digit, .ideograph): return nil
    case (.breakAfter, _): return .word
    case (.hyphen, _): return allowsBreakAfterHyphen(before: next.breaking) ? .word : nil
    case (.slash, _): return allowsBreakAfterSlash(before: next.breaking) ? .word : nil
    case (.ideograph, _), (.wideClosing, _), (_, .ideograph), (_, .wideOpening): return .word
    case (.syllable, _), (.syllableEnd, _), (_, .syllable), (_, .syllableStart): return .syllable
    default: return nil
    }
  }

  /// After the hyphen of a compound, not that of an option, a range or a negative number.
  private func allowsBreakAfterHyphen(before next: ScalarTable.Breaking) -> Bool {
    switch lastButOne {
    case nil, .space, .hyphen, .opening, .wideOpening: false
    default: next != .digit
    }
  }

  /// After the slashes of an address's path, not those of its scheme or of a fraction.
  private func allowsBreakAfterSlash(before next: ScalarTable.Breaking) -> Bool {
    switch lastButOne {
    case nil, .space, .slash: false
    case .digit: next != .digit
    default: true
    }
  }
}
