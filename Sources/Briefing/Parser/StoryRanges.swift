/// Where the stories stand in a text that holds several, one after another.
///
/// Stories that Courant wrote say where they end or begin. In any other text a story ends where another plainly opens, so
/// that none is cut in two.
public enum StoryRanges {
  /// The bytes of each story; one range, the whole, where the text does not hold several. What stands between two of them
  /// are blank lines and rules.
  ///
  /// Linear in the text; of most texts with one story only the lines are looked at. Text in UTF-16 is not divided, because
  /// only its beginning says what it is.
  public static func find(in text: [UInt8]) -> [Range<Int>] {
    let lines = lines(of: text)
    guard mayHoldSeveral(text, lines), Encoding.sniff(text) == .utf8 else { return [0..<text.count] }
    return text.withUnsafeBufferPointer { input in
      let passage = Gate.pass(input)
      let ranges = passage.withBytes { StoryDivision.ranges(of: $0) }
      let last = ranges.count - 1
      return ranges.indices.map { index in
        let range = passage.original(of: ranges[index])
        return (index == 0 ? 0 : range.lowerBound)..<(index == last ? text.count : range.upperBound)
      }
    }
  }

  /// Whether a line behind the first may be a headline by its length alone, with bullets, a heading or a long line below.
  private static func mayHoldSeveral(_ text: [UInt8], _ lines: [Range<Int>]) -> Bool {
    var isBelowHeadline = false
    var isFirst = true
    for line in lines where !isBlank(text[line]) {
      let first = text[line].first { $0 > 0x20 } ?? 0
      let isMarked = "-*#".utf8.contains(first) || first >= 0x80
      if isBelowHeadline, isMarked || line.count > 80 || text[line].contains(UInt8(ascii: "#")) { return true }
      isBelowHeadline = !isFirst && line.count <= 250
      isFirst = false
    }
    return false
  }

  /// Without their ends.
  private static func lines(of text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { bytes in
      var lines: [Range<Int>] = []
      var start = 0
      while case let end = bytes.first(0x0A, in: start..<bytes.count), end < bytes.count {
        let hasReturn = end > start && bytes[end - 1] == 0x0D
        lines.append(start..<(hasReturn ? end - 1 : end))
        start = end + 1
      }
      return lines + [start..<bytes.count]
    }
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
