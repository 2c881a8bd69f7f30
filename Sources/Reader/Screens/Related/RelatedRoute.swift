import Briefing

extension Destination {
  /// The stories that have to do with one.
  static func related(to story: StoryID, headline: String) -> Destination {
    Destination(RelatedRoute(story: story, headline: headline))
  }
}

private struct RelatedRoute: Route {
  let story: StoryID
  let headline: String

  func request(from state: State) -> Request { .related(story, limit: RelatedState.most) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .related(let stories) = answer else { return [] }
    guard !stories.isEmpty else { return state.say("no other story has anything to do with this one") }
    return state.push(RelatedState(to: headline, stories: stories))
  }
}
