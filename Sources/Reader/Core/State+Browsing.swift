import Briefing
import Canvas

extension Destination {
  /// The page that a story itself is, in the browser: the list stays as it is.
  static func ownPage(of story: StoryID) -> Destination { Destination(OwnPageRoute(story: story)) }
}

private struct OwnPageRoute: Route {
  let story: StoryID

  func request(from state: State) -> Request { .story(story) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds this story") }
    guard let url = detail.story.url else { return state.say(state.noOwnPage(of: detail.story.headline)) }
    return state.open(url)
  }
}

extension State {
  fileprivate func noOwnPage(of headline: String) -> String {
    let words = "“” has no address of its own; its sources are in it"
    let room = max(Self.fewestColumnsOfName, size.columns - 2 - Width.of(words))
    return "“\(Wrap.cut(headline, columns: room))” has no address of its own; its sources are in it"
  }
}
