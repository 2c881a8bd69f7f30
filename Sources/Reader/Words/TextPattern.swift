import Briefing

/// Words to be found in a text, whatever their case and their accents: as `LetterFolding` has letters.
///
/// A search costs one pass over the text, whatever is sought.
struct TextPattern: Hashable, Sendable {
  private let letters: [UInt32]
  /// For each count of letters that match, how many of the last of them begin the pattern again.
  private let restarts: [Int]
  private let edges: Edges

  /// Where a match may begin and end.
  enum Edges: Hashable, Sendable {
    case anywhere, wholeWords
    /// From the start of a word on.
    case startOfWord
  }

  /// Nil where there is nothing to look for.
  init?(_ words: String, edges: Edges = .anywhere) {
    var letters = Array(LetterFolding.folded(words).unicodeScalars.map(\.value))
    while letters.last == 0x20 { letters.removeLast() }
    letters = Array(letters.drop { $0 == 0x20 })
    guard !letters.isEmpty else { return nil }
    self.letters = letters
    restarts = Self.restarts(of: letters)
    self.edges = edges
  }

  /// How many bytes of text a match can take at most, but for heaped marks.
  var reach: Int { letters.count * 8 }

  /// The first match that begins at or after an offset. Offsets are of UTF-8, and on scalar boundaries.
  func firstMatch(in text: String, from start: Int = 0) -> Range<Int>? {
    var first: Range<Int>?
    forEachMatch(in: text, from: start) { match in
      first = match
      return false
    }
    return first
  }

  /// The last match that begins before an offset.
  func lastMatch(in text: String, before end: Int) -> Range<Int>? {
    var last: Range<Int>?
    forEachMatch(in: text) { match in
      guard match.lowerBound < end else { return false }
      last = match
      return true
    }
    return last
  }

  /// Every match in a stretch of a text; those that begin before it or end behind it are left out.
  func matches(in text: String, range: Range<Int>) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    forEachMatch(in: text, from: range.lowerBound, to: range.upperBound) { match in
      matches.append(match)
      return true
    }
    return matches
  }

  /// Calls `body` for each match that does not overlap one before it, as long as that answers true.
  private func forEachMatch(in text: String, from start: Int = 0, to end: Int = .max, _ body: (Range<Int>) -> Bool) {
    var text = text
    text.withUTF8 { bytes in
      let end = min(end, bytes.count)
      var search = PatternSearch(letters: letters, restarts: restarts, edges: edges)
      var goesOn = true
      LetterFolding.forEachLetter(of: bytes, in: min(start, end)..<end) { letter in
        if let match = search.match(before: letter) { goesOn = body(match) }
        search.see(letter)
        return goesOn
      }
      if goesOn, let match = search.match(before: nil) { _ = body(match) }
    }
  }

  /// The table of Knuth, Morris and Pratt.
  private static func restarts(of letters: [UInt32]) -> [Int] {
    var restarts = [0, 0]
    for count in letters.indices.dropFirst() {
      var matched = restarts[count]
      while matched > 0, letters[matched] != letters[count] { matched = restarts[matched] }
      restarts.append(letters[matched] == letters[count] ? matched + 1 : 0)
    }
    return restarts
  }
}

/// Goes through a text letter by letter.
private struct PatternSearch {
  let letters: [UInt32]
  let restarts: [Int]
  let edges: TextPattern.Edges
  private var matched = 0
  /// Where the last letters stand, as many as the pattern has, and whether each began a word; the oldest is overwritten.
  private var places: [(range: Range<Int>, beginsWord: Bool)]
  private var turn = 0
  private var isInWord = false
  /// Where the last match ended.
  private var end = 0

  init(letters: [UInt32], restarts: [Int], edges: TextPattern.Edges) {
    (self.letters, self.restarts, self.edges) = (letters, restarts, edges)
    places = Array(repeating: (0..<0, false), count: letters.count)
  }

  mutating func see(_ letter: LetterFolding.Letter) {
    while matched > 0, matched == letters.count || letters[matched] != letter.value { matched = restarts[matched] }
    if letters[matched] == letter.value { matched += 1 }
    places[turn] = (letter.range, !isInWord || !letter.joinsWord)
    turn = turn + 1 == places.count ? 0 : turn + 1
    isInWord = edges != .anywhere && letter.joinsWord
  }

  /// The match that ended with the last letter.
  mutating func match(before letter: LetterFolding.Letter?) -> Range<Int>? {
    guard matched == letters.count else { return nil }
    let first = places[turn]
    let last = places[turn == 0 ? places.count - 1 : turn - 1]
    guard first.range.lowerBound >= end, first.beginsWord || edges == .anywhere,
      edges != .wholeWords || !isInWord || !(letter?.joinsWord ?? false)
    else { return nil }
    end = last.range.upperBound
    return first.range.lowerBound..<end
  }
}
