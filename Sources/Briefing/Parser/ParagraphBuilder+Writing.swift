/// How words are copied, with single spaces between them.
extension ParagraphBuilder {
  /// The next byte that may be more than a letter to copy.
  @inline(__always)
  func nextMark(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let found = Self.marks(in: input.block(at: index), before: input.block(at: index + 1))
      if ByteBlock.isNone(found) {
        index += 16
      } else {
        index += ByteBlock.first(in: found)
        if index >= range.upperBound || isMark(at: index, limit: range.upperBound) { break }
        index += 1
      }
    }
    return min(index, range.upperBound)
  }

  /// Where `isMark` may find one; `next` is the block one byte behind.
  @inline(__always)
  private static func marks(in block: ByteBlock, before next: ByteBlock) -> ByteBlock.Answer {
    let doubled = block.matches(0x20) & (next.matches(0x20) | next.matches(0x0A))
    return block.matches(0x28, ignoring: 1) | block.matches(0x0A) | block.matches(0xEF) | doubled
  }

  @inline(__always)
  private func isMark(at index: Int, limit: Int) -> Bool {
    switch input[index] {
    case 0x28, 0x29, 0x0A: true
    case 0xEF: input[index + 1] == 0xBC && input[index + 2] & 0xFE == 0x88
    case 0x20: index + 1 < limit && input[index + 1].isSpace
    default: false
    }
  }

  /// Takes off a space that a piece set aside has left at the end.
  mutating func trimEnd() {
    while let last = output.last {
      let width = last == 0x20 ? 1 : last == 0x80 ? ideographicSpaceWidth : HeldSpaces.width(atEndOf: output)
      guard width > 0 else { break }
      output.removeLast(width)
    }
    clamp()
  }

  /// Takes off the end of what was written.
  mutating func shorten(to count: Int) {
    output.removeLast(max(0, output.count - count))
    clamp()
  }

  /// Brings what stood behind the end of the output to it.
  private mutating func clamp() {
    spans.clamp(to: output.count)
    guard outer == nil else { return }
    for index in breaks.indices.reversed() {
      if breaks[index].place <= output.count { break }
      breaks[index].place = output.count
    }
    if !citations.isEmpty { clampCitations() }
  }

  private mutating func clampCitations() {
    var index = citations.count - 1
    while index >= 0, citations[index].place > output.count {
      citations[index].place = output.count
      index -= 1
    }
  }

  private var ideographicSpaceWidth: Int { output.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) ? 3 : 0 }

  /// Steps over white space. A line that ends in two spaces ends on purpose, but not in code.
  mutating func skipSpaces(at start: Int, limit: Int, mayBreak: Bool = true) -> Int {
    var index = start
    while index < limit, input[index].isSpace {
      if mayBreak { noteBreak(at: index, from: start) }
      index += 1
    }
    if case .citation(let before, _) = gap {
      gap = .citation(spaceBefore: before, spaceAfter: true)
    } else {
      gap = index == start + 1 && input[start] == 0x0A ? .wrap : .space
    }
    return index
  }

  /// Ends a line at a line break with two spaces before it.
  @inline(__always)
  mutating func noteBreak(at index: Int, from start: Int) {
    if input[index] == 0x0A, purpose == .blocks, index - 2 >= start, input.has("  ", at: index - 2) { breakLine() }
  }

  /// Copies words on one line, whatever they look like.
  mutating func writeWords(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let stop = nextMark(in: index..<range.upperBound)
      if stop > index { write(index..<stop) }
      guard stop < range.upperBound else { return }
      if input[stop].isSpace {
        index = skipSpaces(at: stop, limit: range.upperBound, mayBreak: false)
      } else {
        let width = input.scalar(at: stop).width
        write(stop..<stop + width)
        index = stop + width
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
  mutating func letGo() {
    let width = HeldSpaces.width(atEndOf: output)
    guard width > 0 else { return }
    output.replaceSubrange((output.count - width)..., with: [0x20])
    clamp()
  }

  private mutating func closeGap(before next: Int) {
    let scalar = input.scalar(at: next).value
    if case .citation(let before, let after) = gap,
      !Spacing.isDue(before: scalar, at: next, in: input, spaceBefore: before, spaceAfter: after)
    {
      gap = .none
      return
    }
    closeGap(before: scalar)
  }

  /// Writes the space that is due before a scalar.
  mutating func closeGap(before scalar: UInt32) {
    defer { gap = .none }
    guard let last = output.last else { return }
    switch gap {
    case .none: return
    case .space: if last == 0x20 || scalar == 0x20 { return }
    case .wrap: if last == 0x20 || (Wide.isIdeographic(scalar) && endsIdeographic) { return }
    case .citation(let before, let after):
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
