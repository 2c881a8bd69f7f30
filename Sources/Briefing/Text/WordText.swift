/// Text as an index of words takes it: its letters folded, with a space on both sides of whatever is a word for itself, so
/// that any two such words that stand together can be found as a phrase.
public struct WordText {
  public private(set) var text = ""
  private var places = PlaceMap()

  /// Nil where an index takes the text for the same words as it is, as most text of English letters alone.
  public init?(_ text: String) {
    guard Self.mayDiffer(text) else { return nil }
    append(text, isMapped: true)
  }

  /// The words of a text for the index.
  public static func of(_ text: String) -> String {
    guard mayDiffer(text) else { return text }
    var words = WordText()
    words.append(text, isMapped: false)
    return words.text
  }

  private init() {}

  /// Where a range of this text stands in the text that it was made of, in UTF-8: whole letters, with the marks on them.
  public func original(of range: Range<Int>) -> Range<Int> { places.original(of: range) }

  private mutating func append(_ text: String, isMapped: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var (places, before) = (PlaceMap(), LetterFolding.Letter(value: 0x20, range: 0..<0, isApart: false))
    LetterFolding.forEachLetter(of: text) { letter in
      let isSame = letter.range == before.range
      let isParted = letter.isAlone || before.isAlone || (letter.isApart || before.isApart) && !isSame
      if isParted { bytes.append(0x20) }
      let start = bytes.count
      Self.append(letter.value, to: &bytes)
      let isInStep =
        !isParted && letter.range.lowerBound == before.range.upperBound && letter.range.count == bytes.count - start
      if isMapped, !isInStep { places.record(letter.range, as: start..<bytes.count, merging: false) }
      before = letter
      return true
    }
    self.places = places
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if value < 0x80 {
      bytes.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
      bytes += encoded
    }
  }

  /// Looks at first bytes only: what is not ASCII in most English text is spaces, dashes and quotes, which part words however
  /// they are written.
  private static func mayDiffer(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        guard bytes[place] >= 0x80 else {
          place += 1
          continue
        }
        guard let width = punctuation(bytes, at: place) else { return true }
        place += width
      }
      return false
    }
  }

  /// How long a space, a dash or a quote is that begins here; nil where something else does.
  private static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let second = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch bytes[place] {
    case 0xC2: return [0xA0, 0xA1, 0xAB, 0xB7, 0xBB, 0xBF].contains(second) ? 2 : nil
    case 0xE2 where second == 0x80:
      // U+2010 to U+2027; before and behind them are joiners and what else shows nothing.
      return place + 2 < bytes.count && (0x90...0xA7).contains(bytes[place + 2]) ? 3 : nil
    default: return nil
    }
  }
}

extension LetterFolding.Letter {
  fileprivate var isAlone: Bool {
    value >= 0x80 && (Unicode.Scalar(value)?.isWordByItself ?? false)
  }

  /// Whether it is part of a word.
  var isOfWord: Bool {
    guard value >= 0x80 else { return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) }
    return Unicode.Scalar(value)?.isOfWord ?? false
  }

  /// Whether it makes a word together with such letters beside it, as an index of words sees it.
  public var joinsWord: Bool { !isApart && isOfWord && !isAlone }
}

extension Unicode.Scalar {
  /// Whether an index of words takes it for part of a word: letters, digits, marks that were not folded away, private use, and
  /// signs such as emoji.
  var isOfWord: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
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
