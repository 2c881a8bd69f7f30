import Briefing

/// The marks of notes, what leads back from them, and numbers that are raised.
extension PageBlocks {
  /// Takes a link or what is raised where it is a mark of its own; says whether it was.
  mutating func takeNote(_ index: Int) -> Bool {
    if tree.nodes[index].element == .sup { return takeRaised(index) }
    if let citation = footnotes.citation(of: index) {
      line.cite(citation)
      return true
    }
    return leadsBack(index)
  }

  /// Whether a link leads from a note back to its mark, which a reader has on another key.
  private func leadsBack(_ link: Int) -> Bool {
    guard Int(tree.nodes[link].end) - link < 6, let range = tree.value(.href, of: link), !range.isEmpty,
      tree.bytes[range.lowerBound] == UInt8(ascii: "#")
    else { return false }
    let text = tree.text(of: link)
    return !text.isEmpty && text.unicodeScalars.allSatisfy { "↩↑^⏎⤴↵\u{FE0E}\u{FE0F}".unicodeScalars.contains($0) }
  }

  /// A number that is raised stays so: `10²` is not `102`, nor is the mark of a note a part of what it stands behind.
  private mutating func takeRaised(_ index: Int) -> Bool {
    guard Int(tree.nodes[index].end) - index < 6, line.text.last.map({ $0 > 0x20 }) ?? false else { return false }
    let digits = tree.text(of: index).utf8
    guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    for place in tree.inside(index) where tree.nodes[place].element == .a {
      guard footnotes.citation(of: place) == nil, let href = tree.string(.href, of: place), href.hasPrefix("#") else {
        return false
      }
    }
    let raised = digits.map { Self.raised[Int($0 - 0x30)] }.joined()
    line.append(Array(raised.utf8)[...])
    return true
  }

  private static let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// Whether a heading is the words below the headline, and opens nothing: it stands before all else, and alone, or is named
  /// so, or is a sentence.
  func isLead(_ text: String, _ heading: Int) -> Bool {
    if heading == verdict, containers.isEmpty { return true }
    guard parts.count < 3, containers.isEmpty, root > 0, isBeforeText else { return false }
    let parent = tree.parent(of: heading) ?? 0
    // A word or two are rather what a section is called.
    guard text.utf8.count > 25 else { return false }
    if tree.nodes[heading].hints.contains(.lead) || tree.nodes[parent].hints.contains(.lead) { return true }
    return text.utf8.count > 60 && (heading == root || text.hasSuffix("."))
  }
}
