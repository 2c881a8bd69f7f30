/// The lines that a sharing app adds below a story, or among it.
struct Footer {
  /// The indices of the lines that are not story, in order.
  private(set) var lines: [Int] = []
  /// Who shared the story, if a line says so.
  private(set) var publisher: String?

  /// Looks from the end upwards: footers are short, cite nothing, and stand behind the last line that does.
  init(_ all: [Line], in text: Bytes) {
    let tail = Self.tailStart(all, in: text)
    var found: Int?
    // One line at a time, since a text of many short ones is a tail as a whole.
    for index in (tail..<all.count).reversed() {
      let words = FooterLine(all[index].range, in: text)
      if publisher == nil { publisher = words.publisher(in: text) }
      if words.isFooter { found = index }
    }
    guard let first = found else {
      lines = isolated(all, upTo: all.count, tail: tail, in: text)
      return
    }
    var start = first
    if Self.isBelowRun(tail, all, in: text) {
      start = (tail..<all.count).first { $0 >= first || all[$0].opensBlock } ?? first
    }
    let name = publisher.map { Array($0.utf8) } ?? []
    while start > tail, Self.goes(all[start - 1], withFooterOf: name, in: text) { start -= 1 }
    lines = isolated(all, upTo: start, tail: tail, in: text) + Array(start..<all.count)
  }

  /// Whether a line right above a footer is one too.
  private static func goes(_ line: Line, withFooterOf name: [UInt8], in text: Bytes) -> Bool {
    let words = FooterLine(line.range, in: text)
    return words.isPromotion || words.mentions(name, in: text)
  }

  /// Whether `index` is one of `lines`.
  func contains(_ index: Int) -> Bool { lines.sortedContains(index) }

  /// Lines above `limit`, each on its own, that could be nothing else.
  private func isolated(_ all: [Line], upTo limit: Int, tail: Int, in text: Bytes) -> [Int] {
    (0..<limit).filter { index in
      if index == 0 { return isTopNotice(all, in: text) }
      guard all[index].range.count <= 200, index < tail || all[index].range.count > 1 else { return false }
      return isNotice(index, all, in: text) || index < tail && isAmong(index, all[..<tail], in: text)
    }
  }

  /// Whether a newsletter's first line leads to a page that shows it, or away from it.
  private func isTopNotice(_ all: [Line], in text: Bytes) -> Bool {
    let range = all[0].range
    return all.count > 1 && all[1].opensBlock && range.count <= 200 && text[range].contains(UInt8(ascii: "/"))
      && FooterNotice.stands(range, in: text)
  }

  /// Whether a line inside the story is a footer.
  private func isAmong(_ index: Int, _ lines: ArraySlice<Line>, in text: Bytes) -> Bool {
    let range = lines[index].range
    let isAlone = lines[index].opensBlock && (index + 1 == lines.endIndex || lines[index + 1].opensBlock)
    guard isAlone, range.count < 80, text[range.upperBound - 1] != UInt8(ascii: "."),
      HeadingMark.opening(range, in: text) == nil, Bullet.markWidth(range, in: text) == 0
    else { return false }
    return FooterLine(range, in: text).isFooter && !CitationPair.stands(in: range, of: text)
  }

  /// Whether a line is a notice that stands alone, or among others, or right below a flattened body.
  private func isNotice(_ index: Int, _ all: [Line], in text: Bytes) -> Bool {
    guard FooterNotice.stands(all[index].range, in: text), !CitationPair.stands(in: all[index].range, of: text) else {
      return false
    }
    let above = all[index - 1].range
    let isBelow =
      all[index].opensBlock || FooterNotice.stands(above, in: text) || HeadingMark.stands(inside: above, of: text)
    let isAbove =
      index + 1 == all.count || all[index + 1].opensBlock || FooterNotice.stands(all[index + 1].range, in: text)
      || FooterLine(all[index + 1].range, in: text).isFooter
    return isBelow && isAbove
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
