import Briefing

extension State {
  /// Whether a full-text search is shown.
  var isSearching: Bool {
    if case .search = history.current { true } else { false }
  }

  /// Whether a story is shown that was opened from a search and has not been searched itself since.
  var isWalkingHits: Bool {
    guard case .story = history.current, case .search(let search)? = history.previous else { return false }
    return search.isWalked
  }

  /// Goes to the next hit of the search below, in this story or another one.
  mutating func walkHits(forward: Bool) -> [Effect] {
    let below = history.position - 1
    guard case .story(var story) = history.current, case .search(var search) = history[below] else { return [] }
    let hit = search.step(forward: forward, in: frame(at: below))
    history[below] = .search(search)
    let effects = tell(below) { $0.appeared(in: $1) }
    guard let hit else { return effects + say(search.endSentence(forward: forward)) }
    if hit.story == story.detail.row.id {
      story.go(to: hit.place, in: frame(at: history.position))
      history.current = .story(story)
      return effects
    }
    let destination = Destination.story(hit.story, at: hit.place, matching: search.words)
    return effects + ask(.story(hit.story), for: destination, takingPlace: true)
  }
}
