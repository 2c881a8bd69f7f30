import Briefing

extension Destination {
  /// A story, at a place in it, with the words of a search highlighted.
  static func story(
    _ id: StoryID, at place: Place? = nil, matching words: String = "", takingPlace: Bool = false
  ) -> Destination {
    Destination(StoryRoute(id: id, place: place, words: words, takesPlace: takingPlace))
  }

  /// The story before or after this one in the index; it takes this one's place in the history.
  static func neighbour(of id: StoryID, forward: Bool) -> Destination {
    Destination(NeighbourRoute(id: id, forward: forward, removes: false))
  }

  /// The story after this one, or where this one was opened from; then this one is removed. What comes is marked as read
  /// first, so that the removal is the first thing that an undo takes back.
  static func next(removing id: StoryID) -> Destination {
    Destination(NeighbourRoute(id: id, forward: true, removes: true))
  }

  /// A version of the story that is shown, at the same place of it; nil is the newest.
  static func version(_ version: Int?, of id: StoryID) -> Destination {
    Destination(VersionRoute(id: id, version: version))
  }

  /// A citation: the page itself if the catalog holds it, else the source with all its claims.
  static func citation(_ citation: Citation) -> Destination {
    citation.url.map { Destination(PageRoute(url: $0, host: citation.host)) } ?? .source(host: citation.host)
  }

  /// The page of an address if the catalog holds it, else the address in the browser.
  static func link(url: String) -> Destination {
    Destination(PageRoute(url: url, host: nil))
  }
}

private struct StoryRoute: Route {
  let id: StoryID
  let place: Place?
  let words: String
  let takesPlace: Bool

  func request(from state: State) -> Request { .story(id) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds this story") }
    return state.open(detail, at: place, matching: words, takingPlace: takesPlace)
  }
}

private struct NeighbourRoute: Route {
  let id: StoryID
  let forward: Bool
  let removes: Bool

  func request(from state: State) -> Request { .neighbour(id, state.listing, forward: forward) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return arriveAtEnd(in: &state) }
    return state.open(detail, takingPlace: true, inIndex: true) + remove(in: &state)
  }

  private func arriveAtEnd(in state: inout State) -> [Effect] {
    if removes { return state.goBack() + remove(in: &state) }
    return state.say(forward ? "this is the last story" : "this is the first story")
  }

  private func remove(in state: inout State) -> [Effect] {
    removes ? state.sendForUser(.remove([id], isRemoved: true)) : []
  }
}

private struct VersionRoute: Route {
  let id: StoryID
  let version: Int?

  func request(from state: State) -> Request { .story(id, version: version) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds that version") }
    guard let shown = state.history.current.story else { return state.open(detail, takingPlace: true) }
    let story = StoryState(detail: detail, after: shown, in: state.pageFrame)
    return state.push(story, takingPlace: true) + state.markRead(detail.row)
  }
}

/// The page of an address; where the catalog does not hold it, the source that it is on, or the browser for none.
private struct PageRoute: Route {
  let url: String
  let host: String?

  func request(from state: State) -> Request { .page(url: url) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    if case .story(let detail?) = answer { return state.open(detail) }
    return host.map { state.go(to: .source(host: $0)) } ?? state.open(url)
  }
}

extension State {
  /// Shows a story that the catalog gave, where the user left it or at a place, and counts it as read.
  fileprivate mutating func open(
    _ detail: StoryDetail, at place: Place? = nil, matching words: String = "", takingPlace: Bool = false,
    inIndex: Bool = false
  ) -> [Effect] {
    var detail = detail
    detail.bookmark = recentBookmarks.bookmark(of: detail)
    // The frame of the page, not of the list that the story was opened from.
    let story = StoryState(detail: detail, at: place, matching: words, in: pageFrame)
    var effects = push(story, takingPlace: takingPlace)
    if inIndex { effects += changeIndex { $0.follow(detail.row, in: $1) } }
    return effects + markRead(detail.row)
  }

  /// What is opened counts as read.
  mutating func markRead(_ row: Row) -> [Effect] {
    pendingChanges.expected(row).isUnread ? sendUnasked(.mark([row.id], .unread(false))) : []
  }
}
