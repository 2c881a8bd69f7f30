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

/// Text as an index of words takes it.
public enum WordText {
  /// The text with a space on both sides of every scalar that is a word for itself, so that any two of them that stand
  /// together can be found as a phrase; nil where there is none, as in most text.
  public static func spaced(_ text: String) -> String? {
    spacing(text)?.text
  }

  /// The same, with the offsets in the spaced text at which a space was put in.
  public static func spacing(_ text: String) -> (text: String, spaces: [Int])? {
    var text = text
    guard text.withUTF8(mayHaveWordsByThemselves), text.unicodeScalars.contains(where: \.isWordByItself) else {
      return nil
    }
    var spaced = String.UnicodeScalarView()
    var spaces: [Int] = []
    var offset = 0
    func space() {
      spaces.append(offset)
      spaced.append(" ")
      offset += 1
    }
    for scalar in text.unicodeScalars {
      let isAlone = scalar.isWordByItself
      if isAlone { space() }
      spaced.append(scalar)
      offset += UTF8.width(scalar)
      if isAlone { space() }
    }
    return (String(spaced), spaces)
  }

  /// Looks at first bytes only: what is not ASCII is mostly accents (C3 to DF), dashes and quotes (E2 80 to 83).
  private static func mayHaveWordsByThemselves(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() where byte == 0xC2 || byte >= 0xE0 {
      if byte != 0xC2, byte != 0xE2 { return true }
      guard place + 1 < bytes.count else { return false }
      let second = bytes[place + 1]
      if byte == 0xE2 ? second >= 0x84 : [0xA6, 0xA9, 0xAE, 0xB0].contains(second) { return true }
    }
    return false
  }
}
