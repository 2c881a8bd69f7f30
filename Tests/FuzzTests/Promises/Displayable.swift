/// What may be shown, judged by the standard library's properties and not by the tables of the gate, which it checks.
enum Displayable {
  /// Signs that are shown though they count as formatting: they stand before or around the digits of their scripts.
  private static let shownFormats: [ClosedRange<UInt32>] = [
    0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD, 0x110CD...0x110CD,
  ]

  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return false
    case .spaceSeparator: return scalar == "\u{3000}" || isNoBreak(scalar)
    case .format: return isJoiner(scalar) || shownFormats.contains { $0.contains(scalar.value) }
    default: return !scalar.properties.isDefaultIgnorableCodePoint || isSelector(scalar)
    }
  }

  /// A space that holds two words together, which only the words of a story keep.
  static func isNoBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2007}"
  }

  static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

  /// U+FE0E and U+FE0F for emoji, and those of Mongolian letters.
  static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0E}" || scalar == "\u{FE0F}" || (0x180B...0x180F).contains(scalar.value)
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// In one sentence what of a text may not be shown, or that more marks stand on one base than may; nil if all is well.
  static func flaw(in text: String) -> String? {
    var marks = 0
    for scalar in text.unicodeScalars {
      guard isAllowed(scalar) else { return "U+\(String(scalar.value, radix: 16)) may not be shown" }
      if isMark(scalar), !isSelector(scalar) {
        marks += 1
        if marks > 8 { return "more than eight marks stand on one base" }
      } else if !isJoiner(scalar), !isSelector(scalar) {
        marks = 0
      }
    }
    return nil
  }
}
