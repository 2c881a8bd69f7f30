import Briefing
import Canvas

/// Choosing a citation.
extension StoryState {
  /// Chooses the next mark from the chosen one, or from the cursor's line.
  mutating func walk(forward: Bool, in frame: Frame) -> [Step] {
    guard let mark = nextMark(forward: forward) else {
      return [.say(forward ? "no citation further on" : "no citation further up")]
    }
    choose(mark, in: frame)
    return []
  }

  mutating func choose(_ mark: StoryMark, in frame: Frame) {
    move(to: spot(of: mark), in: frame)
    chosen = mark
  }

  /// The citation that a mark stands for.
  func citation(of mark: StoryMark) -> Citation? {
    switch mark {
    case .citation(let part, let index): citations(of: part)[safe: index]
    case .tally(let section, let source): citation(of: source, in: entry.story.sections[section].blocks)
    case .source(let index): citation(ofSource: index + 1)
    }
  }

  /// The first citation of the n-th source, from 1; those of the section under the cursor come first.
  func citation(ofSource number: Int) -> Citation? {
    guard layout.facts.hosts.indices.contains(number - 1) else { return nil }
    let here = cursor.part.section.flatMap { entry.story.sections[safe: $0]?.blocks } ?? []
    return citation(of: number, in: here) ?? citation(of: number, in: entry.story.lede)
      ?? entry.story.sections.lazy.compactMap { citation(of: number, in: $0.blocks) }.first
  }

  /// The marks that can be seen, in reading order.
  mutating func marks(in frame: Frame) -> [StoryMark] {
    var seen: Set<StoryMark> = []
    var marks: [StoryMark] = []
    for case let address? in page(in: frame) {
      for mark in self.marks(on: address) where seen.insert(mark).inserted { marks.append(mark) }
    }
    return marks
  }

  /// The mark that stands at a point of the frame.
  mutating func mark(at point: Point, in frame: Frame) -> StoryMark? {
    guard let address = page(in: frame)[safe: point.row - head(in: frame).rows] ?? nil else { return nil }
    if case .source(let index) = address.part { return .source(index) }
    let text = layout.text(of: address.part)
    let column = point.column - (text.depth == 0 ? layout.measure.text : layout.measure.answer)
    for run in layout.line(address).runs {
      guard case .mark(let citation) = run.kind, run.column..<run.column + Width.of(run.text) ~= column else {
        continue
      }
      return .citation(address.part, citation)
    }
    return nil
  }

  /// The marks on one line.
  mutating func marks(on address: StoryLayout.Address) -> [StoryMark] {
    guard case .block(.paragraph(_, _)) = address.part else {
      if case .block(.lede(_)) = address.part { return citationMarks(on: address) }
      return address.piece == 0 && address.line == 0 ? marks(of: address.part) : []
    }
    return citationMarks(on: address)
  }

  private mutating func citationMarks(on address: StoryLayout.Address) -> [StoryMark] {
    layout.line(address).runs.compactMap { run in
      if case .mark(let citation) = run.kind { .citation(address.part, citation) } else { nil }
    }
  }

  private mutating func marks(of part: StoryPart) -> [StoryMark] {
    switch part {
    case .source(let index):
      return [.source(index)]
    case .block(.heading(let section)):
      guard layout.measure.showsTally, !layout.outline.folds.isOpen(section),
        entry.story.sections[section].blocks.contains(where: { !$0.citations.isEmpty })
      else { return [] }
      let tally = layout.tally(of: section)
      return tally.shown(in: Measure.tally).marks.map { .tally(section: section, source: $0) }
    default:
      return citations(of: part).indices.map { .citation(part, $0) }
    }
  }

  private func citation(of number: Int, in blocks: [Block]) -> Citation? {
    let host = layout.facts.hosts[number - 1]
    return blocks.lazy.compactMap { $0.citations.first { $0.host == host } }.first
  }

  private func spot(of mark: StoryMark) -> StorySpot {
    guard case .citation(let part, _) = mark, let citation = citation(of: mark) else { return StorySpot(mark.part) }
    return StorySpot(part, offset: layout.text(of: part).words.boundary(before: citation.place))
  }

  private mutating func nextMark(forward: Bool) -> StoryMark? {
    let here = layout.address(of: cursor)
    var part = here.part
    var marks = marks(of: part)
    if let chosen, let index = marks.firstIndex(of: chosen) {
      marks = forward ? Array(marks[(index + 1)...]) : Array(marks[..<index])
    } else {
      let start = layout.line(here).start
      marks = marks.filter { (spot(of: $0).offset >= start) == forward }
    }
    while marks.isEmpty {
      guard let next = forward ? layout.outline.part(after: part) : layout.outline.part(before: part) else {
        return nil
      }
      part = next
      marks = self.marks(of: part)
    }
    return forward ? marks.first : marks.last
  }
}

extension Array {
  /// The element at an index; nil outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
