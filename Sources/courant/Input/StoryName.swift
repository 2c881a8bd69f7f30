/// Which files in a folder are stories: those ending in `.txt`, `.text`, `.md`, `.markdown`, `.json` or `.jsonl`, unless named README.
enum StoryName {
  private static let endings = [".txt", ".text", ".md", ".markdown", ".json", ".jsonl"].map { Array($0.utf8) }
  private static let readme = Array("readme".utf8)

  static func isStory(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    endings.contains { ending in
      let stem = name.dropLast(ending.count)
      return !stem.isEmpty && isSame(name.suffix(ending.count), ending) && !isSame(stem, readme)
    }
  }

  /// Whether the name of a file says that it holds JSON.
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
}
