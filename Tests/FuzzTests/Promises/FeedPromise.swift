@testable import Formats

/// Whatever is read as a feed, its entries are stories, each from a piece of it.
enum FeedPromise {
  static func broken(by input: [UInt8]) -> String? {
    let feed = FeedReader.read(input, url: "https://a.example/b/c")
    for entry in feed.entries where entry.range.upperBound > input.count && entry.range.upperBound > decoded(input) {
      return "an entry stands outside of the feed"
    }
    return FormatPromise.flaw(
      in: { () throws(FormatError) in try FeedStories(input) { _, _ in nil } }, of: decoded(input))
  }

  /// How long the feed is once it is in UTF-8.
  private static func decoded(_ input: [UInt8]) -> Int {
    max(input.count, FeedCharset.decode(input) { _, _ in nil }.count)
  }
}
