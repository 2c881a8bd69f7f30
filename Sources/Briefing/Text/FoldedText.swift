/// Text without the differences that a reader looks past: case, accents, punctuation.
public enum FoldedText {
  /// The words in lower case and without accents; an apostrophe ends a word as a space does.
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isOfWord {
        append(scalar, to: &word)
      } else if !scalar.isMark || word.isEmpty {
        close()
      } else if !isAccent(scalar) {
        word.append(scalar)
      }
    }
    close()
    return words
  }

  /// The words with single spaces, cut on a scalar boundary to at most so many bytes: what headlines are sorted by.
  public static func sortKey(of text: String, bytes limit: Int) -> String {
    var key = String.UnicodeScalarView()
    var count = 0
    for scalar in words(of: String(text.unicodeScalars.prefix(limit * 4))).joined(separator: " ").unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit { break }
      key.append(scalar)
    }
    return String(key)
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      word.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
    } else if let base = base(of: scalar) {
      word.append(base)
    } else {
      word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.lazy.filter { !isAccent($0) })
    }
  }

  /// The plain letter under a Latin or Greek one with an accent, in lower case.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xC0...0x24F, 0x1E00...0x1EFF: return latinBase(of: scalar)
    case 0x386...0x3CE: return greekBases[Unicode.Scalar(scalar.properties.lowercaseMapping) ?? scalar]
    default: return nil
    }
  }

  /// Unicode names such a letter `LATIN SMALL LETTER E WITH ACUTE`.
  private static func latinBase(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let words = scalar.properties.name?.split(separator: " "), words.count > 4, words[2] == "LETTER",
      words[4] == "WITH", words[3].utf8.count == 1
    else { return nil }
    return words[3].lowercased().unicodeScalars.first
  }

  private static let greekBases: [Unicode.Scalar: Unicode.Scalar] = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω",
    "ς": "σ",
  ]

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}

extension Unicode.Scalar {
  /// A mark that belongs to the letter before it.
  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
