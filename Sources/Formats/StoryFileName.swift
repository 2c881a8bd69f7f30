public import Briefing

/// What the names of files say of the stories in them, and what a story's file is called.
public enum StoryFileName {
  private static let endings = [
    ".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".eml", ".mbox", ".mhtml", ".html", ".htm", ".xml", ".rss",
    ".atom", ".rdf", ".opml",
  ].map { Array($0.utf8) }
  private static let gzip = Array(".gz".utf8)
  private static let readme = Array("readme".utf8)

  /// Which files in a folder are stories: those ending in `.txt`, `.text`, `.md`, `.markdown`, `.json`, `.jsonl`, `.eml`,
  /// `.mbox`, `.mhtml`, `.html`, `.htm`, `.xml`, `.rss`, `.atom`, `.rdf` or `.opml`, also with `.gz` behind it, unless they
  /// are named README; and the mails of a Maildir.
  public static func isStory(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    let isPacked = isSame(name.suffix(gzip.count), gzip)
    return hasEnding(Array(isPacked ? name.dropLast(gzip.count) : name.dropLast(0))) || isMail(Array(name))
  }

  private static func hasEnding(_ name: [UInt8]) -> Bool {
    endings.contains { ending in
      let stem = name.dropLast(ending.count)
      return !stem.isEmpty && isSame(name.suffix(ending.count), ending) && !isSame(stem, readme)
    }
  }

  /// Whether a file is called as mails are in a Maildir: seconds since 1970, something of its own, the host, and perhaps flags
  /// behind `:2,`.
  private static func isMail(_ name: [UInt8]) -> Bool {
    let seconds = name.prefix { (0x30...0x39).contains($0) }.count
    guard (9...11).contains(seconds), name.count > seconds + 2, name[seconds] == UInt8(ascii: ".") else { return false }
    let unique = name[(seconds + 1)...].prefix { $0 != UInt8(ascii: ".") }
    return unique.contains {
      $0 | 0x20 == UInt8(ascii: "m") || $0 == UInt8(ascii: "_") || $0 | 0x20 == UInt8(ascii: "p")
    }
      && unique.contains { (0x30...0x39).contains($0) } && unique.count < name.count - seconds - 2
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
    return Moment(day: String(decoding: bytes[..<10], as: UTF8.self))
  }
}

extension StoryFileName {
  /// The name of a story's file: its day, the words of its headline, its id; a name of its own, because ids are.
  public static func of(_ row: Row, _ format: StoryFormat) -> String { row.fileName + format.ending }
}
