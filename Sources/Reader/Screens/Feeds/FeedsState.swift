import Briefing
import Canvas

/// The feeds that the user follows: how many of their stories are unread, when each was fetched, and why one was not.
struct FeedsState: RootList, NarrowingList {
  static let tab = Tabs.Tab.feeds
  static let isNarrowedHere = true

  var items = NarrowedItems<Subscription, Subscription>()
  /// The key of the feed to which the cursor goes once it is listed.
  var coming: String?

  func request(matching words: String, limit: Int) -> Request? { .subscriptions }

  func items(in answer: Answer) -> [Subscription]? {
    guard case .subscriptions(let feeds) = answer else { return nil }
    // Those of the account stand behind the others, by their folders.
    let followed = feeds.filter(\.isFollowed)
    let ofAccount = followed.filter { $0.stream != nil }.map { (key: $0.settings.tags + ["", $0.name], feed: $0) }
    return followed.filter { $0.stream == nil }
      + ofAccount.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.feed)
  }

  func texts(of feed: Subscription) -> [String] { [feed.name, feed.url] + feed.settings.tags }

  func lines(of feeds: [Subscription]) -> [Subscription] { feeds }

  func isSame(_ feed: Subscription, _ other: Subscription) -> Bool { feed.key == other.key }

  /// What lists call the feed of a key.
  func name(of key: String) -> String? { items.all.first { $0.key == key }?.name }
}

extension Destination {
  /// The feeds, with the cursor on one of them.
  static func feeds(at key: String) -> Destination { Destination(FeedsRoute(key: key)) }
}

private struct FeedsRoute: Route {
  let key: String

  func request(from state: State) -> Request { .subscriptions }

  func arrive(with answer: Answer, to request: Request, in state: inout State) -> [Effect] {
    let effects = state.show(.feeds)
    return effects
      + state.tellFeeds { feeds, frame in
        feeds.coming = key
        return feeds.receive(answer, to: request, in: frame)
      }
  }
}

extension State {
  /// Changes the list of feeds, be it shown or waiting; nothing where it never was shown.
  mutating func tellFeeds(_ body: (inout FeedsState, Frame) -> [Step]) -> [Effect] {
    guard var feeds else { return [] }
    var frame = frame(at: 0)
    frame.isFocused = frame.isFocused && tabs.shown == .feeds
    let steps = body(&feeds, frame)
    if history[0].content is FeedsState { history[0] = Screen(feeds) } else { tabs.waitingFeeds = feeds }
    return carryOut(steps)
  }

  /// The list of feeds, if it ever was shown.
  var feeds: FeedsState? { history[0].content as? FeedsState ?? tabs.waitingFeeds }
}

extension FeedsState {
  var scopes: [Scope] { [.feeds, .tabs] }

  var hints: [Hint] {
    guard !items.all.isEmpty else { return [Hint(.followFeed, "follow"), Hint(.help, "help")] }
    return [
      Hint(.enter, "its stories"), Hint(.refresh, "refresh"), Hint(.followFeed, "follow"), Hint(.unfollow, "unfollow"),
      Hint(.search, "narrow"), Hint(.help, "help"),
    ]
  }

  mutating func catalogChanged(in frame: Frame) -> [Step] { items.isLoaded ? ask() : [] }

  mutating func receive(_ answer: Answer, to request: Request, in frame: Frame) -> [Step] {
    guard show(answer, to: request, in: frame) else { return [] }
    if let line = lines.firstIndex(where: { $0.key == coming }) {
      coming = nil
      go(to: line, in: frame)
    }
    return []
  }

  mutating func changed(_ change: Change, in frame: Frame) -> [Step] {
    guard items.isLoaded else { return [] }
    return switch change {
    case .follow: ask()
    // A list that waits asks anew when it is shown.
    case .mark, .marks, .remove, .withdraw, .readmit: frame.isFocused ? ask() : []
    case .note, .edit, .keep, .forget: []
    }
  }

  func act(_ command: Command, in frame: Frame) -> [Step] {
    guard let feed = currentLine else { return command == .unfollow ? [.say("there is no feed here")] : [] }
    return switch command {
    case .enter: [.go(.limited(to: SavedQuery(name: feed.name, query: feed.query), from: .feeds(at: feed.key)))]
    case .copy: [.effect(.copy(feed.url))]
    case .browse: feed.site.map { [.open($0)] } ?? [.say("“\(feed.name)” names no page that it is of")]
    case .markAllRead: [.effect(.changeAll(BulkChange(.mark(.unread(false)), query: feed.query)))]
    case .refreshFeed: [.effect(.refresh(subscription: feed.id))]
    case .unfollow where feed.stream != nil:
      [.say("“\(feed.name)” is followed by your account: unfollow it there")]
    case .unfollow: [.effect(.change(.follow(feed.key, isFollowed: false)))]
    default: []
    }
  }
}

extension Subscription {
  /// The query that finds the stories of the feed.
  var query: String { "feed:\"\(key)\"" }
}
