import Briefing

/// What can be done with a citation, or with the line under the cursor.
extension StoryState {
  /// Follows the chosen citation, or the image that the cursor stands on; else shows what is cut, or opens or closes what
  /// the cursor stands on.
  mutating func enter() -> [Step] {
    if let target = citations.chosen.flatMap(target(of:)) { return [target.following] }
    if case .source(let index) = cursor.part { return follow(index + 1) }
    if isOnImage { return [.open(layout.text(of: cursor.part).address(ofLink: 0) ?? "")] }
    if canShowWhole || layout.whole.contains(cursor.part) {
      layout.toggleWhole(cursor.part)
      settle()
      return []
    }
    return toggle()
  }

  /// Follows the n-th source, from 1; without a number the citation that is chosen or the first on the line.
  mutating func follow(_ number: Int?) -> [Step] {
    guard let number else {
      guard let anchor = citations.chosen ?? anchorOnLine(), let target = target(of: anchor) else {
        return [.say("no \(wordForCitations) on this line")]
      }
      choose(anchor)
      return [target.following]
    }
    guard let citation = citation(ofSource: number) else {
      let count = layout.facts.hosts.count
      return [.say(count == 0 ? "this story cites nothing" : "there is no [\(number)]: the last is [\(count)]")]
    }
    return [.go(.citation(citation))]
  }

  /// Opens the page that is chosen or stands on the line, else the story's own.
  mutating func browse() -> [Step] {
    if let target = targetAtHand() { return [target.browsing] }
    if let url = detail.story.url { return [.open(url)] }
    return [.say("no source on this line")]
  }

  /// Copies the address that is chosen, else the words that the cursor stands in.
  mutating func copy() -> [Step] {
    if let target = citations.chosen.flatMap(target(of:)) { return [target.copying] }
    if case .source(let index) = cursor.part { return [.effect(.copy(layout.facts.hosts[index]))] }
    let words = layout.text(of: layout.outline.shown(cursor.part)).words
    if words.isEmpty, let target = targetAtHand() { return [target.copying] }
    return [.effect(.copy(words))]
  }

  var isOnImage: Bool {
    guard case .block(let block) = cursor.part, case .image? = detail.story.block(block)?.kind else { return false }
    return layout.outline.shown(cursor.part) == cursor.part
  }

  /// Whether something of what the cursor stands in is cut.
  var canShowWhole: Bool {
    mutating get {
      guard isOnCode else { return false }
      let here = layout.address(of: cursor.spot)
      return here.part == cursor.part && layout.lines(of: here.part, chunk: here.chunk).contains(where: \.isCut)
    }
  }

  /// Whether the cursor stands on what may be cut: code, or a table.
  var isOnCode: Bool {
    guard case .block(let block) = cursor.part, let kind = detail.story.block(block)?.kind else { return false }
    switch kind {
    case .code, .table: return true
    case .prose, .image, .rule: return false
    }
  }

  /// Where the anchor leads that is chosen, or else the first on the line.
  private mutating func targetAtHand() -> CitationTarget? {
    (citations.chosen ?? anchorOnLine()).flatMap(target(of:))
  }
}
