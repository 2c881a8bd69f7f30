/// How lines break around a scalar: the classes of UAX #14, those that prose cannot tell apart taken together.
///
/// A raw value is what `Tools/generate-scalar-table.py` writes. The class of the standard stands behind each.
enum Breaking: UInt8, CaseIterable {
  /// AL, and what is resolved to it: AI, SG, XX.
  case letter
  /// HL.
  case hebrew
  /// SP, and the other spaces that a line may end at.
  case space
  /// LF. The other controls never come here.
  case newline
  /// ZW.
  case zeroWidthSpace
  /// GL: no-break spaces and what else holds its neighbours together.
  case glue
  /// WJ.
  case wordJoiner
  /// OP, narrow and wide.
  case opening, wideOpening
  /// CL, narrow; CP; CL, wide.
  case closing, parenthesis, wideClosing
  /// EX: `!` and `?`.
  case exclamation
  /// IS: comma, full stop, colon, semicolon.
  case infix
  /// SY.
  case slash
  /// IN: ellipses.
  case inseparable
  /// NS and CJ: small kana, the marks of iteration and of length.
  case nonstarter
  /// QU: `"` and `'`; those that Unicode calls initial; those it calls final.
  case quote, openingQuote, closingQuote
  /// NU.
  case digit
  /// PR and PO: signs before and behind a number.
  case prefix, postfix
  /// HY, and the hyphens of BA.
  case hyphen
  /// B2, and the dashes of BA and AL.
  case dash
  /// BA; BB.
  case breakAfter, breakBefore
  /// ID, EB, EM.
  case ideograph
  /// H2, H3, JL, JV, JT.
  case hangul
  /// RI: half a flag.
  case regional
  /// CB.
  case object
  /// CM and ZWJ.
  case combining
  /// SA: a letter of the scripts that set no spaces between words (Thai, Lao, Khmer, Burmese), what ends a syllable of
  /// theirs, and what starts one.
  case syllable, syllableEnd, syllableStart

  /// Letters of any script that sets spaces, and Korean, which does too.
  var isAlphabetic: Bool { self == .letter || self == .hebrew || self == .hangul }

  var isSyllabic: Bool { self == .syllable || self == .syllableEnd || self == .syllableStart }

  /// Brackets and marks that close, and stand where no space follows what they close.
  var isClosing: Bool {
    switch self {
    case .closing, .parenthesis, .wideClosing, .exclamation, .infix, .closingQuote: true
    default: false
    }
  }
}
