/// The spans of a block while its words are written.
struct SpanBuilder {
  /// With the order in which they opened.
  private var spans: [(order: Int, span: Block.Span)] = []
  private var open: [(style: Block.Span.Style, start: Int, order: Int)] = []
  private var openLinks: [(start: Int, order: Int)] = []
  private var order = 0
  /// How many more were opened than are kept.
  private var deeper = 0

  /// How deep spans may lie in one another; what lies deeper are words.
  private static let deepest = 32

  var isEmpty: Bool { spans.isEmpty && open.isEmpty && openLinks.isEmpty }

  /// Forgets all spans, for another block.
  mutating func clear() {
    guard !isEmpty || deeper > 0 else { return }
    spans.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    openLinks.removeAll(keepingCapacity: true)
    (order, deeper) = (0, 0)
  }

  mutating func open(_ style: Block.Span.Style, at place: Int) {
    guard open.count < Self.deepest else {
      deeper += 1
      return
    }
    order += 1
    open.append((style, place, order))
  }

  /// Closes the last one of a style where the output ends, or before the spaces that it ends with.
  mutating func close(_ style: Block.Span.Style, in output: [UInt8]) {
    guard deeper == 0 else {
      deeper -= 1
      return
    }
    guard let index = open.lastIndex(where: { $0.style == style }) else { return }
    let opening = open.remove(at: index)
    let range = trimmed(min(opening.start, output.count)..<output.count, in: output)
    if !range.isEmpty { spans.append((opening.order, Block.Span(range, style))) }
  }

  /// Opens a link, whose address is not known yet.
  mutating func openLink(at place: Int) {
    order += 1
    openLinks.append((place, order))
  }

  /// Closes the last link, and gives its words; one without an address is no span.
  mutating func closeLink(_ url: String?, in output: [UInt8]) -> Range<Int> {
    guard let opening = openLinks.popLast() else { return output.count..<output.count }
    let words = trimmed(min(opening.start, output.count)..<output.count, in: output)
    if let url, !words.isEmpty { spans.append((opening.order, Block.Span(words, .link(url: url)))) }
    return words
  }

  /// Brings what stands behind the end of the output to it.
  mutating func clamp(to count: Int) {
    guard !spans.isEmpty || !open.isEmpty || !openLinks.isEmpty else { return }
    // They end in the order in which they were closed.
    var index = spans.count - 1
    while index >= 0, spans[index].span.range.upperBound > count {
      let range = spans[index].span.range
      spans[index].span.range = min(range.lowerBound, count)..<count
      index -= 1
    }
    index = open.count - 1
    while index >= 0, open[index].start > count {
      open[index].start = count
      index -= 1
    }
    index = openLinks.count - 1
    while index >= 0, openLinks[index].start > count {
      openLinks[index].start = count
      index -= 1
    }
  }

  /// A range of the output without the spaces at its ends.
  func trimmed(_ range: Range<Int>, in output: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let isWide = output[start] == 0xE3 && output[start..<end].starts(with: [0xE3, 0x80, 0x80])
      let width = output[start] == 0x20 ? 1 : isWide ? 3 : HeldSpaces.width(atStartOf: output[start..<end])
      if width == 0 { break }
      start += width
    }
    while end > start {
      let isWide = output[end - 1] == 0x80 && output[start..<end].suffix(3).elementsEqual([0xE3, 0x80, 0x80])
      let width = output[end - 1] == 0x20 ? 1 : isWide ? 3 : HeldSpaces.width(atEndOf: output[start..<end])
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  /// In reading order, none of them behind the end of the output.
  func settled(in output: [UInt8]) -> [Block.Span] {
    guard !spans.isEmpty else { return [] }
    let isInOrder = spans.indices.dropFirst().allSatisfy { spans[$0 - 1].order < spans[$0].order }
    let opened = isInOrder ? spans : spans.sorted { $0.order < $1.order }
    var settled: [Block.Span] = []
    settled.reserveCapacity(opened.count)
    for index in opened.indices {
      let range = opened[index].span.range.clamped(to: 0..<output.count)
      if !range.isEmpty { settled.append(Block.Span(range, opened[index].span.style)) }
    }
    return settled.inReadingOrder
  }
}

extension Block {
  /// The lines that end at `breaks`, with what is set apart in each of them and the citations that stand in it.
  func split(at breaks: [(place: Int, citations: Int)]) -> [Block] {
    let bytes = Array(text.utf8)
    var lines: [Block] = []
    var (start, first, next) = (0, 0, 0)
    var open: [Span] = []
    for (end, count) in breaks + [(bytes.count, citations.count)] {
      let place = min(end, bytes.count)
      let range = SpanBuilder().trimmed(start..<max(start, place), in: bytes)
      while next < spans.count, spans[next].range.lowerBound < range.upperBound {
        open.append(spans[next])
        next += 1
      }
      var line = Block(text: String(decoding: bytes[range], as: UTF8.self), kind: kind, containers: containers)
      line.spans = open.compactMap { $0.moved(into: range) }
      open.removeAll { $0.range.upperBound <= range.upperBound }
      line.citations = citations[first..<count].map { citation in
        var citation = citation
        citation.place = min(max(0, citation.place - range.lowerBound), range.count)
        return citation
      }
      lines.append(line)
      (start, first) = (max(start, place), count)
    }
    return lines
  }
}

extension Block.Span {
  /// The part of it that lies in a range of the text, counted from the beginning of that.
  fileprivate func moved(into line: Range<Int>) -> Block.Span? {
    let inner = range.clamped(to: line)
    guard !inner.isEmpty else { return nil }
    return Block.Span(inner.lowerBound - line.lowerBound..<inner.upperBound - line.lowerBound, style)
  }
}
