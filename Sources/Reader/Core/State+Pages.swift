import Briefing
import Canvas

/// Pages that stories cite and lead to: fetched, kept and read here.
extension State {
  /// Goes to a page that the catalog does not hold: it is fetched, or comes with the next refresh; where that cannot be, the
  /// source is shown that it is on, or else the browser gets it.
  mutating func fetch(_ url: String, host: String?) -> [Effect] {
    guard settings.canFetch, let address = try? WebAddress(url) else {
      return host.map { go(to: .source(host: $0)) } ?? open(url)
    }
    guard !address.host.isLocal || isAtHome(address) else {
      let browse = keymap.label(for: .browse, in: scopes).map { " · \($0) opens it in the browser" } ?? ""
      return say(
        "\(address.host.shown) is this machine or one near it, from which no page is fetched for a story" + browse)
    }
    guard address.doubts.isEmpty || isAtHome(address) || doubtHeard == address else {
      return hesitate(before: address, because: address.warning, .enter, "fetches it")
    }
    let story = history.current.story?.subject.id
    guard !isOffline else { return [.want(url: address.text, for: story)] }
    return begin(address.text, for: .page) { [.fetchPage(url: address.text, for: story)] }
  }

  /// Whether an address leads to the very host and port that the story shown is from, which brought the user here already.
  private func isAtHome(_ address: WebAddress) -> Bool {
    guard let own = history.current.story.flatMap({ $0.detail.story.url }).flatMap({ try? WebAddress($0) }) else {
      return false
    }
    return own.host == address.host && own.port == address.port
  }

  /// Fetches the whole page of an entry.
  mutating func fetchFullText(of entry: StoryID, at url: String) -> [Effect] {
    if let sentence = whyNothingIsFetched {
      return isOffline ? [.want(url: url, for: entry)] : say(sentence)
    }
    return begin(url, for: .fullText(of: entry)) { [.fullText(entry)] }
  }

  /// Adds the page at an address as a story.
  mutating func addPage(_ url: String) -> [Effect] {
    if let sentence = whyNothingIsFetched { return say(sentence) }
    adding = .underway
    return begin(url, for: .story) { [.addPage(url)] }
  }

  /// Notes what is fetched and where it was asked for; what is on its way already is not asked for again.
  private mutating func begin(_ url: String, for purpose: PageFetch.Purpose, _ effects: () -> [Effect]) -> [Effect] {
    let isNew = !fetches.contains { $0.url == url && $0.purpose == purpose }
    fetches.removeAll { $0.url == url && $0.purpose == purpose }
    fetches.append(PageFetch(url: url, purpose: purpose, whereabouts: Whereabouts(of: self)))
    return isNew ? effects() : []
  }

  mutating func note(_ bytes: Int, of total: Int?, from url: String) -> [Effect] {
    for index in fetches.indices where fetches[index].url == url {
      (fetches[index].bytes, fetches[index].total) = (bytes, total)
    }
    return []
  }

  /// A page has come: it is shown where the user is still where it was asked for, and told of anywhere else.
  mutating func take(_ page: StoryDetail, from url: String) -> [Effect] {
    guard let index = fetches.lastIndex(where: { $0.url == url && $0.purpose != .story }) else { return [] }
    let fetch = fetches.remove(at: index)
    guard isStill(at: fetch.whereabouts) else {
      return tell(
        news: "“\(Wrap.cut(page.story.headline, columns: Self.widestHeadline))” is here now, to be read where you asked"
      )
    }
    switch fetch.purpose {
    case .page, .story: return open(page)
    case .fullText(let entry): return show(fullText: page, of: entry)
    }
  }

  /// A page did not come.
  mutating func refuse(_ url: String, because sentence: String, isOffline: Bool, canQueue: Bool) -> [Effect] {
    guard let index = fetches.lastIndex(where: { $0.url == url && $0.purpose != .story }) else { return [] }
    let fetch = fetches.remove(at: index)
    if isOffline, canQueue {
      let story: StoryID? = if case .fullText(let entry) = fetch.purpose { entry } else { nil }
      return say(sentence) + [.want(url: url, for: story ?? history.current.story?.subject.id)]
    }
    let browse = keymap.label(for: .browse, in: scopes).map { " · \($0) opens it in the browser" } ?? ""
    return say(sentence + (isStill(at: fetch.whereabouts) ? browse : ""))
  }

  /// A page comes with the next refresh.
  mutating func confirmWanted(_ url: String) -> [Effect] {
    let name = (try? WebAddress(url))?.host.shown ?? url
    let source = history.current.story.flatMap { _ in keymap.label(for: .sectionSources, in: scopes) }
    let way = source.map { " · \($0) shows what rests on its source" } ?? ""
    return say("no network now: the page at \(name) comes with the next refresh" + way)
  }

  private static let widestHeadline = 40
}
