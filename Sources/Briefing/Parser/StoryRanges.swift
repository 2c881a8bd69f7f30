/// Where the stories stand in a text that holds several, one after another.
///
/// Stories that Courant wrote say where they end or begin. In any other text a story ends where another plainly opens, so
/// that none is cut in two.
public enum StoryRanges {
  /// The bytes of each story; one range, the whole, where the text does not hold several. What stands between two of them
  /// are blank lines and rules.
  ///
  /// Linear in the text; of most texts with one story only the lines are looked at.
  public static func find(in text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { input in
      // Text in UTF-16 has lines only once it is decoded.
      let isUTF8 = Encoding.sniff(input.prefix(512)) == .utf8
      guard !isUTF8 || mayHoldSeveral(input) else { return [0..<text.count] }
      let passage = Gate.pass(input)
      let ranges = passage.withBytes { clean in
        isUTF8 || mayHoldSeveral(clean) ? StoryDivision.ranges(of: clean) : [0..<clean.count]
      }
      let last = ranges.count - 1
      return ranges.indices.map { index in
        let range = passage.original(of: ranges[index])
        return (index == 0 ? 0 : range.lowerBound)..<(index == last ? text.count : range.upperBound)
      }
    }
  }

  /// Whether a line behind the first may be a headline by its length alone, with bullets, a heading or a long line below.
  private static func mayHoldSeveral(_ text: Bytes) -> Bool {
    var isBelowHeadline = false
    var isFirst = true
    var start = 0
    while start < text.count {
      let line = start..<text.first(0x0A, in: start..<text.count)
      start = line.upperBound + 1
      guard let first = line.first(where: { !isBlank(text[$0]) }) else { continue }
      let length = text.has("\r", at: line.upperBound - 1) ? line.count - 1 : line.count
      let isMarked = "-*#".utf8.contains(text[first]) || text[first] >= 0x80
      let hasHeading = text.first(UInt8(ascii: "#"), in: line) < line.upperBound
      if isBelowHeadline, isMarked || length > 80 || hasHeading { return true }
      isBelowHeadline = !isFirst && length <= 250
      isFirst = false
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
