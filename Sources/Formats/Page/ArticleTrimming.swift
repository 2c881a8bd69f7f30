import Briefing

/// Takes off an article what repeats its headline.
enum ArticleTrimming {
  static func trimmed(_ parts: [PageBlocks.Part], headline: String) -> [PageBlocks.Part] {
    var parts = parts.map { part in
      var part = part
      // A picture in whose stead the headline is said says nothing.
      part.blocks.removeAll { block in
        if case .image = block.kind { isSame(block.text, headline) } else { false }
      }
      part.blocks = PictureWords.once(part.blocks)
      return part
    }
    // A heading that says what the headline says opens no section.
    if let index = parts.prefix(3).firstIndex(where: { $0.heading.map { isSame($0, headline) } ?? false }) {
      let blocks = parts[index].blocks
      parts.remove(at: index)
      parts[index - 1].blocks += blocks
    }
    if let first = parts[0].blocks.first, isSame(first.text, headline) { parts[0].blocks.removeFirst() }
    while let last = parts.last, parts.count > 1, last.blocks.isEmpty { parts.removeLast() }
    for index in parts.indices {
      parts[index].blocks = LoneNumbers.joined(parts[index].blocks)
      while parts[index].blocks.last?.kind == .rule, index == parts.count - 1 { parts[index].blocks.removeLast() }
    }
    return parts
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    guard mayBeSame(left, right) else { return false }
    let (left, right) = (letters(left), letters(right))
    return !left.isEmpty && left == right
  }

  /// Whether the letters of both agree up to the first one beyond ASCII, which paragraphs seldom do with a headline.
  private static func mayBeSame(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left.utf8.makeIterator(), right.utf8.makeIterator())
    while true {
      let (first, second) = (nextLetter(of: &left), nextLetter(of: &right))
      guard let first, let second else { return first == second || (first ?? second ?? 0) >= 0x80 }
      if first >= 0x80 || second >= 0x80 { return true }
      if first != second { return false }
    }
  }

  private static func nextLetter(of text: inout String.UTF8View.Iterator) -> UInt8? {
    while let byte = text.next() { if isLetter(byte) { return byte.smallLetter } }
    return nil
  }

  private static func letters(_ text: String) -> [UInt8] { text.lowercased().utf8.filter(isLetter) }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte &- 0x30 < 10 || byte >= 0x80 }
}
