import Briefing

/// A way to another screen, while the catalog is asked for what stands there.
struct PendingNavigation: Hashable, Sendable {
  let destination: Destination
  var request: Request
  /// Whether the screen that comes takes the place of the one that is shown, so that back leads past it.
  var takesPlace = false
}

extension State {
  /// Sets out for a place: shows it at once, or asks the catalog first.
  mutating func go(to destination: Destination) -> [Effect] {
    switch destination {
    case .story(let id, _, _): ask(.story(id), for: destination)
    case .neighbour(let id, let forward):
      ask(.neighbour(id, listing, forward: forward), for: destination, takingPlace: true)
    case .next(let id): ask(.neighbour(id, listing, forward: true), for: destination, takingPlace: true)
    case .version(let version, let id):
      ask(.story(id, version: version), for: destination, takingPlace: true)
    case .related(let id, _): ask(.related(id, limit: RelatedState.most), for: destination)
    case .citation(let citation):
      if let url = citation.url {
        ask(.page(url: url), for: destination)
      } else {
        ask(claims(of: citation.host), for: destination)
      }
    case .link(let url): ask(.page(url: url), for: destination)
    case .source(let host): ask(claims(of: host), for: destination)
    case .search(let words, let order): search(Search(words, order: order))
    case .limited(let query): ask(.rows(listing(of: query), .first(indexPart)), for: destination)
    case .help: arriveAtHelp()
    case .stories: show(.stories)
    case .questions: show(.questions)
    case .sources: show(.sources)
    case .queries: show(.queries)
    }
  }

  /// A query without words has no places to show, only stories.
  private mutating func search(_ search: Search) -> [Effect] {
    let query = Query(search.query)
    guard !query.wanted.isEmpty || query.clauses.isEmpty else {
      return go(to: .limited(to: SavedQuery(name: "", query: search.query)))
    }
    let limit = SearchState.firstPart(in: Frame(rect: layout.rect(at: 1)), order: search.order)
    let destination = Destination.search(search.query, order: search.order)
    return ask(.search(search, after: nil, limit: limit), for: destination, takingPlace: isSearching)
  }

  /// The stories of a query in the order that the user has chosen.
  private func listing(of query: SavedQuery) -> Listing { Listing(query: query.query, order: listing.order) }

  private var indexPart: Int { IndexState.part(in: frame(at: 0)) }

  mutating func ask(_ request: Request, for destination: Destination, takingPlace: Bool = false) -> [Effect] {
    pendingNavigation = PendingNavigation(destination: destination, request: request, takesPlace: takingPlace)
    return [.ask(request)]
  }

  /// The first claims of a source, as far as those of the story that the reader comes from.
  private func claims(of host: String) -> Request {
    var date: Moment?
    if case .story(let story) = history.current { date = story.detail.row.date }
    return .claims(host: host, reaching: date, limit: SourceState.part)
  }

  /// Shows what was asked for.
  mutating func arrive(_ pendingNavigation: PendingNavigation, with answer: Answer) -> [Effect] {
    self.pendingNavigation = nil
    switch answer {
    case .story(let detail?): return arrive(at: detail, pendingNavigation)
    case .story(nil): return arriveNowhere(pendingNavigation)
    case .claims(let claims, let source, let isComplete):
      return arrive(at: claims, of: source, isComplete: isComplete, pendingNavigation)
    case .hits(let hits, let isComplete):
      return arrive(at: hits, isComplete: isComplete, pendingNavigation)
    case .rows(let rows): return arrive(at: rows, pendingNavigation)
    case .related(let stories): return arrive(at: stories, pendingNavigation)
    case .failed(let sentence): return say(sentence)
    case .row, .count, .position, .sources, .questions, .queries, .tags: return []
    }
  }

  private mutating func arrive(at hits: [Hit], isComplete: Bool, _ pendingNavigation: PendingNavigation) -> [Effect] {
    guard case .search(let words, let order) = pendingNavigation.destination else { return [] }
    let missing = lag > 0 ? "\(lag.grouped) \(lag == 1 ? "story is" : "stories are") still being taken in" : nil
    guard !hits.isEmpty else { return say("nothing found for “\(words)”" + (missing.map { "; \($0)" } ?? "")) }
    let search = SearchState(words: words, order: order, hits: hits, isComplete: isComplete)
    let effects = arrive(at: .search(search), takingPlace: pendingNavigation.takesPlace)
    return effects + (missing.map { say($0) } ?? [])
  }

  private mutating func arrive(at rows: [Row], _ pendingNavigation: PendingNavigation) -> [Effect] {
    guard case .limited(let query) = pendingNavigation.destination,
      case .rows(let listing, let window) = pendingNavigation.request
    else { return [] }
    // What the list would ask for as it was left is asked in vain: it shows other rows at once.
    _ = show(.stories)
    return changeIndex { $0.show(rows, for: window, of: listing, named: query, in: $1) }
  }

  private mutating func arriveAtHelp() -> [Effect] {
    if case .help = history.current { return [] }
    return arrive(at: .help(HelpState(keymap: keymap, scopes: scopes)))
  }

  mutating func arrive(at screen: Screen, takingPlace: Bool = false) -> [Effect] {
    if takingPlace { _ = history.back() }
    history.push(screen)
    return tellCurrent { $0.appeared(in: $1) }
  }

  private mutating func arrive(at detail: StoryDetail, _ pendingNavigation: PendingNavigation) -> [Effect] {
    var place: Place?
    var words = ""
    if case .story(_, let at, let matching) = pendingNavigation.destination { (place, words) = (at, matching) }
    // The frame of the page, not of the list that the story was opened from.
    let frame = pageFrame
    var detail = detail
    detail.bookmark = recentBookmarks.bookmark(of: detail)
    var story = StoryState(detail: detail, at: place, matching: words, in: frame)
    if case .version = pendingNavigation.destination, case .story(let other) = history.current {
      story = StoryState(detail: detail, after: other, in: frame)
    }
    var effects = arrive(at: .story(story), takingPlace: pendingNavigation.takesPlace)
    switch pendingNavigation.destination {
    case .neighbour, .next: effects += changeIndex { $0.follow(detail.row, in: $1) }
    default: break
    }
    effects += markRead(detail.row)
    if case .next(let id) = pendingNavigation.destination { effects += sendForUser(.remove([id], isRemoved: true)) }
    return effects
  }

  /// What is opened counts as read.
  mutating func markRead(_ row: Row) -> [Effect] {
    pendingChanges.expected(row).isUnread ? sendUnasked(.mark([row.id], .unread(false))) : []
  }

  private mutating func arrive(
    at claims: [Claim], of source: Source?, isComplete: Bool, _ pendingNavigation: PendingNavigation
  ) -> [Effect] {
    let host: String
    switch pendingNavigation.destination {
    case .citation(let citation): host = citation.host
    case .source(let name): host = name
    default: return []
    }
    let frame = pageFrame
    var departure: Departure?
    if case .story(let story) = history.current { departure = story.departure }
    let state = SourceState(
      host: host, source: source, claims: claims, isComplete: isComplete, leaving: departure, in: frame)
    return arrive(at: .source(state))
  }

  private mutating func arrive(at stories: [Related], _ pendingNavigation: PendingNavigation) -> [Effect] {
    guard case .related(_, let headline) = pendingNavigation.destination else { return [] }
    guard !stories.isEmpty else { return say("no other story has anything to do with this one") }
    return arrive(at: .related(RelatedState(to: headline, stories: stories)))
  }

  private mutating func arriveNowhere(_ pendingNavigation: PendingNavigation) -> [Effect] {
    switch pendingNavigation.destination {
    case .citation(let citation): ask(claims(of: citation.host), for: .source(host: citation.host))
    case .link(let url): open(url)
    case .neighbour(_, let forward): say(forward ? "this is the last story" : "this is the first story")
    case .next(let id): goBack() + sendForUser(.remove([id], isRemoved: true))
    case .version: say("the catalog no longer holds that version")
    default: say("the catalog no longer holds this story")
    }
  }
}
