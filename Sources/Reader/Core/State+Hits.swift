import Briefing

extension State {
  /// Whether a story is shown that was opened from a search and has not been searched itself since.
  var isWalkingHits: Bool {
    history.current.story != nil && history.previous?.search?.isWalked == true
  }

  /// Goes to the next hit of the search below, in this story or another one.
  mutating func walkHits(forward: Bool) -> [Effect] {
    let below = history.position - 1
    guard let story = history.current.story, var search = history[below].search else { return [] }
    let hit = search.step(forward: forward, in: frame(at: below))
    history[below] = Screen(search)
    let effects = tell(below) { $0.appeared(in: $1) }
    guard let hit else { return effects + say(search.endSentence(forward: forward)) }
    if hit.story == story.detail.row.id {
      let frame = frame(at: history.position)
      history.current.story?.go(to: hit.place, in: frame)
      return effects
    }
    return effects + go(to: .story(hit.story, at: hit.place, matching: search.words, takingPlace: true))
  }
}
