/// Walks over the bytes of a paragraph and stops where a sentence may end.
struct SentenceScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = skipSpaces(from: 0)
    var next = start
    while next < bytes.count {
      guard let stop = stop(at: next) else {
        next += 1
        continue
      }
      let end = skipClosers(from: next + stop.length)
      if endsSentence(stop, at: next, closed: end, start: start) {
        ranges.append(start..<end)
        start = skipSpaces(from: end)
        next = start
      } else {
        next = end
      }
    }
    let end = trimmed(from: start)
    if end > start { ranges.append(start..<end) }
    return ranges
  }
}

extension SentenceScanner {
  private enum Stop {
    /// `.`, which does much else besides.
    case period
    /// `!`, `?` and `…`, which may stand inside a sentence too.
    case mark(length: Int)
    /// `。`, `！`, `？`, `．`, `।`, `؟`: no space need follow.
    case wide(length: Int)

    var length: Int {
      switch self {
      case .period: 1
      case .mark(let length), .wide(let length): length
      }
    }
  }

  private func stop(at place: Int) -> Stop? {
    switch bytes[place] {
    case UInt8(ascii: "."): return .period
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .mark(length: 1)
    case 0xE2: return has([0xE2, 0x80, 0xA6], at: place) ? .mark(length: 3) : nil
    case 0xD8: return has([0xD8, 0x9F], at: place) ? .mark(length: 2) : nil
    case 0xE0: return has([0xE0, 0xA5, 0xA4], at: place) ? .wide(length: 3) : nil
    case 0xE3: return has([0xE3, 0x80, 0x82], at: place) ? .wide(length: 3) : nil
    case 0xEF:
      let isWide = [0x81, 0x8E, 0x9F].contains { has([0xEF, 0xBC, $0], at: place) }
      return isWide ? .wide(length: 3) : nil
    default: return nil
    }
  }

  private func endsSentence(_ stop: Stop, at place: Int, closed end: Int, start: Int) -> Bool {
    if case .wide = stop { return !opensQuotedGoOn(at: end, from: place + stop.length) }
    guard end < bytes.count else { return true }
    let next = skipSpaces(from: end)
    guard next > end || isWide(at: end) else { return false }
    guard next < bytes.count else { return true }
    if isLowerCase(at: next) { return false }
    if case .period = stop, end == place + 1 { return !endsShortForm(at: place, start: start, next: next) }
    return true
  }

  /// `「行く。」と言った`: what follows the closed quote belongs to the sentence around it.
  private func opensQuotedGoOn(at end: Int, from stop: Int) -> Bool {
    end > stop && has([0xE3, 0x81, 0xA8], at: end)
  }

  /// Whether the stop belongs to the word before it: an initial, `Dr.`, `U.S.`, `No.` before a number.
  private func endsShortForm(at place: Int, start: Int, next: Int) -> Bool {
    var first = place
    while first > start, !isSpace(bytes[first - 1]), !Self.openers.contains(bytes[first - 1]) { first -= 1 }
    let word = bytes[first..<place]
    guard !word.isEmpty, word.allSatisfy({ $0 < 0x80 }) else { return false }
    let text = String(decoding: word, as: UTF8.self)
    if Self.titles.contains(text) { return true }
    if Self.beforeNumbers.contains(text.lowercased()) { return isDigit(bytes[next]) }
    // An initial before a name, unless it is the pronoun or a grade at the sentence's end.
    if word.count == 1, isUpperCase(word[word.startIndex]) { return word[word.startIndex] != UInt8(ascii: "I") }
    if Self.neverLast.contains(text.lowercased()) { return true }
    if isDotted(word) { return continuesAfterAcronym(next) }
    return false
  }

  /// `U.S`, `Ph.D`, not `3.5%` or `example.com`.
  private func isDotted(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isLetter) }
  }

  /// `U.S. Senate` goes on, `in the U.S. The next day` does not: only a word that often opens a sentence ends one here.
  private func continuesAfterAcronym(_ next: Int) -> Bool {
    var end = next
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return !Self.sentenceOpeners.contains(String(decoding: bytes[next..<end], as: UTF8.self))
  }

  private static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Sgt", "Capt", "Lt", "Maj", "Gov", "Sen", "Rep", "Rev", "Hon",
    "Mme", "Mlle", "Sr", "Sra", "Hr", "Fr", "Mt", "Ft", "Messrs", "Pres", "Adm", "Cmdr", "Supt", "Amb",
  ]

  private static let beforeNumbers: Set<String> = [
    "no", "nr", "vol", "fig", "art", "sec", "ch", "p", "pp", "para", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec",
  ]

  private static let neverLast: Set<String> = [
    "e.g", "i.e", "vs", "cf", "ca", "approx", "z.b", "d.h", "u.a", "bzw", "p.ex", "viz",
  ]

  private static let sentenceOpeners: Set<String> = [
    "A", "An", "The", "This", "That", "These", "Those", "It", "He", "She", "They", "We", "You", "I", "There", "Here",
    "But", "And", "Or", "So", "Yet", "If", "When", "While", "As", "After", "Before", "Since", "Because", "Although",
    "In", "On", "At", "By", "For", "From", "With", "To", "Under", "Over", "Its", "His", "Her", "Their", "Our", "My",
    "No", "Not", "Now", "Then", "What", "Who", "Why", "How", "Where", "Which", "Both", "Each", "Some", "Most", "Many",
    "One", "Two", "Last", "Next", "Still", "Meanwhile", "However", "Instead", "Even", "Only", "Also",
  ]
}

extension SentenceScanner {
  private static let openers: [UInt8] = Array("([\"'".utf8)

  private func has(_ wanted: [UInt8], at place: Int) -> Bool {
    place + wanted.count <= bytes.count && wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
  }

  /// Behind stops, quotes and brackets that close what the stop ends.
  private func skipClosers(from place: Int) -> Int {
    var next = place
    while next < bytes.count {
      if [
        UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: ")"), UInt8(ascii: "]"),
      ].contains(bytes[next]) {
        next += 1
      } else if let length = Self.wideClosers.first(where: { has($0, at: next) })?.count {
        next += length
      } else {
        break
      }
    }
    return next
  }

  /// `”`, `’`, `»`, `」`, `』`, `）`, `…`, and further stops.
  private static let wideClosers: [[UInt8]] = ["”", "’", "»", "」", "』", "）", "…", "。", "！", "？"].map {
    Array($0.utf8)
  }

  private func skipSpaces(from place: Int) -> Int {
    var next = place
    while next < bytes.count {
      if isSpace(bytes[next]) {
        next += 1
      } else if has([0xC2, 0xA0], at: next) {
        next += 2
      } else if has([0xE3, 0x80, 0x80], at: next) || has([0xE2, 0x80, 0xAF], at: next) {
        next += 3
      } else {
        break
      }
    }
    return next
  }

  private func trimmed(from start: Int) -> Int {
    var end = bytes.count
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isUpperCase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { isUpperCase(byte) || (0x61...0x7A).contains(byte) }

  /// A script without spaces goes on right here.
  private func isWide(at place: Int) -> Bool {
    (0xE3...0xED).contains(bytes[place])
  }

  private func isLowerCase(at place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return (0x61...0x7A).contains(byte) }
    let scalar = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isLowercase ?? false
  }
}

/// Where the sentences of a paragraph begin and end.
///
/// A full stop ends a sentence only where one may end: not in `3.5`, `U.S. officials`, `J. Smith`, `e.g. this`, `No. 4` or
/// `example.com`, and not inside a quote that goes on. Chinese and Japanese stops end one without a space. Linear in the
/// text.
public enum Sentences {
  /// The sentences as UTF-8 offsets, without the spaces between them; together they cover every word.
  public static func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { SentenceScanner(bytes: $0).ranges() }
  }

  /// The sentences themselves, in their order.
  static func texts(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      SentenceScanner(bytes: bytes).ranges().map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// The sentence that something standing at a UTF-8 offset stands behind: the one that holds the last letter before it.
  public static func sentence(before place: Int, in text: String) -> String {
    let ranges = ranges(in: text)
    let range = ranges.last { $0.lowerBound < place } ?? ranges.first
    guard let range else { return text }
    return String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
