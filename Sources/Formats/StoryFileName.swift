public import Briefing

/// What the names of files say of the stories in them, and what a story's file is called.
public enum StoryFileName {
  private static let endings = [".txt", ".text", ".md", ".markdown", ".json", ".jsonl"].map { Array($0.utf8) }
  private static let readme = Array("readme".utf8)

  /// Which files in a folder are stories: those ending in `.txt`, `.text`, `.md`, `.markdown`, `.json` or `.jsonl`, unless
  /// they are named README.
  public static func isStory(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    endings.contains { ending in
      let stem = name.dropLast(ending.count)
      return !stem.isEmpty && isSame(name.suffix(ending.count), ending) && !isSame(stem, readme)
    }
  }

  /// Whether the name says that the file holds JSON.
  static func isJSON(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    [".json", ".jsonl"].contains { isSame(name.suffix($0.utf8.count), Array($0.utf8)) }
  }

  /// Whether a name says so, in letters of either case.
  private static func isSame(_ name: some Collection<UInt8>, _ lowercased: [UInt8]) -> Bool {
    name.count == lowercased.count
      && zip(name, lowercased).allSatisfy { byte, letter in
        byte == letter || (byte | 0x20 == letter && (0x61...0x7A).contains(letter))
      }
  }

  /// The date that a name opens with, as in `2026-04-28-ports.txt`.
  public static func date(in name: ArraySlice<UInt8>) -> Moment? {
    let bytes = Array(name)
    guard bytes.count > 10, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[10]) else { return nil }
    return Moment(iso8601: String(decoding: bytes[..<10], as: UTF8.self))
  }
}

extension StoryFileName {
  private static let longest = 64

  /// The name of a story's file: its day, the words of its headline, its id.
  ///
  /// Nothing but letters, digits and hyphens, so that it can neither climb out of its folder nor command a terminal; at most
  /// 100 bytes; and a name of its own, because ids are.
  public static func of(_ row: Row, _ format: StoryFormat) -> String {
    let day = String(row.date.iso8601.prefix(10).unicodeScalars.filter { isPlain($0) })
    let parts = [day, slug(of: row.headline), String(row.id.text.unicodeScalars.filter { isPlain($0) })]
    return parts.filter { !$0.isEmpty }.joined(separator: "-") + format.ending
  }

  private static func slug(of headline: String) -> String {
    var slug = ""
    for word in FoldedText.words(of: headline) {
      let letters = String(String.UnicodeScalarView(word.unicodeScalars.filter(isOfWord)))
      guard !letters.isEmpty else { continue }
      let room = longest - slug.utf8.count - (slug.isEmpty ? 0 : 1)
      // A word that is too long to go in whole is cut only where it is the first: others are whole words.
      guard letters.utf8.count <= room || slug.isEmpty else { break }
      slug += (slug.isEmpty ? "" : "-") + cut(letters, to: room)
    }
    return slug
  }

  private static func cut(_ word: String, to limit: Int) -> String {
    var cut = String.UnicodeScalarView()
    var count = 0
    for scalar in word.unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit { break }
      cut.append(scalar)
    }
    return String(cut)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}
