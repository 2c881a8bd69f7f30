import Briefing
import Catalog

/// What is written down of each fetch.
extension Newsdesk {
  /// A feed that was fetched: with what it brought, or as it was before (nil).
  func fetch(of feed: Subscription, _ answer: HTTPAnswer, _ intake: FeedIntake?) -> FeedFetch {
    let step = FetchSchedule.step(
      feed.fetches, after: .arrived(answer, ttl: intake?.interval), at: clock(), interval: feed.settings.interval)
    return FeedFetch(
      of: feed.id, step.record, title: intake?.title, site: intake?.site, url: step.address?.text, guids: intake?.guids)
  }

  /// A feed that could not be had.
  func fetch(of feed: Subscription, _ answer: HTTPAnswer?, _ failure: FetchFailure) -> FeedFetch {
    var record = record(feed.fetches, answer, failure, interval: feed.settings.interval)
    // Whoever asks before the time, again and again, does not put off the next time by it.
    if let due = feed.fetches.due, due > clock(), feed.fetches.failures > 0, !record.hasEnded {
      (record.due, record.failures) = (due, feed.fetches.failures)
    }
    return FeedFetch(of: feed.id, record)
  }

  /// A page that could not be had.
  func record(of page: WantedPage, _ answer: HTTPAnswer?, _ failure: FetchFailure) -> FetchRecord {
    var record = record(page.fetches, answer, failure, interval: nil)
    // What is there and cannot be read, or is not there, is not asked for again and again.
    if record.failures >= Self.mostTries || !failure.isOfServer { record.hasEnded = true }
    return record
  }

  private func record(
    _ record: FetchRecord, _ answer: HTTPAnswer?, _ failure: FetchFailure, interval: Int?
  ) -> FetchRecord {
    let outcome: FetchSchedule.Outcome =
      switch (failure, answer) {
      case (.http(let failure), _): .failed(failure)
      case (.status, let answer?): .arrived(answer)
      case (_, let answer?): .unusable(answer, preferences.wording(failure))
      case (_, nil): .failed(.noRoom)
      }
    return FetchSchedule.step(record, after: outcome, at: clock(), interval: interval).record
  }

  /// How often a page is tried that nobody is waiting for.
  private static let mostTries = 5
}

extension FetchFailure {
  /// Whether the server may answer otherwise another time.
  var isOfServer: Bool {
    switch self {
    case .http(.refusedAddress): false
    case .http: true
    case .status(let status): status == 429 || status >= 500
    default: false
    }
  }
}
