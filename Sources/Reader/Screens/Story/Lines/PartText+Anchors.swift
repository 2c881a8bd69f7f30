import Briefing

extension PartText {
  /// What can be followed, each once, in the order of the places where it begins.
  var anchors: [(anchor: StoryLine.Anchor, offset: Int)] {
    var anchors: [(anchor: StoryLine.Anchor, offset: Int)] = []
    var linked: Set<Int> = []
    for (index, span) in spans.enumerated() {
      guard case .link = span.style, !span.range.isEmpty || !opening.isEmpty else { continue }
      let citation = citation(ofLink: index)
      if let citation, !linked.insert(citation).inserted { continue }
      anchors.append((citation.map { .citation($0) } ?? .link(index), span.range.lowerBound))
    }
    for (index, citation) in citations.enumerated() where !linked.contains(index) {
      anchors.append((.citation(index), words.boundary(before: citation.place)))
    }
    guard !spans.isEmpty else { return anchors }
    return anchors.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(
      \.element)
  }

  /// The address of a link.
  func address(ofLink index: Int) -> String? {
    if case .link(let url)? = spans[safe: index]?.style { url } else { nil }
  }

  /// The citation that a link is at the same time: of its address, and right behind it or behind the marks that end it.
  func citation(ofLink index: Int) -> Int? {
    guard case .link(let url) = spans[index].style else { return nil }
    let end = spans[index].range.upperBound
    let first = citations.firstIndex(behind: end - 1)
    return (first..<min(first + Self.near, citations.count)).first { index in
      let place = citations[index].place
      return citations[index].url == url && place <= min(end + Self.near, words.utf8.count)
        && !words.slice(end..<place).utf8.contains(0x20)
    }
  }

  /// How far behind a link its citation is looked for, in bytes and in citations.
  private static let near = 8
}
