/// Which two glyphs a line may end between, by their classes alone.
///
/// The rules of UAX #14 (Unicode 15.0) in their order, each with its number. Where prose is better served by another rule,
/// `docs/decisions/0012-lines-break-for-prose.md` says why, and the rule here says that it is ours.
enum BreakPairs {
  private static let count = Breaking.allCases.count

  /// For each pair: 1 if a line may end between them, 2 if it may end at spaces between them.
  private static let verdicts: [UInt8] = Breaking.allCases.flatMap { before in
    Breaking.allCases.map { after in
      (allows(before, after) ? 1 : 0) | (allowsAtSpaces(before, after) ? 2 : 0)
    }
  }

  /// Whether a line may end between two glyphs with no space between them.
  @inline(__always)
  static func mayBreak(_ before: Breaking, _ after: Breaking) -> Bool {
    verdicts[Int(before.rawValue) * count + Int(after.rawValue)] & 1 != 0
  }

  /// Whether a line may end at the spaces between two glyphs.
  @inline(__always)
  static func mayBreakAtSpaces(_ before: Breaking, _ after: Breaking) -> Bool {
    verdicts[Int(before.rawValue) * count + Int(after.rawValue)] & 2 != 0
  }

  // MARK: The rules

  /// LB7 to LB31, without spaces between. Of letters that set no spaces only what they have in common with other letters.
  private static func allows(_ before: Breaking, _ after: Breaking) -> Bool {
    let (before, after) = (plain(before), plain(after))
    if after == .space || after == .zeroWidthSpace { return false }  // LB7
    if before == .zeroWidthSpace { return true }  // LB8
    if after == .combining { return false }  // LB9
    if before == .wordJoiner || after == .wordJoiner { return false }  // LB11
    if before == .glue { return false }  // LB12
    if after == .glue { return before == .breakAfter || before == .hyphen }  // LB12a
    if closesOrPoints(after) { return false }  // LB13
    if before == .opening || before == .wideOpening { return false }  // LB14
    if let verdict = aroundQuotes(before, after) { return verdict }  // LB19
    if before == .object || after == .object { return true }  // LB20
    if after == .dash { return false }  // Ours: no line begins with a dash.
    if [.breakAfter, .hyphen, .nonstarter].contains(after) || before == .breakBefore { return false }  // LB21
    if before == .slash && after == .hebrew { return false }  // LB21b
    if after == .inseparable { return false }  // LB22
    return allowsAmongWords(before, after)
  }

  /// LB23 to LB31.
  private static func allowsAmongWords(_ before: Breaking, _ after: Breaking) -> Bool {
    let signs: Set<Breaking> = [.prefix, .postfix]
    if before.isAlphabetic && after == .digit || before == .digit && after.isAlphabetic { return false }  // LB23
    if before == .prefix && after == .ideograph || before == .ideograph && after == .postfix { return false }  // LB23a
    if signs.contains(before) && after.isAlphabetic { return false }  // LB24
    if before.isAlphabetic && signs.contains(after) { return false }  // LB24
    if before == .digit && (after == .digit || signs.contains(after)) { return false }  // LB25
    if after == .digit && (signs.contains(before) || before == .hyphen || before == .infix) { return false }  // LB25
    if before == .digit && after == .ideograph { return false }  // Ours: a number stays with its counter.
    if signs.contains(before) && signs.contains(after) { return false }  // Ours: `C++` and `+/-` are words.
    if before.isAlphabetic && after.isAlphabetic { return false }  // LB28; LB26 and 27 in ours: Korean sets spaces.
    if before == .infix && after.isAlphabetic { return false }  // LB29
    if after == .opening && (before.isAlphabetic || before == .digit) { return false }  // LB30
    if before == .parenthesis && (after.isAlphabetic || after == .digit) { return false }  // LB30
    return true  // LB31
  }

  /// LB11 to LB18, with spaces between.
  private static func allowsAtSpaces(_ before: Breaking, _ after: Breaking) -> Bool {
    if after == .zeroWidthSpace { return false }  // LB7
    if before == .zeroWidthSpace { return true }  // LB8
    if after == .wordJoiner || closesOrPoints(after) { return false }  // LB11, LB13
    if before == .opening || before == .wideOpening { return false }  // LB14
    if after == .nonstarter, [.closing, .parenthesis, .wideClosing].contains(before) { return false }  // LB16
    return !(before == .dash && after == .dash)  // LB17, LB18
  }

  private static func closesOrPoints(_ breaking: Breaking) -> Bool {
    breaking == .slash || breaking.isClosing && breaking != .closingQuote
  }

  /// LB19, but for quotes beside ideographs, which take no space: there a line may end before or after all that is quoted.
  private static func aroundQuotes(_ before: Breaking, _ after: Breaking) -> Bool? {
    if after == .openingQuote { return before == .ideograph || before == .wideClosing || before == .nonstarter }
    if before == .closingQuote { return after == .ideograph || after == .wideOpening }
    let quotes: Set<Breaking> = [.quote, .openingQuote, .closingQuote]
    return quotes.contains(before) || quotes.contains(after) ? false : nil
  }

  /// LB1: letters that set no spaces are letters to all others.
  private static func plain(_ breaking: Breaking) -> Breaking {
    breaking.isSyllabic ? .letter : breaking
  }
}
