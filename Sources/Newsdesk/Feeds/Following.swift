public import Briefing
import Catalog
import Formats

/// What came of following an address.
public struct Followed: Sendable {
  /// The feeds; several where the address was that of a list.
  public var feeds: [Subscription]
  /// How many of them are followed since now.
  public var new: Int
  /// How many stories came with them.
  public var stories: Int
}

extension Newsdesk {
  /// Follows what an address leads to, and takes in the stories that it has: a feed, the feed that a page names, a category
  /// of Kagi News (`kagi:world`), or all feeds of a list.
  ///
  /// - Parameters:
  ///   - text: as the user typed it; without a scheme it is `https:`.
  ///   - choice: which of several feeds that a page names, counted from 1.
  ///   - settings: what is chosen for the feed; nil leaves one that is followed already as it is.
  /// - Throws: `FetchFailure`, or `CatalogError`.
  public func follow(
    _ text: String, choice: Int? = nil, settings: FeedSettings? = nil, stop: FetchStop = FetchStop()
  ) throws -> Followed {
    let address = try Self.address(typed: text)
    let (answer, file) = try get(HTTPRequest(address, namedBy: .user, accepted: HTTPRequest.feeds), stop)
    switch file {
    case .feed(let feed): return try follow(feed, answer, typed: address, settings, stop)
    case .feeds(let list): return try follow(list, settings)
    case .categories(let list):
      return try follow(
        oneOf: Self.feeds(of: list, at: answer.address), namedAt: answer.address, choice, settings, stop)
    case .page, .stories:
      let found = FeedDiscovery.feeds(in: answer.body, at: answer.address, charset: answer.charset)
      return try follow(oneOf: found, namedAt: answer.address, choice, settings, stop)
    }
  }

  /// The categories of Kagi News as feeds beside their list.
  private static func feeds(
    of categories: [KagiCategories.Category], at list: WebAddress
  ) -> [FeedDiscovery.Found] {
    let folder = list.text.prefix { $0 != "?" && $0 != "#" }.lastIndex(of: "/").map { list.text[...$0] } ?? ""
    return categories.compactMap { category in
      (try? WebAddress(folder + category.file)).map { FeedDiscovery.Found(address: $0, title: category.name) }
    }
  }

  /// The address that a user typed. Without a scheme it is encrypted, but on this machine and in private networks, where few are.
  static func address(typed text: String) throws(FetchFailure) -> WebAddress {
    let text = KagiCategories.address(of: text) ?? text
    do throws(WebAddress.Flaw) {
      return try WebAddress(text)
    } catch {
      // `host:port` has what looks like a scheme.
      let isBare = error == .noScheme || text.prefix { $0 != ":" }.contains(".") || text.hasPrefix("localhost:")
      guard isBare, let address = try? WebAddress("https://" + text),
        address.host.ascii.contains(where: { ".:".contains($0) }) || address.host.ascii == "localhost"
      else { throw .noAddress(error) }
      return address.host.isLocal ? (try? WebAddress("http://" + text)) ?? address : address
    }
  }

  /// Follows the one feed that is named somewhere, or the one that is chosen.
  private func follow(
    oneOf found: [FeedDiscovery.Found], namedAt page: WebAddress, _ choice: Int?, _ settings: FeedSettings?,
    _ stop: FetchStop
  ) throws -> Followed {
    guard !found.isEmpty else { throw FetchFailure.noFeed }
    if choice == nil, found.count > 1 { throw FetchFailure.severalFeeds(found) }
    let index = (choice ?? 1) - 1
    guard found.indices.contains(index) else { throw FetchFailure.noSuchFeed(index + 1, of: found.count) }
    let address = found[index].address
    let (feed, answer) = try feed(at: address, namedBy: page, stop)
    return try follow(feed, answer, typed: address, settings, stop)
  }

  /// What a page names is another address than the user typed: which one failed is told.
  private func feed(
    at address: WebAddress, namedBy page: WebAddress, _ stop: FetchStop
  ) throws(FetchFailure) -> (FetchedFeed, HTTPAnswer) {
    do throws(FetchFailure) {
      let request = HTTPRequest(address, namedBy: .content(of: page), accepted: HTTPRequest.feeds)
      let (answer, file) = try get(request, stop)
      guard case .feed(let feed) = file else { throw FetchFailure.noFeed }
      return (feed, answer)
    } catch {
      throw error == .http(.cancelled) ? error : .ofNamed(address, error)
    }
  }

  private func follow(
    _ feed: FetchedFeed, _ answer: HTTPAnswer, typed: WebAddress, _ settings: FeedSettings?, _ stop: FetchStop
  ) throws(CatalogError) -> Followed {
    let url = answer.movedForGood ? answer.address.text : typed.text
    let wasFollowed = try catalog.subscription(url: url)?.isFollowed == true
    let subscription = try catalog.follow(url, settings, at: clock())
    if wasFollowed, let settings { try catalog.change(subscription.id, settings) }
    let intake = FeedIntake(feed, key: subscription.key, at: clock())
    let added = try catalog.add(intake.stories)
    try catalog.record([fetch(of: subscription, answer, intake)])
    try catalog.sync()
    let feed = subscription.overridden(by: preferences)
    try wantFullText(of: FeedRefresh.FeedWithNew(feed: feed, stories: added.newIDs), stop)
    var progress = FetchProgress(total: 1)
    try fetchWanted(&progress, stop) { _ in }
    let now = try catalog.subscription(subscription.id) ?? subscription
    return Followed(feeds: [now], new: wasFollowed ? 0 : 1, stories: added.new)
  }

  private func follow(_ list: [FollowedFeed], _ settings: FeedSettings?) throws(CatalogError) -> Followed {
    let feeds = list.compactMap { feed -> (url: String, settings: FeedSettings?)? in
      guard let address = try? WebAddress(feed.url) else { return nil }
      var own = settings ?? FeedSettings()
      own.tags += feed.tags.filter { !own.tags.contains($0) }
      own.title = own.title ?? feed.title
      return (address.text, own)
    }
    let followed = try catalog.follow(feeds, at: clock())
    return Followed(feeds: followed.map(\.subscription), new: followed.count(where: \.isNew), stories: 0)
  }
}
