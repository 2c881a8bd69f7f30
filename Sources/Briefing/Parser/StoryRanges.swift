/// Where the stories stand in a text that holds several, one after another.
///
/// Stories that Courant wrote say where they end or begin; a text is divided only if all of it is made of such stories.
public enum StoryRanges {
  /// The bytes of each story; one range, the whole, where the text does not hold several. Costs one pass over the lines.
  public static func find(in text: [UInt8]) -> [Range<Int>] {
    let lines = lines(of: text)
    return markdown(text, lines) ?? plain(text, lines) ?? [0..<text.count]
  }

  /// Stories in Markdown, each of which ends with a comment.
  private static func markdown(_ text: [UInt8], _ lines: [Range<Int>]) -> [Range<Int>]? {
    var ends: [Int] = []
    var isInComment = false
    for line in lines {
      if isInComment, text[line].elementsEqual("-->".utf8) {
        isInComment = false
        ends.append(line.upperBound)
      } else if text[line].starts(with: "<!-- courant: ".utf8) {
        if text[line].suffix(3).elementsEqual("-->".utf8) { ends.append(line.upperBound) } else { isInComment = true }
      }
    }
    guard ends.count > 1, let end = ends.last, isBlank(text[end...]) else { return nil }
    ends[ends.count - 1] = text.count
    return ranges(from: [0] + ends)
  }

  /// Stories in text, each of which opens with lines that say so.
  private static func plain(_ text: [UInt8], _ lines: [Range<Int>]) -> [Range<Int>]? {
    let starts = zip(lines, lines.dropFirst()).filter { rule, version in
      text[rule].elementsEqual("---".utf8) && text[version].starts(with: "courant: ".utf8)
    }.map(\.0.lowerBound)
    guard starts.count > 1, let first = starts.first, isBlank(text[..<first]) else { return nil }
    return ranges(from: [0] + starts.dropFirst() + [text.count])
  }

  private static func ranges(from edges: [Int]) -> [Range<Int>] {
    zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  /// Without their ends.
  private static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      let hasReturn = index > start && text[index - 1] == 0x0D
      lines.append(start..<(hasReturn ? index - 1 : index))
      start = index + 1
    }
    return lines + [start..<text.count]
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
