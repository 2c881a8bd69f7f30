import Briefing
import Canvas

/// Fetching what is followed, while the reader goes on.
///
/// What comes is put above or below what is shown; the line under the cursor stays where it is. How it goes stands at the right
/// of the foot, and gives way to what a key has to say.
extension State {
  /// Fetches one feed, or all of them.
  mutating func refresh(_ subscription: Int64? = nil) -> [Effect] {
    if let sentence = whyNothingIsFetched { return say(sentence) }
    guard refresh == nil else { return say("feeds are being fetched already; \(stopLabel) stops") }
    (refresh, isStopping) = (RefreshProgress(), false)
    return [.refresh(subscription: subscription)]
  }

  /// Why the network is not used; nil where it is.
  var whyNothingIsFetched: String? {
    if !settings.canFetch { return "there is nothing here that could fetch it" }
    return isOffline ? "offline, so nothing is fetched; :offline off uses the network again" : nil
  }

  /// Shows how far it has come.
  mutating func show(_ progress: RefreshProgress) -> [Effect] {
    let before = refresh
    refresh = progress.isDone || isStopping ? nil : progress
    if progress.isDone { isStopping = false }
    let hasMore = progress.allNew > (before?.allNew ?? 0)
    var effects = hasMore || progress.isDone ? lookAgainInPlace() : []
    guard progress.isDone else { return effects }
    effects +=
      progress.total == 0 && !progress.isStopped && progress.exchange == nil
      ? tell(news: nothingFollowed) : tell(news: progress.result)
    return effects
  }

  private var nothingFollowed: String {
    "nothing is followed yet; \(key(for: .followFeed, in: .tabs)) follows a feed"
  }

  /// Asks again for what is shown, where nothing is to move: also the list that the user has not touched stays as it is.
  mutating func lookAgainInPlace() -> [Effect] {
    var effects = changeIndex { index, _ in
      index.stayPut()
      return []
    }
    effects += lookAgain()
    return tabs.shown == .feeds ? effects : effects + tellFeeds { $0.catalogChanged(in: $1) }
  }

  /// Says what nobody asked for just now, at once or with the next key where something else stands at the foot.
  mutating func tell(news sentence: String) -> [Effect] {
    guard message == nil || message == offered else {
      news = sentence
      return []
    }
    return say(sentence)
  }

  /// Whether a key stops what is being fetched, rather than what it is bound to.
  func stops(_ key: Key) -> Bool { isFetching && pending.isEmpty && stoppingKeys.contains(key) }

  /// Esc lets go of what is selected first.
  private var stoppingKeys: ArraySlice<Key> {
    Keymap.stopping.dropFirst(history.current.content.selectedRows > 0 ? 1 : 0)
  }

  private var stopLabel: String { stoppingKeys.first?.label ?? "" }

  var isFetching: Bool { refresh != nil || !fetches.isEmpty || following != nil }

  /// Fetches nothing more; what has come stays.
  mutating func stopFetching() -> [Effect] {
    if fetches.contains(where: { $0.purpose == .story }) { adding = nil }
    isStopping = refresh != nil
    (refresh, fetches, following) = (nil, [], nil)
    return say("stopped") + [.stopFetching]
  }

  mutating func note(connection isThere: Bool) -> [Effect] {
    isOffline = !isThere
    return say(isThere ? "online" : "offline: only what is here can be read; :offline off uses the network again")
  }

  /// Uses the network no more, or again.
  mutating func turnOffline(_ isOffline: Bool) -> [Effect] {
    guard settings.canFetch else { return say("nothing here uses the network") }
    return [.goOffline(isOffline)]
  }

  /// The same as it is said behind the name of the command.
  mutating func turnOffline(named word: String) -> [Effect] {
    switch word {
    case "on": turnOffline(true)
    case "off": turnOffline(false)
    default: say("offline is on or off, not “\(word)”")
    }
  }

  /// What is being fetched, the longest wording first; empty where nothing is.
  var wordingsOfFetching: [String] {
    let stop = stopLabel
    if let page = fetches.last { return page.wordings(stop: stop) }
    if let following { return following.wordings(stop: stop) }
    if let refresh { return refresh.wordings(stop: stop) }
    return isOffline && settings.canFetch ? ["offline"] : []
  }
}
