public import Briefing
public import Catalog
import Formats
import System

/// Brings stories in: fetches feeds and pages, reads them, and puts them into the catalog.
///
/// Every call does its work on the caller's thread, but for what is on its way through the network, and ends soon after `stop`.
/// Calls may be made from several threads at once.
public final class Newsdesk: Sendable {
  /// What stories are put into.
  public let catalog: Catalog
  let client: HTTPClient
  let preferences: NewsdeskPreferences
  let clock: @Sendable () -> Moment

  /// - Parameters:
  ///   - client: what fetches; an offline one lets nothing be fetched.
  ///   - clock: what time it is.
  public init(
    catalog: Catalog, client: HTTPClient, preferences: NewsdeskPreferences,
    clock: @escaping @Sendable () -> Moment = { .atPresent }
  ) {
    (self.catalog, self.client, self.preferences, self.clock) = (catalog, client, preferences, clock)
  }

  /// Ends everything that is being fetched; what is in the catalog stays there.
  public func stop() { client.stop() }
}

/// What the user chose for fetching.
public struct NewsdeskPreferences: Sendable {
  /// What the settings say of feeds by their addresses; it stands above what was chosen when they were followed.
  public var feeds: [String: FeedOverride]
  /// Of which stories the pages are kept that they cite: a query; nil of none.
  public var offlineQuery: String?
  /// How many bytes of pages are kept.
  public var offlineLimit: Int
  /// How a failure is said that is kept with what failed: one sentence.
  public var wording: @Sendable (FetchFailure) -> String

  public init(
    feeds: [String: FeedOverride] = [:], offlineQuery: String? = nil, offlineLimit: Int = 500_000_000,
    wording: @escaping @Sendable (FetchFailure) -> String
  ) {
    self.feeds = feeds
    self.offlineQuery = offlineQuery
    self.offlineLimit = offlineLimit
    self.wording = wording
  }
}

/// What the settings say of one feed; nil leaves it as it is.
public struct FeedOverride: Hashable, Sendable {
  public var tags: [String]?
  public var title: String?
  public var interval: Int?
  public var isFullText: Bool?
  public var keep: FeedSettings.Keep?

  public init(
    tags: [String]? = nil, title: String? = nil, interval: Int? = nil, isFullText: Bool? = nil,
    keep: FeedSettings.Keep? = nil
  ) {
    self.tags = tags
    self.title = title
    self.interval = interval
    self.isFullText = isFullText
    self.keep = keep
  }
}

extension FeedSettings {
  /// The settings with what the user's file says of them.
  public func with(_ override: FeedOverride?) -> FeedSettings {
    FeedSettings(
      tags: override?.tags ?? tags, title: override?.title ?? title, interval: override?.interval ?? interval,
      isFullText: override?.isFullText ?? isFullText, keep: override?.keep ?? keep)
  }
}

extension Moment {
  /// What the clock of the machine says.
  public static var atPresent: Moment { Moment(seconds: WallClock.seconds) }
}
