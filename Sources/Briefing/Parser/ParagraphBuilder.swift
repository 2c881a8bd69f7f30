/// Turns a stretch of the input into a paragraph: its words on one line, and its citations where they stand.
struct ParagraphBuilder {
  let input: Bytes
  private let held: HeldSpaces
  var output: [UInt8] = []
  var citations: [Citation] = []
  /// Parentheses of the story that are still open.
  var depth = 0
  var gap = Gap.none
  /// The hosts that the input cites beyond doubt; looked for when a doubtful one is met.
  var plainHosts: PlainHosts?
  /// What cut links left, in bytes of the input.
  var residues: [Range<Int>] = []

  /// What stood between the last words written and the next ones.
  enum Gap: Equatable {
    case none
    case space
    /// A line break and nothing else.
    case wrap
    case citation(spaceBefore: Bool, spaceAfter: Bool)
  }

  init(_ input: Bytes, held: HeldSpaces) {
    (self.input, self.held) = (input, held)
    output.reserveCapacity(2048)
  }

  /// The paragraph in `range`; nil if nothing but white space stands there.
  mutating func paragraph(_ range: Range<Int>) -> Block? {
    reset()
    append(range, citing: true)
    guard !output.isEmpty || !citations.isEmpty else { return nil }
    return Block(text: String(decoding: output, as: UTF8.self), citations: citations)
  }

  /// The words in `range` on one line, with no more of a link than its text: a headline, a bullet or a heading.
  mutating func line(_ range: Range<Int>) -> String {
    reset()
    append(range, citing: false)
    return String(decoding: output, as: UTF8.self)
  }

  /// All the words in `range` on one line; what looks like a mark is words too.
  mutating func words(_ range: Range<Int>) -> String {
    reset()
    writeWords(input.trimmed(range))
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func reset() {
    output.removeAll(keepingCapacity: true)
    citations.removeAll(keepingCapacity: true)
    (depth, gap) = (0, .none)
  }

  private mutating func append(_ whole: Range<Int>, citing: Bool) {
    let range = citing ? withoutCutHeading(input.trimmed(whole)) : input.trimmed(whole)
    var index = range.lowerBound
    while index < range.upperBound {
      let stop = nextMark(in: index..<range.upperBound)
      if stop > index { write(index..<stop) }
      guard stop < range.upperBound else { break }
      index = step(at: stop, limit: range.upperBound, citing: citing)
    }
    trimEnd()
  }

  /// The range without the hashes of a heading that a cut has left at the end of the text.
  private func withoutCutHeading(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, input[end - 1] == UInt8(ascii: "#") { end -= 1 }
    guard (1...6).contains(range.upperBound - end), end > range.lowerBound, input[end - 1].isSpace,
      input.trimmed(range.upperBound..<input.count).isEmpty
    else { return range }
    let words = input.trimmed(range.lowerBound..<end)
    let isBehindPair = input.has(")", at: words.upperBound - 1) || input.has("）", at: words.upperBound - 3)
    return isBehindPair || SentenceEnd.isBefore(words.upperBound, in: input) ? words : range
  }

  /// Takes off a space that a piece set aside has left at the end.
  mutating func trimEnd() {
    while let last = output.last {
      let width = last == 0x20 ? 1 : last == 0x80 ? ideographicSpaceWidth : HeldSpaces.width(atEndOf: output)
      guard width > 0 else { break }
      output.removeLast(width)
    }
    var index = citations.count - 1
    while index >= 0, citations[index].place > output.count {
      citations[index].place = output.count
      index -= 1
    }
  }

  private var ideographicSpaceWidth: Int { output.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) ? 3 : 0 }

  /// The next byte that may be more than a letter to copy.
  @inline(__always)
  private func nextMark(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 9 <= range.upperBound {
      let word = input.word(at: index)
      if word.hasPair(0x28) || word.has(0x5B) || word.has(0x0A) || word.has(0xEF)
        || word.hasDoubledSpace(before: input[index + 8])
      {
        break
      }
      index += 8
    }
    while index < range.upperBound, !isMark(at: index, limit: range.upperBound) { index += 1 }
    return index
  }

  @inline(__always)
  private func isMark(at index: Int, limit: Int) -> Bool {
    switch input[index] {
    case 0x28, 0x29, 0x5B, 0x0A: true
    case 0xEF: input[index + 1] == 0xBC && input[index + 2] & 0xFE == 0x88
    case 0x20: index + 1 < limit && input[index + 1].isSpace
    default: false
    }
  }

  private mutating func step(at index: Int, limit: Int, citing: Bool) -> Int {
    switch input[index] {
    case 0x20, 0x0A: return skipSpaces(at: index, limit: limit)
    case 0x5B: return stepBracket(at: index, limit: limit, citing: citing)
    default: break
    }
    let opening = CitationPair.openingWidth(input, at: index)
    if opening > 0 {
      if citing, let end = readCitation(at: index, limit: limit) ?? readStump(at: index, limit: limit) { return end }
      let isSmile = index > 0 && input[index - 1] == UInt8(ascii: ":")
      if !isSmile { depth += 1 }
      write(index..<index + opening)
      return index + opening
    }
    return stepClosing(at: index, limit: limit, citing: citing)
  }

  mutating func skipSpaces(at start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, input[index].isSpace { index += 1 }
    if case .citation(let before, _) = gap {
      gap = .citation(spaceBefore: before, spaceAfter: true)
    } else {
      gap = index == start + 1 && input[start] == 0x0A ? .wrap : .space
    }
    return index
  }

  private mutating func stepBracket(at index: Int, limit: Int, citing: Bool) -> Int {
    guard let link = Link.read(input, at: index, limit: limit) else {
      write(index..<index + 1)
      return index + 1
    }
    writeWords(link.text)
    if let remainder = link.remainder { residues.append(remainder) }
    guard citing, let host = Host.read(input, at: link.text.lowerBound, limit: link.text.upperBound),
      host.range == link.text, host.certainty > .none
    else { return link.end }
    let url = link.url.flatMap { AddressStart.isWeb(input, $0) ? input.string($0) : nil }
    citations.append(Citation(place: output.count, host: host.name(in: input), url: url))
    return link.end
  }

  /// Copies the text of a link on one line.
  mutating func writeWords(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let stop = nextMark(in: index..<range.upperBound)
      if stop > index { write(index..<stop) }
      guard stop < range.upperBound else { return }
      if input[stop].isSpace {
        index = skipSpaces(at: stop, limit: range.upperBound)
      } else {
        write(stop..<stop + 1)
        index = stop + 1
      }
    }
  }

  /// Copies words, with a space before them if one is due.
  @inline(__always)
  mutating func write(_ range: Range<Int>) {
    if gap != .none { closeGap(before: range.lowerBound) }
    // Behind a citation that opens a paragraph, or a link without words, a space may be left over.
    let opensWithSpace = input[range.lowerBound] == 0x20
    if opensWithSpace { letGo() }
    let isLeftOver = opensWithSpace && output.last == 0x20
    let words = output.isEmpty ? withoutSpacesAhead(range) : isLeftOver ? range.dropFirst() : range
    if held.isEmpty {
      output.append(contentsOf: Bytes(rebasing: input[words]))
    } else {
      held.copy(words, of: input, to: &output)
    }
  }

  /// The range without the spaces that it opens with.
  private func withoutSpacesAhead(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, input.spaceWidth(at: start) > 0 { start += input.spaceWidth(at: start) }
    return start..<range.upperBound
  }

  /// A no-break space at the end of what is written holds nothing where a space follows.
  private mutating func letGo() {
    let width = HeldSpaces.width(atEndOf: output)
    if width > 0 { output.replaceSubrange((output.count - width)..., with: [0x20]) }
  }

  mutating func closeGap(before next: Int) {
    defer { gap = .none }
    guard let last = output.last else { return }
    let scalar = input.scalar(at: next).value
    switch gap {
    case .none: return
    case .space: if last == 0x20 || scalar == 0x20 { return }
    case .wrap: if last == 0x20 || (Wide.isIdeographic(scalar) && endsIdeographic) { return }
    case .citation(let before, let after):
      if !Spacing.isDue(before: scalar, at: next, in: input, spaceBefore: before, spaceAfter: after) { return }
      let (left, right) = (endsIdeographic, Wide.isIdeographic(scalar))
      if !before || !after, left && right { return }
      if !before, !after, left || right { return }
    }
    letGo()
    if output.last != 0x20 { output.append(0x20) }
  }

  private var endsIdeographic: Bool {
    output.withUnsafeBufferPointer { buffer in
      Wide.isIdeographic(buffer.scalar(at: buffer.scalarStart(before: buffer.count)).value)
    }
  }
}
