/// Text without the differences that a reader looks past: case, accents, punctuation.
public enum FoldedText {
  /// The words in lower case and without accents; an apostrophe ends a word as a space does.
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    // One room for all of them: a word of its own for each letter would cost more than all the rest.
    var word: [UInt8] = []
    var last: UInt32 = 0
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      last = 0
    }
    for scalar in text.unicodeScalars {
      if scalar.isOfWord || scalar.isMark && !word.isEmpty {
        guard let letter = LetterFolding.folded(scalar, behind: last).flatMap(Unicode.Scalar.init) else { continue }
        word += letter.utf8
        last = letter.value
      } else {
        close()
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
}

extension Unicode.Scalar {
  fileprivate var utf8: some Sequence<UInt8> { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }

  /// A mark that belongs to the letter before it.
  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
