public import Briefing
public import Catalog
import Formats

extension Newsdesk {
  /// Fetches feeds, but for those of the account, which its server fetches; then the pages that are to be had offline, and lets go of entries that were kept long enough.
  ///
  /// What comes can be read at once, and is on the disk when this returns; it is found by its words after `catchUp`.
  /// - Parameters:
  ///   - feeds: those that are meant; nil for all that are followed.
  ///   - isForced: whether those are fetched as well that are not due.
  ///   - told: how far it has come; on the caller's thread.
  @discardableResult
  public func refresh(
    _ feeds: [Subscription]? = nil, isForced: Bool = false, stop: FetchStop = FetchStop(),
    told: (FetchProgress) -> Void = { _ in }
  ) throws(CatalogError) -> FetchProgress {
    let now = clock()
    let meant: [Subscription] = if let feeds { feeds } else { try catalog.subscriptions() }
    let all = meant.filter { $0.stream == nil }
    let due = all.filter { feed in
      // What is gone for good is asked for where it is meant alone.
      if isForced { return feed.isFollowed && (feeds != nil || !feed.fetches.hasEnded) }
      return feed.isFollowed && FetchSchedule.isDue(feed.fetches, at: now)
    }
    var run = FeedRefresh(due.map { $0.overridden(by: preferences) }, of: self, stop)
    told(run.progress)
    try run.run(told)
    try catalog.sync()
    var progress = run.progress
    try bringPages(of: run.withNew, &progress, stop, told)
    if !stop.isStopped { _ = try catalog.expire(now: now) { !stop.isStopped } }
    return progress
  }

  /// Whether any feed is due.
  public func isAnyDue() throws(CatalogError) -> Bool {
    let now = clock()
    return try catalog.subscriptions().contains { $0.stream == nil && FetchSchedule.isDue($0.fetches, at: now) }
  }

  /// Fetches the pages of feeds that give only the openings of their entries, and those that the settings want offline.
  private func bringPages(
    of feeds: [FeedRefresh.FeedWithNew], _ progress: inout FetchProgress, _ stop: FetchStop,
    _ told: (FetchProgress) -> Void
  ) throws(CatalogError) {
    guard !stop.isStopped else { return }
    for feed in feeds { try wantFullText(of: feed, stop) }
    if let query = preferences.offlineQuery {
      let cited = try catalog.citedPages(of: query, limit: Self.mostPages, stories: Self.mostStories)
      try catalog.want(
        cited.map { WantedPage(url: $0.url, story: $0.story, isAskedFor: false) }, at: clock())
    }
    try fetchWanted(&progress, stop, told)
  }

  /// Fetches the pages that are wanted and due.
  func fetchWanted(
    _ progress: inout FetchProgress, _ stop: FetchStop, _ told: (FetchProgress) -> Void
  ) throws(CatalogError) {
    let wanted = try catalog.wants(dueAt: clock(), limit: Self.mostPages)
    guard !wanted.isEmpty else { return }
    var run = WantedPages(wanted, of: self, stop)
    progress.pagesLeft = wanted.count
    told(progress)
    try run.run { kept, failed, left in
      (progress.pages, progress.pagesFailed, progress.pagesLeft) = (kept, failed, left)
      told(progress)
    }
    try catalog.sync()
    try catalog.clearKept(downTo: preferences.offlineLimit, at: clock()) { !stop.isStopped }
  }

  /// How many pages one refresh fetches at most, and in how many of the newest stories they are looked for.
  private static let mostPages = 1000
  private static let mostStories = 2000
}

extension Subscription {
  /// The feed with what the user's settings say of it.
  public func overridden(by preferences: NewsdeskPreferences) -> Subscription {
    var feed = self
    feed.settings = settings.with(preferences.feeds[url] ?? preferences.feeds[key])
    return feed
  }
}
