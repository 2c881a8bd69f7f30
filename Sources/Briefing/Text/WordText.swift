/// Text as an index of words takes it.
///
/// A space stands on both sides of every scalar that is a word for itself, so that any two of them that stand together can
/// be found as a phrase. Marks are left away, whichever letter they stand on: an index would take most of them for the end
/// of a word, and a word could be hidden by one.
public struct WordText {
  public private(set) var text = ""
  /// Where the text became longer or shorter: an offset into it, and by how much, with all that was before.
  private var shifts: [(place: Int, by: Int)] = []

  /// Nil where the text is taken as it is, as most text is.
  public init?(_ text: String) {
    var text = text
    guard text.withUTF8(Self.mayDiffer), text.unicodeScalars.contains(where: { $0.isWordByItself || $0.isMarkOnLetter })
    else { return nil }
    var scalars = String.UnicodeScalarView()
    var (offset, shift) = (0, 0)
    func space() {
      shift += 1
      shifts.append((offset, shift))
      scalars.append(" ")
      offset += 1
    }
    for scalar in text.unicodeScalars {
      if scalar.isMarkOnLetter {
        shift -= UTF8.width(scalar)
        // What ends here ends behind the mark.
        shifts.append((offset - 1, shift))
        continue
      }
      let isAlone = scalar.isWordByItself
      if isAlone { space() }
      scalars.append(scalar)
      offset += UTF8.width(scalar)
      if isAlone { space() }
    }
    self.text = String(scalars)
  }

  /// The words of a text for the index.
  public static func of(_ text: String) -> String {
    WordText(text)?.text ?? text
  }

  /// An offset into this text as one into the text that it was made of.
  public func original(of offset: Int) -> Int {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].place < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? offset - shifts[low - 1].by : offset
  }

  /// Looks at first bytes only: what is not ASCII is mostly letters with accents (C3 to CB, CE to D5), dashes and quotes
  /// (E2 80 to 83).
  private static func mayDiffer(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() where byte >= 0xC2 {
      let second = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch byte {
      case 0xC2: if [0xA6, 0xA9, 0xAE, 0xB0].contains(second) { return true }
      case 0xCC, 0xD6...0xE1, 0xE3...: return true
      case 0xCD: if second < 0xB0 { return true }
      case 0xD2: if (0x83...0x89).contains(second) { return true }
      // From U+20D0 on: marks, and signs that are words.
      case 0xE2:
        if second > 0x83 || second == 0x83 && place + 2 < bytes.count && bytes[place + 2] >= 0x90 { return true }
      default: break
      }
    }
    return false
  }
}

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
