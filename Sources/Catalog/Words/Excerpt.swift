/// A piece of a text around its first match, on one line.
struct Excerpt {
  private(set) var text: String
  /// The matches within the piece, as UTF-8 offsets into it.
  private(set) var matches: [Range<Int>]

  /// How much of the text stands before the match and in all, in UTF-8.
  private static let before = 60
  private static let longest = 240

  init(of whole: String, matches: [Range<Int>]) {
    let bytes = Array(whole.utf8)
    let first = matches.first ?? 0..<0
    let start = Self.start(in: whole, bytes, before: first.lowerBound)
    let end = Self.end(in: whole, bytes, from: start, after: first.upperBound)
    let lead = start > 0 ? "…" : ""
    let tail = end < bytes.count ? "…" : ""
    text = lead + String(decoding: bytes[start..<end].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) + tail
    let shift = lead.utf8.count - start
    self.matches = matches.filter { $0.lowerBound >= start && $0.upperBound <= end }
      .map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
  }

  /// Behind a space a little before the match; in scripts without spaces, between two characters.
  private static func start(in whole: String, _ bytes: [UInt8], before match: Int) -> Int {
    guard match > before else { return 0 }
    let earliest = match - before
    if let space = bytes[earliest..<match].firstIndex(of: 0x20) { return space + 1 }
    return boundary(in: whole, bytes, upTo: earliest)
  }

  private static func end(in whole: String, _ bytes: [UInt8], from start: Int, after match: Int) -> Int {
    let latest = max(start + longest, match)
    guard latest < bytes.count else { return bytes.count }
    if let space = bytes[match..<latest].lastIndex(of: 0x20) { return space }
    return max(boundary(in: whole, bytes, upTo: latest), match)
  }

  /// The last place up to here that is not within a character.
  private static func boundary(in whole: String, _ bytes: [UInt8], upTo place: Int) -> Int {
    for candidate in stride(from: place, to: max(0, place - 64), by: -1) {
      let index = whole.utf8.index(whole.startIndex, offsetBy: candidate)
      if index.samePosition(in: whole) != nil { return candidate }
    }
    return stride(from: place, to: 0, by: -1).first { bytes[$0] & 0xC0 != 0x80 } ?? 0
  }
}
