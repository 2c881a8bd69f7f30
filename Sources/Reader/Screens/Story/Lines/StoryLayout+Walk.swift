import Briefing

/// From line to line, and from spots to lines and back.
extension StoryLayout {
  /// The line that shows a spot; where the spot is folded away, the first line of what stands for it.
  mutating func address(of spot: StorySpot) -> Address {
    let part = outline.shown(spot.part)
    let offset = part == spot.part ? spot.offset : 0
    let chunk = chunks(of: part).index(of: offset)
    let lines = lines(of: part, chunk: chunk)
    return Address(part: part, chunk: chunk, line: Self.line(at: offset, in: lines))
  }

  /// Whether a spot stands on a line, but behind where that is cut.
  mutating func isCutAway(_ spot: StorySpot) -> Bool {
    guard outline.shown(spot.part) == spot.part else { return false }
    let line = line(address(of: spot))
    return line.isCut && !line.shows(spot.offset)
  }

  mutating func spot(of address: Address) -> StorySpot {
    StorySpot(address.part, offset: line(address).start)
  }

  mutating func address(after address: Address) -> Address? {
    if address.line + 1 < lines(of: address.part, chunk: address.chunk).count {
      return Address(part: address.part, chunk: address.chunk, line: address.line + 1)
    }
    if address.chunk + 1 < chunks(of: address.part).count {
      return Address(part: address.part, chunk: address.chunk + 1, line: 0)
    }
    return outline.part(after: address.part).map { Address(part: $0, chunk: 0, line: 0) }
  }

  mutating func address(before address: Address) -> Address? {
    if address.line > 0 { return Address(part: address.part, chunk: address.chunk, line: address.line - 1) }
    if address.chunk > 0 { return end(of: address.part, chunk: address.chunk - 1) }
    guard let part = outline.part(before: address.part) else { return nil }
    return end(of: part, chunk: chunks(of: part).count - 1)
  }

  var first: Address { Address(part: outline.first, chunk: 0, line: 0) }

  var last: Address {
    mutating get {
      let part = outline.last
      return end(of: part, chunk: chunks(of: part).count - 1)
    }
  }

  /// How many blank rows stand above a line.
  mutating func gap(above address: Address) -> Int {
    guard !measure.isDense else { return 0 }
    guard address.line == 0, address.chunk == 0 else { return isApartWithin(address) ? 1 : 0 }
    guard let before = outline.part(before: address.part) else { return 0 }
    return isApart(address.part, from: before) ? 1 : 0
  }

  /// Only the rows of a table stand apart within their block.
  private mutating func isApartWithin(_ address: Address) -> Bool {
    guard facts.hasTables, case .block(let block) = address.part, story.block(block)?.kind == .table else {
      return false
    }
    return line(address).isApart
  }

  private mutating func end(of part: StoryPart, chunk: Int) -> Address {
    Address(part: part, chunk: chunk, line: lines(of: part, chunk: chunk).count - 1)
  }

  /// Lists stand close together, paragraphs apart, and a question apart from an answer above it.
  private func isApart(_ part: StoryPart, from before: StoryPart) -> Bool {
    switch (before, part) {
    case (.block(.heading(let first)), .block(.heading(let second))):
      isOpenStatement(second) && !isOpenStatement(first)
    case (.block(.lede(let first)), .block(.lede(let second))) where facts.hasContainers:
      story.lede[second].isApart(from: story.lede[first])
    case (.block(.paragraph(let section, let first)), .block(.paragraph(let other, let second)))
    where facts.hasContainers && section == other:
      story.sections[section].blocks[second].isApart(from: story.sections[section].blocks[first])
    case (.block(.bullet), .block(.bullet)), (.block(.heading), .block(.paragraph)), (.block(.heading), .note),
      (.sourcesTitle, .source), (.source, .source),
      (.title, .item), (.item, .item):
      false
    default: true
    }
  }

  private func isOpenStatement(_ section: Int) -> Bool {
    !story.sections[section].isQuestion && outline.folds.isOpen(section)
  }

  /// The last line that begins at or before an offset.
  private static func line(at offset: Int, in lines: [StoryLine]) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
