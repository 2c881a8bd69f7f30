import Briefing

/// Makes citations of links that stand alone in parentheses, as in `The port opened ([Port News](…)).`
struct ParenthesisedLinks {
  private let block: Block
  private let text: [UInt8]
  /// Where the words of cited links stand, in order.
  private let cited: [Range<Int>]

  /// The block without such parentheses; what they hold is cited already, and is no prose. Linear.
  static func taken(outOf block: Block) -> Block {
    guard block.kind == .prose, !block.citations.isEmpty, block.text.utf8.contains(UInt8(ascii: "(")) else {
      return block
    }
    let links = ParenthesisedLinks(block)
    let gone = links.pairs()
    return gone.isEmpty ? block : links.without(gone)
  }

  private init(_ block: Block) {
    self.block = block
    text = Array(block.text.utf8)
    let places = Set(block.citations.map(\.place))
    cited = block.spans.compactMap { span in
      guard case .link = span.style, places.contains(span.range.upperBound) else { return nil }
      return span.range
    }
  }

  /// The pairs of parentheses in which cited links stand, and else commas and spaces; with the space before them.
  private func pairs() -> [Range<Int>] {
    var pairs: [Range<Int>] = []
    var start: Int?
    var (next, links) = (0, 0)
    var index = 0
    while index < text.count {
      if next < cited.count, cited[next].lowerBound <= index {
        // A link within one that was stepped over is no other one.
        if cited[next].upperBound > index {
          index = cited[next].upperBound
          links += 1
        }
        next += 1
        continue
      }
      switch text[index] {
      case UInt8(ascii: "("): (start, links) = (index, 0)
      case UInt8(ascii: ")"):
        if let start, links > 0 { pairs.append(withSpaceBefore(start)..<index + 1) }
        start = nil
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x20: break
      default: start = nil
      }
      index += 1
    }
    return pairs
  }

  private func withSpaceBefore(_ start: Int) -> Int {
    start > 0 && text[start - 1] == 0x20 ? start - 1 : start
  }

  private func without(_ gone: [Range<Int>]) -> Block {
    var kept: [UInt8] = []
    // How much is gone up to the end of each.
    var sums: [Int] = []
    var index = 0
    for range in gone {
      kept += text[index..<range.lowerBound]
      index = range.upperBound
      sums.append((sums.last ?? 0) + range.count)
    }
    kept += text[index...]
    func moved(_ offset: Int) -> Int {
      let next = gone.partitioningIndex { $0.upperBound > offset }
      let within = next < gone.count && gone[next].lowerBound < offset ? offset - gone[next].lowerBound : 0
      return offset - (next > 0 ? sums[next - 1] : 0) - within
    }
    var result = block
    result.text = String(decoding: kept, as: UTF8.self)
    result.spans = block.spans.compactMap { span in
      let range = moved(span.range.lowerBound)..<moved(span.range.upperBound)
      return range.isEmpty ? nil : Block.Span(range, span.style)
    }
    for index in result.citations.indices { result.citations[index].place = moved(result.citations[index].place) }
    return result
  }
}
