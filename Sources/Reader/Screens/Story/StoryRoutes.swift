import Briefing
import Canvas

extension Destination {
  /// A story, at a place in it, with the words of a search highlighted.
  static func story(
    _ id: StoryID, at place: Place? = nil, matching words: String = "", takingPlace: Bool = false
  ) -> Destination {
    Destination(StoryRoute(id: id, place: place, words: words, takesPlace: takingPlace))
  }

  /// The note on a section of a story, or on the whole story.
  static func note(on id: StoryID, section: Int?) -> Destination {
    Destination(NoteRoute(id: id, section: section))
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

  /// The next story of the index that is unread; in a story it takes this one's place in the history.
  static func nextUnread(after id: StoryID?) -> Destination {
    Destination(NextUnreadRoute(id: id))
  }

  /// A version of the story that is shown, at the same place of it; nil is the newest.
  static func version(_ version: Int?, of id: StoryID) -> Destination {
    Destination(VersionRoute(id: id, version: version))
  }

  /// A citation: the page itself if the catalog holds it, else the source with all its claims.
  static func citation(_ citation: Citation) -> Destination {
    citation.url.map { Destination(PageRoute(url: $0, host: citation.host)) } ?? .source(host: citation.host)
  }

  /// The page of an address, or else the address in the browser.
  static func link(url: String) -> Destination {
    Destination(PageRoute(url: url, host: nil))
  }

  /// The whole page of an entry, in the place of what its feed has of it. Where it is only sought again, none is fetched.
  static func fullText(of entry: StoryID, fetches: Bool = true) -> Destination {
    Destination(FullTextRoute(entry: entry, fetches: fetches))
  }

  /// What a feed has of an entry, in the place of the whole page.
  static func feedText(of entry: StoryID) -> Destination {
    Destination(FeedTextRoute(entry: entry))
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

private struct NoteRoute: Route {
  let id: StoryID
  let section: Int?

  func request(from state: State) -> Request { .story(id) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds this story") }
    let effects = state.open(detail)
    state.history.current.story?.goToNote(on: section)
    return effects
  }
}

private struct NeighbourRoute: Route {
  let id: StoryID
  let forward: Bool
  let removes: Bool

  /// The row beside it where the index has that, as it may no longer be what the query finds, having been read.
  func request(from state: State) -> Request {
    state.index?.row(beside: id, forward: forward).map { .story($0.id) }
      ?? .neighbour(id, state.listing, forward: forward)
  }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return arriveAtEnd(in: &state) }
    return state.open(detail, takingPlace: true, inIndex: true, asLeft: true) + remove(in: &state)
  }

  private func arriveAtEnd(in state: inout State) -> [Effect] {
    if removes { return state.goBack() + remove(in: &state) }
    return state.say(forward ? "this is the last story" : "this is the first story")
  }

  private func remove(in state: inout State) -> [Effect] {
    guard removes else { return [] }
    let isBack = state.index?.isOfRemoved == true
    return state.sendForUser(.remove([id], isRemoved: !isBack))
  }
}

private struct NextUnreadRoute: Route {
  let id: StoryID?

  func request(from state: State) -> Request { .nextUnread(after: id, state.listing) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say(state.nothingUnread) }
    let isFromTop = isAbove(detail.row, in: state)
    let effects = state.open(detail, takingPlace: state.history.current.story != nil, inIndex: true)
    return isFromTop ? effects + state.say("nothing unread further down; this is the first from the top") : effects
  }

  /// Whether a row stands above the one that it is looked for after, as far as the order of the list tells.
  private func isAbove(_ row: Row, in state: State) -> Bool {
    guard id != nil, let date = state.history.current.story?.detail.row.date ?? state.index?.row?.date else {
      return false
    }
    return switch state.listing.order {
    case .newest: row.date > date
    case .oldest: row.date < date
    case .headline, .publisher: false
    }
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

/// The page of an address, from the catalog or else from the net.
private struct PageRoute: Route {
  let url: String
  let host: String?

  func request(from state: State) -> Request { .page(url: url) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.fetch(url, host: host) }
    return detail.row.id == state.history.current.story?.detail.row.id
      ? state.goWithinPage(to: url) : state.open(detail)
  }
}

private struct FullTextRoute: Route {
  let entry: StoryID
  let fetches: Bool

  func request(from state: State) -> Request { .copy(of: entry) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    if case .story(let page?) = answer { return state.show(fullText: page, of: entry) }
    guard fetches, let url = state.history.current.story?.detail.story.url else { return [] }
    return state.fetchFullText(of: entry, at: url)
  }
}

private struct FeedTextRoute: Route {
  let entry: StoryID

  func request(from state: State) -> Request { .story(entry) }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    guard case .story(let detail?) = answer else { return state.say("the catalog no longer holds this story") }
    state.fullTexts.remove(entry)
    state.feedTexts.insert(entry)
    return state.open(detail, takingPlace: true)
  }
}

extension State {
  /// Shows a story that the catalog gave, where the user left it or at a place, and counts it as read.
  mutating func open(
    _ detail: StoryDetail, at place: Place? = nil, matching words: String = "", takingPlace: Bool = false,
    inIndex: Bool = false, asLeft: Bool = false
  ) -> [Effect] {
    var detail = detail
    if let shown = history.current.story { recentBookmarks.leave(shown) }
    detail.bookmark = recentBookmarks.bookmark(of: detail)
    // The frame of the page, not of the list that the story was opened from.
    var story = StoryState(detail: detail, at: place, matching: words, in: pageFrame)
    if asLeft, let cursor = recentBookmarks.cursor(of: detail) { story.stand(at: cursor) }
    var effects = push(story, takingPlace: takingPlace)
    if inIndex { effects += changeIndex { $0.follow(detail.row, in: $1) } }
    effects += markRead(detail.row)
    // Whoever read the whole page of it wants that again, and so does who opens what is only its opening, unless it is a place
    // in the other text that is sought.
    let isWanted = fullTexts.contains(detail.row.id) || detail.isOpening && !feedTexts.contains(detail.row.id)
    guard isWanted, place == nil, words.isEmpty, story.isNewest else { return effects }
    return effects + go(to: .fullText(of: detail.row.id, fetches: false))
  }

  /// Shows the whole page of the entry that is shown, in its place.
  mutating func show(fullText page: StoryDetail, of entry: StoryID) -> [Effect] {
    guard let shown = history.current.story, shown.detail.row.id == entry else { return [] }
    fullTexts.insert(entry)
    feedTexts.remove(entry)
    var page = page
    page.bookmark = recentBookmarks.bookmark(of: page)
    var story = StoryState(detail: page, at: nil, matching: "", in: pageFrame)
    story.entry = shown.detail.row
    return push(story, takingPlace: true)
  }

  /// Goes to the place of the page that is shown which the end of an address names.
  fileprivate mutating func goWithinPage(to url: String) -> [Effect] {
    guard var story = history.current.story else { return [] }
    guard story.goToHeading(of: url) else { return say("this is the page that it leads to") }
    history.current = Screen(story)
    return tellCurrent { $0.resized(to: $1) }
  }

  /// Goes to the next unread story: in the index it may be the one under the cursor.
  mutating func goToNextUnread() -> [Effect] {
    if let heardBegun { return go(to: .begun(heardBegun)) }
    if let story = history.current.story { return go(to: .nextUnread(after: story.subject.id)) }
    guard let row = index?.row else { return go(to: .nextUnread(after: nil)) }
    return go(to: pendingChanges.expected(row).isUnread ? .story(row.id) : .nextUnread(after: row.id))
  }

  /// At the end of a story, says which one comes next.
  mutating func offerNextUnread(_ detail: StoryDetail?) -> [Effect] {
    guard history.current.story?.isAtEnd == true, message == nil else { return [] }
    guard let detail, let key = keymap.label(for: .readOn, in: scopes) else { return say("end · \(nothingUnread)") }
    let sentence = "end · \(key) for the next unread: \(detail.story.headline)"
    return say(Wrap.cut(sentence, columns: max(1, size.columns - 2)))
  }

  var nothingUnread: String {
    listing.query.isEmpty
      ? "nothing more is unread" : "nothing more is unread of “\(index?.named?.name ?? listing.query)”"
  }

  /// What is opened counts as read.
  mutating func markRead(_ row: Row) -> [Effect] {
    pendingChanges.expected(row).isUnread ? sendRead(row.id) : []
  }
}
