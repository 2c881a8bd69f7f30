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
      if scalar.isOfWord || scalar.isMark && !word.isEmpty {
        if let letter = LetterFolding.folded(scalar).flatMap(Unicode.Scalar.init) { word.append(letter) }
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
  /// A mark that belongs to the letter before it.
  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
