import Briefing

/// A long address that stands in a text as its own words, as those in the notes of a podcast: its host and the beginning of its path
/// say where it leads, and the rest is left out of what is shown. What is followed, copied and opened is the whole.
struct ShortenedAddress: Hashable, Sendable {
  /// What is left out.
  let range: Range<Int>
  let anchor: StoryLine.Anchor

  /// Shorter addresses are shown whole, and of longer ones so many bytes, or the whole host.
  private static let shown = 40
  /// Fewer bytes are not worth leaving out.
  private static let least = 8

  /// The n-th span of a text, where it is such an address.
  init?(_ index: Int, of text: PartText) {
    guard text.address(ofLink: index) != nil, case let span = text.spans[index].range,
      span.count >= Self.shown + Self.least, span.upperBound <= text.words.utf8.count
    else { return nil }
    let words = text.words.slice(span)
    guard let host = Self.endOfHost(in: words) else { return nil }
    let kept = max(Self.shown, host + 1)
    guard span.count >= kept + Self.least else { return nil }
    range = text.words.boundary(at: span.lowerBound + kept, in: span)..<span.upperBound
    anchor = text.citation(ofLink: index).map { .citation($0) } ?? .link(index)
  }

  /// How many bytes come before the path; nil of words that are no address.
  private static func endOfHost(in words: Substring) -> Int? {
    let scheme = ["https://", "http://", "www."].first { words.hasPrefix($0) }
    guard let scheme, !words.utf8.contains(0x20) else { return nil }
    let start = scheme == "www." ? 0 : scheme.utf8.count
    return words.utf8.dropFirst(start).firstIndex(of: UInt8(ascii: "/")).map {
      words.utf8.distance(from: words.startIndex, to: $0)
    }
  }
}

extension PartText {
  /// The addresses within a stretch of the words that are shown short.
  func shortenedAddresses(in range: Range<Int>) -> [ShortenedAddress] {
    spans.indices.compactMap { ShortenedAddress($0, of: self) }.filter {
      range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
    }
  }
}
