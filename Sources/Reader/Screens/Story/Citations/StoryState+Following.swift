import Briefing

/// What can be done with a citation, or with the line under the cursor.
extension StoryState {
  /// Follows the chosen citation; else opens or closes what the cursor stands on.
  mutating func enter(in frame: Frame) -> [Step] {
    if let chosen, let citation = citation(of: chosen) { return [.go(.citation(citation))] }
    if case .source(let index) = cursor.part { return follow(index + 1, in: frame) }
    return toggle(in: frame)
  }

  /// Follows the n-th source, from 1; without a number the citation that is chosen or the first on the line.
  mutating func follow(_ number: Int?, in frame: Frame) -> [Step] {
    guard let number else {
      guard let mark = chosen ?? markOnLine(), let citation = citation(of: mark) else {
        return [.say("no citation on this line")]
      }
      choose(mark, in: frame)
      return [.go(.citation(citation))]
    }
    guard let citation = citation(ofSource: number) else {
      let count = layout.facts.hosts.count
      return [.say(count == 0 ? "this story cites nothing" : "there is no [\(number)]: the last is [\(count)]")]
    }
    return [.go(.citation(citation))]
  }

  /// Opens the page that is chosen or stands on the line, else the story's own.
  mutating func browse() -> [Step] {
    if let citation = citationAtHand() {
      return [citation.url.map(Step.open) ?? .openSite(host: citation.host)]
    }
    if let url = entry.story.url { return [.open(url)] }
    return [.say("no source on this line")]
  }

  /// Copies the address that is chosen, else the words that the cursor stands in.
  mutating func copy() -> [Step] {
    if let chosen, let citation = citation(of: chosen) { return [.effect(.copy(citation.url ?? citation.host))] }
    if case .source(let index) = cursor.part { return [.effect(.copy(layout.facts.hosts[index]))] }
    return [.effect(.copy(layout.text(of: layout.outline.shown(cursor.part)).words))]
  }

  /// The citation that is chosen, or else the first on the line.
  private mutating func citationAtHand() -> Citation? {
    (chosen ?? markOnLine()).flatMap(citation(of:))
  }

  private mutating func markOnLine() -> StoryMark? {
    marks(on: layout.address(of: cursor)).first
  }
}

extension Citation {
  /// What a browser is given: the page where it is known, else the front page of the host.
  var address: String { url ?? "https://\(host)/" }
}
