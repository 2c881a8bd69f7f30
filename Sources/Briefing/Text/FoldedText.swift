/// Text without the differences that a reader looks past: case, accents, punctuation.
public enum FoldedText {
  /// The words in lower case and without accents; an apostrophe ends a word as a space does.
  public static func words(of text: String) -> [String] {
    var copy = text
    return copy.withUTF8(plainWords) ?? foldedWords(of: text)
  }

  /// The words of a text that is all ASCII, as most headings are, in which no letter has to be taken apart; nil for another.
  private static func plainWords(of text: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    var words: [String] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].isLetter || text[end].isDigit { end += 1 }
      if end > start { words.append(lowercased(text[start..<end])) }
      start = end + 1
    }
    return words
  }

  private static func lowercased(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(unsafeUninitializedCapacity: word.count) { buffer in
      for (offset, byte) in word.enumerated() { buffer[offset] = byte.lowercased }
      return word.count
    }
  }

  private static func foldedWords(of text: String) -> [String] {
    var words: [String] = []
    // One room for all of them: a word of its own for each letter would cost more than all the rest.
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    LetterFolding.forEachLetter(of: text) { letter in
      guard letter.isOfWord else {
        close()
        return true
      }
      if letter.value < 0x80 {
        word.append(UInt8(letter.value))
      } else if let encoded = Unicode.Scalar(letter.value).flatMap({ UTF8.encode($0) }) {
        word += encoded
      }
      return true
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
