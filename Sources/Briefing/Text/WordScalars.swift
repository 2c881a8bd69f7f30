extension Unicode.Scalar {
  /// Whether an index of words takes it for part of a word: letters, digits, private use, and signs such as emoji.
  var isOfWord: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    case .decimalNumber, .letterNumber, .otherNumber, .privateUse, .otherSymbol: return true
    default: return false
    }
  }

  /// Whether it is a word for itself: scripts that set no spaces (or, as Korean, grow their words at the end), and emoji.
  var isWordByItself: Bool {
    switch value {
    case ..<0x0E00: value == 0xA6 || value == 0xA9 || value == 0xAE || value == 0xB0
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: true
    case 0x2000...0x20FF: false
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x30FF, 0x3100...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC: true
    case 0x1B000...0x1B16F, 0x20000...0x3FFFF: true
    default: properties.generalCategory == .otherSymbol
    }
  }
}

extension Unicode.Scalar {
  /// A mark on the letter before it; nothing that takes a place of its own.
  var isMarkOnLetter: Bool {
    guard value >= 0x300 else { return false }
    switch ScalarKind.of(value, basicPlane: ScalarKind.basicPlane) {
    case .mark, .joiningMark, .selector, .sign: return true
    default: return false
    }
  }
}
