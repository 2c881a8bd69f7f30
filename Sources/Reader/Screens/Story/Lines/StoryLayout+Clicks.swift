import Briefing

/// Where clicks lead: found out when lines are laid out, because a look at an address costs more than drawing a line.
extension StoryLayout {
  /// Has what can be followed on lines of a part lead where it does.
  func lead(_ lines: inout [StoryLine], of part: StoryPart, _ text: PartText) {
    if case .source(let index) = part {
      return lines.changeRuns { $0.address = CitationTarget.citation(facts.firstCitations[index]).click }
    }
    var last: (anchor: StoryLine.Anchor, address: ClickAddress?)?
    lines.changeRuns { run in
      guard let anchor = run.anchor else { return }
      let address = last?.anchor == anchor ? last?.address : text.target(of: anchor)?.click
      run.address = address
      last = (anchor, address)
    }
  }
}

extension CitationTarget {
  /// The address as a click may open it.
  var click: ClickAddress? { ClickAddress(address) }
}

extension PartText {
  /// Where an anchor in the words leads.
  func target(of anchor: StoryLine.Anchor) -> CitationTarget? {
    switch anchor {
    case .citation(let index): citations[safe: index].map { .citation($0) }
    case .link(let index): address(ofLink: index).map { .link(url: $0) }
    }
  }
}

extension [StoryLine] {
  fileprivate mutating func changeRuns(_ change: (inout StoryLine.Run) -> Void) {
    for line in indices {
      for run in self[line].runs.indices { change(&self[line].runs[run]) }
    }
  }
}
