/// The lines that a sharing app adds below a story, or among it.
struct Footer {
  /// The indices of the lines that are not story, in order.
  private(set) var lines: [Int] = []
  /// Who shared the story, if a line says so.
  private(set) var publisher: String?

  /// Looks from the end upwards: footers are short, cite nothing, and stand behind the last line that does.
  init(_ all: [Line], in text: Bytes) {
    let tail = Self.tailStart(all, in: text)
    let words = (tail..<all.count).map { FooterLine(all[$0].range, in: text) }
    publisher = words.lazy.reversed().compactMap { $0.publisher(in: text) }.first
    guard let first = words.firstIndex(where: \.isFooter) else {
      lines = among(all[..<tail], in: text)
      return
    }
    var start = first
    if Self.isBelowRun(tail, all, in: text) {
      start = words.indices.first { $0 >= first || all[tail + $0].opensBlock } ?? first
    }
    let name = publisher.map { Array($0.utf8) } ?? []
    while start > 0, words[start - 1].isPromotion || words[start - 1].mentions(name, in: text) { start -= 1 }
    lines = among(all[..<tail], in: text) + Array(tail + start..<all.count)
  }

  /// Whether `index` is one of `lines`; halves them until it knows.
  func contains(_ index: Int) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] == index
  }

  /// Lines inside the story, each on its own, that could be nothing else.
  private func among(_ lines: ArraySlice<Line>, in text: Bytes) -> [Int] {
    lines.indices.filter { index in
      let range = lines[index].range
      let isAlone = lines[index].opensBlock && (index + 1 == lines.endIndex || lines[index + 1].opensBlock)
      guard index > 0, isAlone, range.count < 80, text[range.upperBound - 1] != UInt8(ascii: "."),
        HeadingMark.opening(range, in: text) == nil, Bullet.markWidth(range, in: text) == 0
      else { return false }
      return FooterLine(range, in: text).isFooter && !CitationPair.stands(in: range, of: text)
    }
  }

  /// The first line behind everything that is surely story; never the first line of all.
  private static func tailStart(_ lines: [Line], in text: Bytes) -> Int {
    var index = lines.count
    while index > 1 {
      let range = lines[index - 1].range
      let isStory =
        range.count > 400 || HeadingMark.next(in: text, from: range.lowerBound, limit: range.upperBound) != nil
        || Bullet.markWidth(range, in: text) > 0 || CitationPair.stands(in: range, of: text)
      if isStory { return index }
      index -= 1
    }
    return index
  }

  /// Whether the block above `tail` is a flattened body, which leaves nothing below it but a footer.
  private static func isBelowRun(_ tail: Int, _ lines: [Line], in text: Bytes) -> Bool {
    var index = tail
    while index > 0 {
      index -= 1
      let range = lines[index].range
      if HeadingMark.stands(inside: range, of: text) { return true }
      if lines[index].opensBlock { return false }
    }
    return false
  }
}
