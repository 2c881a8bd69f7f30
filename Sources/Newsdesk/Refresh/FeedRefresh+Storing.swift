import Briefing
import Catalog

/// What comes of fetching goes into the catalog: the stories first, and then that the feed was fetched.
extension FeedRefresh {
  mutating func take(_ part: [Outcome]) throws(CatalogError) {
    var fetches: [FeedFetch] = []
    for outcome in part {
      switch outcome.result {
      case .success(let intake):
        guard let answer = outcome.answer else { continue }
        if let intake { try add(intake, of: outcome.feed) }
        fetches.append(desk.fetch(of: outcome.feed, answer, intake))
      case .failure(let failure):
        if failure == .http(.cancelled) { continue }
        progress.failed += 1
        fetches.append(desk.fetch(of: outcome.feed, outcome.answer, failure))
      }
    }
    progress.done += part.count
    try desk.catalog.record(fetches)
  }

  private mutating func add(_ intake: FeedIntake, of feed: Subscription) throws(CatalogError) {
    guard !intake.stories.isEmpty else { return }
    let added = try desk.catalog.add(intake.stories)
    progress.new += added.new
    progress.changed += added.versions
    guard added.new > 0 else { return }
    progress.feedsWithNew += 1
    if feed.settings.isFullText != false { withNew.append(FeedWithNew(feed: feed, stories: added.newIDs)) }
  }
}
