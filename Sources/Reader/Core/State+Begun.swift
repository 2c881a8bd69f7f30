import Briefing
import Canvas

extension Destination {
  /// A story where it was left, and in the list the cursor on it.
  static func begun(_ story: StoryID) -> Destination { Destination(BegunRoute(story: story)) }
}

private struct BegunRoute: Route {
  let story: StoryID

  func request(from state: State) -> Request { .story(story) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds this story") }
    return state.open(detail, inIndex: true)
  }
}

/// A story that was begun is offered when the reader starts, so that nobody has to look for it.
extension State {
  /// What is asked once the first screen is on its way: one row of an index that has no others but those begun.
  static let newestBegun = Request.rows(Listing(query: "is:begun"), .first(1))

  /// Whether there may be one: what is only read keeps no place, and who asked for some stories wants those.
  var offersBegun: Bool { !isPassing && listing.query.isEmpty }

  /// Names the story, unless the user has done something by now or is told something else.
  mutating func offerBegun(_ row: Row?) -> [Effect] {
    guard let row, isAtStart, message == nil, let key = keymap.label(for: .nextUnread, in: scopes) else { return [] }
    offeredBegun = row.id
    let words = "begun: “” · \(key) goes on with it"
    let headline = Wrap.cut(row.headline, columns: max(Self.fewestColumnsOfName, size.columns - 2 - Width.of(words)))
    return say("begun: “\(headline)” · \(key) goes on with it")
  }

  private var isAtStart: Bool {
    history.isAtRoot && tabs.shown == .stories && !hasBeenUsed && prompt == nil && pendingNavigation == nil
  }
}
