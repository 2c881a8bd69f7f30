/// Words to be found in a text, whatever their case and their accents.
///
/// A search costs one pass over the text.
struct TextPattern: Hashable, Sendable {
  private let letters: [UInt32]
  /// Whether a match must begin where a word does.
  private let beginsWord: Bool

  /// Nil where there is nothing to look for.
  init?(_ words: String, beginsWord: Bool = false) {
    var letters = words.unicodeScalars.compactMap(LetterFolding.folded)
    while letters.last == 0x20 { letters.removeLast() }
    letters = Array(letters.drop { $0 == 0x20 })
    guard !letters.isEmpty else { return nil }
    self.letters = letters
    self.beginsWord = beginsWord
  }

  /// How many bytes of text a match can take at most, but for heaped marks.
  var reach: Int { letters.count * 6 }

  /// The first match that begins at or after an offset. Offsets are of UTF-8, and on scalar boundaries.
  func firstMatch(in text: String, from start: Int = 0) -> Range<Int>? {
    guard start <= text.utf8.count else { return nil }
    return firstMatch(in: text.slice(start..<text.utf8.count).unicodeScalars, at: start, isWordBefore: false)
  }

  /// The last match that begins before an offset.
  func lastMatch(in text: String, before end: Int) -> Range<Int>? {
    var last: Range<Int>?
    var from = 0
    while let match = firstMatch(in: text, from: from), match.lowerBound < end {
      last = match
      from = match.upperBound
    }
    return last
  }

  /// Every match in a stretch of a text; those that begin before it or end behind it are left out.
  func matches(in text: String, range: Range<Int>) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var from = range.lowerBound
    while from < range.upperBound {
      let rest = text.slice(from..<range.upperBound).unicodeScalars
      guard let match = firstMatch(in: rest, at: from, isWordBefore: false) else { break }
      matches.append(match)
      from = match.upperBound
    }
    return matches
  }

  private func firstMatch(
    in scalars: Substring.UnicodeScalarView, at start: Int, isWordBefore: Bool
  ) -> Range<Int>? {
    var iterator = scalars.makeIterator()
    var offset = start
    var isInWord = isWordBefore
    while true {
      let here = iterator
      guard let scalar = iterator.next() else { return nil }
      let width = UTF8.width(scalar)
      if let folded = LetterFolding.folded(scalar) {
        if folded == letters[0], !(beginsWord && isInWord), let length = match(from: here) {
          return offset..<offset + length
        }
        isInWord = beginsWord && Self.isWord(folded)
      }
      offset += width
    }
  }

  /// How many bytes match from here on; nil for none. Marks on the last letter belong to the match.
  private func match(from start: Substring.UnicodeScalarView.Iterator) -> Int? {
    var iterator = start
    var length = 0
    var matched = 0
    while let scalar = iterator.next() {
      let folded = LetterFolding.folded(scalar)
      if matched == letters.count {
        guard folded == nil else { break }
      } else if let folded {
        guard folded == letters[matched] else { return nil }
        matched += 1
      }
      length += UTF8.width(scalar)
    }
    return matched == letters.count ? length : nil
  }

  private static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80: false
    default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
  }
}
