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

  mutating func choose(_ mark: CitationAnchor, in frame: Frame) {
    // Before the cursor goes there: it may change where lines end.
    chosen = mark
    move(to: spot(of: mark), in: frame)
  }

  /// Where a mark leads.
  func target(of mark: CitationAnchor) -> MarkTarget? {
    switch mark {
    case .stop(let part, .citation(let index)): citations(of: part)[safe: index].map { .citation($0) }
    case .stop(let part, .link(let index)): layout.text(of: part).address(ofLink: index).map { .link(url: $0) }
    case .foldSummary(let section, let source):
      citation(of: source, in: detail.story.sections[section].blocks).map { .citation($0) }
    case .source(let index): citation(ofSource: index + 1).map { .citation($0) }
    }
  }

  /// The first citation of the n-th source, from 1; those of the section under the cursor come first.
  func citation(ofSource number: Int) -> Citation? {
    guard layout.facts.hosts.indices.contains(number - 1) else { return nil }
    let here = cursor.part.section.flatMap { detail.story.sections[safe: $0]?.blocks } ?? []
    return citation(of: number, in: here) ?? citation(of: number, in: detail.story.lede)
      ?? detail.story.sections.lazy.compactMap { citation(of: number, in: $0.blocks) }.first
  }

  /// The marks that can be seen, in reading order.
  mutating func marks(in frame: Frame) -> [CitationAnchor] {
    var seen: Set<CitationAnchor> = []
    var marks: [CitationAnchor] = []
    for case let address? in page(in: frame) {
      for mark in self.marks(on: address) where seen.insert(mark).inserted { marks.append(mark) }
    }
    return marks
  }

  /// The mark that stands at a point of the frame.
  mutating func mark(at point: Point, in frame: Frame) -> CitationAnchor? {
    guard let address = page(in: frame)[safe: point.row - head(in: frame).rows] ?? nil else { return nil }
    if case .source(let index) = address.part { return .source(index) }
    let column = point.column - layout.column(of: layout.text(of: address.part))
    let run = layout.line(address).runs.first { $0.column..<$0.column + Width.of($0.text) ~= column }
    return run?.stop.map { .stop(address.part, $0) }
  }

  /// The marks on one line.
  mutating func marks(on address: StoryLayout.Address) -> [CitationAnchor] {
    guard case .block(let block) = address.part, detail.story.block(block) != nil else {
      return address.piece == 0 && address.line == 0 ? marks(of: address.part).map(\.mark) : []
    }
    var seen: Set<StoryLine.Stop> = []
    let stops = layout.line(address).runs.compactMap(\.stop).filter { seen.insert($0).inserted }
    return stops.map { .stop(address.part, $0) }
  }

  /// The marks of a part, with where in it they begin.
  private mutating func marks(of part: StoryPart) -> [(mark: CitationAnchor, offset: Int)] {
    switch part {
    case .source(let index):
      return [(.source(index), 0)]
    case .block(.heading(let section)):
      guard layout.measure.showsTally, !layout.outline.folds.isOpen(section),
        detail.story.sections[section].blocks.contains(where: { !$0.citations.isEmpty })
      else { return [] }
      let foldSummary = layout.foldSummary(of: section)
      return foldSummary.shown(in: Measure.foldSummary).marks.map { (.foldSummary(section: section, source: $0), 0) }
    case .block(let block) where detail.story.block(block) != nil:
      return layout.text(of: part).stops.map { (.stop(part, $0.stop), $0.offset) }
    default: return []
    }
  }

  private func citation(of number: Int, in blocks: [Block]) -> Citation? {
    let host = layout.facts.hosts[number - 1]
    return blocks.lazy.compactMap { $0.citations.first { $0.host == host } }.first
  }

  private func spot(of mark: CitationAnchor) -> StorySpot {
    guard case .stop(let part, let stop) = mark,
      let offset = layout.text(of: part).stops.first(where: { $0.stop == stop })?.offset
    else { return StorySpot(mark.part) }
    return StorySpot(part, offset: offset)
  }

  private mutating func nextMark(forward: Bool) -> CitationAnchor? {
    let here = layout.address(of: cursor)
    var part = here.part
    var marks = marks(of: part)
    if let chosen, let index = marks.firstIndex(where: { $0.mark == chosen }) {
      marks = forward ? Array(marks[(index + 1)...]) : Array(marks[..<index])
    } else {
      let start = layout.line(here).start
      marks = marks.filter { ($0.offset >= start) == forward }
    }
    while marks.isEmpty {
      guard let next = forward ? layout.outline.part(after: part) : layout.outline.part(before: part) else {
        return nil
      }
      part = next
      marks = self.marks(of: part)
    }
    return (forward ? marks.first : marks.last)?.mark
  }
}

extension Array {
  /// The element at an index; nil outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
