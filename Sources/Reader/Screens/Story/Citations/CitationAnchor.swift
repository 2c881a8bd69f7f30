import Briefing
import Canvas

/// Where something can be followed on the screen: a citation, or words that lead somewhere.
enum CitationAnchor: Hashable, Sendable {
  /// A citation or a link of the part, where its claim stands.
  case text(StoryPart, StoryLine.Anchor)
  /// The number of a source at the end of a folded question.
  case foldSummary(section: Int, source: Int)
  /// A source in the list at the end, counted from 0.
  case source(Int)

  var part: StoryPart {
    switch self {
    case .text(let part, _): part
    case .foldSummary(let section, _): .block(.heading(section: section))
    case .source(let index): .source(index)
    }
  }
}

/// Where an anchor leads.
enum CitationTarget: Hashable, Sendable {
  case citation(Citation)
  /// An address that is no source of the story.
  case link(url: String)

  /// What a browser is given: the page where it is known, else the front page of the host.
  var address: String {
    switch self {
    case .citation(let citation): citation.url ?? "https://\(citation.host)/"
    case .link(let url): url
    }
  }

  var following: Step {
    switch self {
    case .citation(let citation): .go(.citation(citation))
    case .link(let url): .go(.link(url: url))
    }
  }

  var browsing: Step {
    if case .citation(let citation) = self, citation.url == nil { return .openSite(host: citation.host) }
    return .open(address)
  }

  var copying: Step {
    switch self {
    case .citation(let citation): .effect(.copy(citation.address))
    case .link(let url): .effect(.copy(url))
    }
  }
}

/// Which anchors there are, where they stand, and where they lead.
extension StoryState {
  /// Where an anchor leads; nil where it stands in no part that is shown, or leads nowhere.
  func target(of anchor: CitationAnchor) -> CitationTarget? {
    guard layout.outline.shown(anchor.part) == anchor.part else { return nil }
    return switch anchor {
    case .text(let part, let anchor): layout.text(of: part).target(of: anchor)
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

  /// The anchors that can be seen, in reading order.
  mutating func anchorsInView() -> [CitationAnchor] {
    var seen: Set<CitationAnchor> = []
    var anchors: [CitationAnchor] = []
    for case let address? in page() {
      for anchor in layout.anchors(on: address) where seen.insert(anchor).inserted { anchors.append(anchor) }
    }
    return anchors
  }

  /// The anchor that stands at a point of the frame.
  mutating func anchor(at point: Point) -> CitationAnchor? {
    guard let address = page()[safe: point.row - viewport.head.rows] ?? nil else { return nil }
    if case .source(let index) = address.part { return .source(index) }
    let column = point.column - layout.column(of: layout.text(of: address.part))
    let run = layout.line(address).runs.first { $0.column..<$0.column + Width.of($0.text) ~= column }
    return run?.anchor.map { .text(address.part, $0) }
  }

  /// The first anchor on the cursor's line.
  mutating func anchorOnLine() -> CitationAnchor? {
    layout.anchors(on: layout.address(of: cursor.spot)).first
  }

  /// The anchor after the one that is chosen, or after the cursor's line; or the one before.
  mutating func nextAnchor(forward: Bool) -> CitationAnchor? {
    let here = layout.address(of: cursor.spot)
    var part = here.part
    var anchors = layout.anchors(of: part)
    if let chosen = citations.chosen, let index = anchors.firstIndex(where: { $0.anchor == chosen }) {
      anchors = forward ? Array(anchors[(index + 1)...]) : Array(anchors[..<index])
    } else {
      let start = layout.line(here).start
      anchors = anchors.filter { ($0.offset >= start) == forward }
    }
    while anchors.isEmpty {
      guard let next = forward ? layout.outline.part(after: part) : layout.outline.part(before: part) else {
        return nil
      }
      part = next
      anchors = layout.anchors(of: part)
    }
    return (forward ? anchors.first : anchors.last)?.anchor
  }

  private func citation(of number: Int, in blocks: [Block]) -> Citation? {
    guard let host = layout.facts.hosts[safe: number - 1] else { return nil }
    return blocks.lazy.compactMap { $0.citations.first { $0.host == host } }.first
  }
}

extension StoryLayout {
  /// The anchors on one line.
  fileprivate mutating func anchors(on address: Address) -> [CitationAnchor] {
    guard case .block(let block) = address.part, story.block(block) != nil else {
      return address.chunk == 0 && address.line == 0 ? anchors(of: address.part).map(\.anchor) : []
    }
    var seen: Set<StoryLine.Anchor> = []
    let anchors = line(address).runs.compactMap(\.anchor).filter { seen.insert($0).inserted }
    return anchors.map { .text(address.part, $0) }
  }

  /// The anchors of a part, with where in it they begin.
  fileprivate mutating func anchors(of part: StoryPart) -> [(anchor: CitationAnchor, offset: Int)] {
    switch part {
    case .source(let index):
      return [(.source(index), 0)]
    case .block(.heading(let section)):
      guard measure.showsFoldSummary, !outline.folds.isOpen(section),
        story.sections[section].blocks.contains(where: { !$0.citations.isEmpty })
      else { return [] }
      let sources = foldSummary(of: section).shown(in: Measure.foldSummary).sources
      return sources.map { (.foldSummary(section: section, source: $0), 0) }
    case .block(let block) where story.block(block) != nil:
      return text(of: part).anchors.map { (.text(part, $0.anchor), $0.offset) }
    default: return []
    }
  }

  /// Where an anchor begins.
  func spot(of anchor: CitationAnchor) -> StorySpot {
    guard case .text(let part, let inText) = anchor,
      let offset = text(of: part).anchors.first(where: { $0.anchor == inText })?.offset
    else { return StorySpot(anchor.part) }
    return StorySpot(part, offset: offset)
  }
}

extension Story {
  /// The citations in a part's words; none for what is no block of the body.
  func citations(of part: StoryPart) -> [Citation] {
    if case .block(let block) = part { self.block(block)?.citations ?? [] } else { [] }
  }
}
