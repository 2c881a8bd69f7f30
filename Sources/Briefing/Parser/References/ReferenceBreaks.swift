/// Finds where the entries of a list begin that has lost its line breaks and stands at the end of a long line:
/// `… [1] https://… [2] Name, https://…`.
enum ReferenceBreaks {
  /// Where lines begin again; costs one look at each bracket.
  static func find(in lines: [Line], of text: Bytes, held: HeldSpaces) -> [Int] {
    var found: [Int] = []
    for line in lines {
      let places = places(in: line.range, of: text, held: held)
      if !places.isEmpty { found += places }
    }
    return found
  }

  /// Of the numbers in brackets, those that count up to the end of the line, each with one entry behind it.
  private static func places(in line: Range<Int>, of text: Bytes, held: HeldSpaces) -> [Int] {
    var run: [(start: Int, number: Int, content: Int)] = []
    var index = text.first(UInt8(ascii: "["), in: line.lowerBound..<line.upperBound)
    while index < line.upperBound {
      if let mark = mark(at: index, in: line, of: text) {
        let isNext = run.last.map { mark.number == $0.number + 1 && isEntry($0.content..<index, text, held) } ?? false
        if !isNext { run.removeAll() }
        if isNext || mark.number == 1 { run.append((index, mark.number, mark.content)) }
      }
      index = text.first(UInt8(ascii: "["), in: index + 1..<line.upperBound)
    }
    guard let last = run.last, run.count > 1, isEntry(last.content..<line.upperBound, text, held),
      run[0].start > line.lowerBound
    else { return [] }
    return [heading(before: run[0].start, in: line, of: text)].compactMap { $0 } + run.map(\.start)
  }

  /// `[3] `, `[3]: ` or `[^3]: ` behind a space.
  private static func mark(at start: Int, in line: Range<Int>, of text: Bytes) -> (number: Int, content: Int)? {
    guard start == line.lowerBound || text[start - 1].isSpace else { return nil }
    let first = text.has("^", at: start + 1) ? start + 2 : start + 1
    var index = first
    while index < line.upperBound, index - first < 4, text[index].isDigit { index += 1 }
    guard index > first, text.has("]", at: index), let number = Int(text.string(first..<index)) else { return nil }
    index += text.has(":", at: index + 1) ? 2 : 1
    return index < line.upperBound && text[index].isSpace ? (number, index + 1) : nil
  }

  /// Whether one address stands in the words, at their beginning or their end, and no sentence.
  private static func isEntry(_ range: Range<Int>, _ text: Bytes, _ held: HeldSpaces) -> Bool {
    guard range.count < 600 else { return false }
    let entry = ReferenceEntry(range, in: text, held: held)
    return entry.isEntry && entry.sources?.count == 1 && entry.sources?.first?.url != nil
  }

  /// Where a word like `Sources:` begins that stands before the first entry.
  private static func heading(before start: Int, in line: Range<Int>, of text: Bytes) -> Int? {
    var end = start
    while end > line.lowerBound, text[end - 1].isSpace { end -= 1 }
    var begin = end
    while begin > line.lowerBound, end - begin < 40, !text[begin - 1].isSpace { begin -= 1 }
    while begin > line.lowerBound, text[begin - 1].isSpace || text[begin - 1] == UInt8(ascii: "#") { begin -= 1 }
    while begin < end, text[begin].isSpace { begin += 1 }
    return ReferenceHeading.stands(begin..<end, in: text) ? begin : nil
  }
}
