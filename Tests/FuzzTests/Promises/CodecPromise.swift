@testable import Briefing
@testable import Catalog

/// What is stored of a reading gives it back as it was, and bytes that nobody stored give nothing worse than no reading.
///
/// The first byte says how the rest is used: as a story that is stored with its own text, as a canonical text whose story is
/// stored with a text that says something else, or as stored bytes beside a text.
enum CodecPromise {
  static func broken(by input: [UInt8]) -> String? {
    let rest = Array(input.dropFirst())
    switch input.first.map({ $0 % 3 }) {
    case 0: return flaw(StoryParser.parse(rest), original: rest)
    case 1: return broken(byStory: Array("---\ncourant: 2\n---\n\n".utf8) + rest)
    case 2:
      let (stored, original) = parted(rest)
      guard let reading = ReadingDecoder.decode(stored, original: original) else { return nil }
      return flaw(reading, original: original)
    default: return nil
    }
  }

  /// A text whose story is stored beside texts that say something else.
  static func broken(byStory text: [UInt8]) -> String? {
    let reading = StoryParser.parse(text)
    return flaw(reading, original: text) ?? flaw(reading, original: Array(text.reversed()))
      ?? flaw(reading, original: [])
  }

  private static func flaw(_ reading: Reading, original: [UInt8]) -> String? {
    let stored = ReadingEncoder.encode(reading, original: original)
    guard let again = ReadingDecoder.decode(stored, original: original) else {
      return "it is stored, and not read back"
    }
    var plain = reading
    // Where the story lies in a catalog is kept beside the reading.
    plain.stamp = CatalogStamp()
    return again == plain ? nil : "it reads back as another:\n\(plain)\n\(again)"
  }

  /// The bytes before and after the first of value 255.
  private static func parted(_ bytes: [UInt8]) -> (stored: [UInt8], original: [UInt8]) {
    guard let end = bytes.firstIndex(of: 255) else { return (bytes, []) }
    return (Array(bytes[..<end]), Array(bytes[(end + 1)...]))
  }
}
