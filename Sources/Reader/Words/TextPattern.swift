import Briefing

/// Words to be found in a text, whatever their case and their accents.
///
/// A search costs one pass over the text.
struct TextPattern: Hashable, Sendable {
  private let letters: [UInt32]
  private let edges: Edges

  /// Where a match may begin and end.
  enum Edges: Hashable, Sendable {
    case anywhere, wholeWords
    /// From the start of a word on.
    case startOfWord
  }

  /// Nil where there is nothing to look for.
  init?(_ words: String, edges: Edges = .anywhere) {
    var letters: [UInt32] = []
    for scalar in words.unicodeScalars {
      if let folded = LetterFolding.folded(scalar, behind: letters.last ?? 0) { letters.append(folded) }
    }
    while letters.last == 0x20 { letters.removeLast() }
    letters = Array(letters.drop { $0 == 0x20 })
    guard !letters.isEmpty else { return nil }
    self.letters = letters
    self.edges = edges
  }

  /// How many bytes of text a match can take at most, but for heaped marks.
  var reach: Int { letters.count * 6 }

  /// The first match that begins at or after an offset. Offsets are of UTF-8, and on scalar boundaries.
  func firstMatch(in text: String, from start: Int = 0) -> Range<Int>? {
    var text = text
    return text.withUTF8 { firstMatch(in: $0, range: min(start, $0.count)..<$0.count) }
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
    var text = text
    return text.withUTF8 { bytes in
      var matches: [Range<Int>] = []
      var from = range.lowerBound
      while let match = firstMatch(in: bytes, range: from..<range.upperBound) {
        matches.append(match)
        from = match.upperBound
      }
      return matches
    }
  }

  private func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Range<Int>? {
    var place = range.lowerBound
    var isInWord = false
    var letter: UInt32 = 0
    while place < range.upperBound {
      let (folded, width) = Self.folded(bytes, at: place, behind: letter)
      if let folded {
        letter = folded
        if folded == letters[0], !isInWord,
          let end = end(ofMatchAt: place, in: bytes, before: range.upperBound)
        {
          return place..<end
        }
        isInWord = edges != .anywhere && Self.isWord(folded)
      }
      place += width
    }
    return nil
  }

  /// Where a match that begins here ends; nil for none. Marks on the last letter belong to the match.
  private func end(ofMatchAt start: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int) -> Int? {
    var place = start
    var matched = 0
    while place < limit {
      let (folded, width) = Self.folded(bytes, at: place, behind: matched > 0 ? letters[matched - 1] : 0)
      if matched == letters.count {
        guard let folded else {
          place += width
          continue
        }
        guard edges != .wholeWords || !Self.isWord(folded) else { return nil }
        break
      } else if let folded {
        guard folded == letters[matched] else { return nil }
        matched += 1
      }
      place += width
    }
    return matched == letters.count ? place : nil
  }

  /// The scalar at a place as it is compared, and its bytes. The bytes are those of a `String`, so they are well formed.
  private static func folded(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, behind letter: UInt32
  ) -> (folded: UInt32?, width: Int) {
    let first = UInt32(bytes[place])
    switch first {
    case 0x41...0x5A: return (first + 0x20, 1)
    case 0x09: return (0x20, 1)
    case 0..<0x80: return (first, 1)
    default: break
    }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0xFF >> UInt32(width + 1))
    for byte in bytes[(place + 1)..<min(place + width, bytes.count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value).map { LetterFolding.folded($0, behind: letter) } ?? value, width)
  }

  /// Whether a letter makes a word together with those beside it; not in scripts that set no space between words.
  private static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80, 0xE00..<0x1000, 0x1000..<0x10A0, 0x1780..<0x1800, 0x2E80..<0xA000, 0x20000..<0x32000: false
    default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
  }
}
