import Briefing
import Catalog
import Formats
import System

/// Fetches feeds, all at once, reads what comes on another thread, and puts it into the catalog on the caller's.
///
/// Each feed is written down as fetched only once its stories are in: broken off anywhere, the next refresh fetches again what
/// is missing.
struct FeedRefresh {
  let desk: Newsdesk
  private let stop: FetchStop
  private let feeds: [Subscription]
  private let answers = Channel<Answer>()
  private let outcomes = Channel<Outcome>()
  var progress: FetchProgress
  /// Those whose pages may be wanted as well.
  var withNew: [FeedWithNew] = []

  private struct Answer: Sendable {
    let feed: Subscription
    let result: Result<HTTPAnswer, FetchFailure>
  }

  /// What came of fetching a feed: its entries, or nil where it is as before, or why not.
  struct Outcome: Sendable {
    let feed: Subscription
    let answer: HTTPAnswer?
    let result: Result<FeedIntake?, FetchFailure>
  }

  /// A feed, and what of it is new.
  struct FeedWithNew: Sendable {
    let feed: Subscription
    let stories: [StoryID]
  }

  init(_ feeds: [Subscription], of desk: Newsdesk, _ stop: FetchStop) {
    (self.desk, self.feeds, self.stop) = (desk, feeds, stop)
    progress = FetchProgress(total: feeds.count)
  }

  /// - Parameter told: how far it has come, after each part; on the caller's thread.
  mutating func run(_ told: (FetchProgress) -> Void) throws(CatalogError) {
    guard !feeds.isEmpty else { return }
    for feed in feeds { fetch(feed) }
    let hasReader = WorkerThread.start { [answers, outcomes, desk, count = feeds.count] in
      Self.read(count, from: answers, into: outcomes, for: desk)
    }
    // Without a thread to spare, one does it all.
    if !hasReader { Self.read(feeds.count, from: answers, into: outcomes, for: desk) }
    defer { outcomes.close { _ in true } }
    while progress.done < feeds.count, let first = outcomes.receive() {
      var part = [first]
      while part.count < Self.largestPart, let next = outcomes.receiveNow() { part.append(next) }
      try take(part)
      told(progress)
    }
  }

  /// How many feeds go into the catalog at once at most.
  private static let largestPart = 32

  private func fetch(_ feed: Subscription) {
    guard let address = try? WebAddress(feed.url) else {
      _ = answers.send(Answer(feed: feed, result: .failure(.noAddress(.noHost))))
      return
    }
    let request = HTTPRequest(
      address, namedBy: .user, etag: feed.fetches.etag, lastModified: feed.fetches.lastModified,
      accepted: HTTPRequest.feeds)
    stop.start(request, with: desk.client) { [answers] result in
      _ = answers.send(Answer(feed: feed, result: result.mapError { .http($0) }))
    }
  }

  private static func read(
    _ count: Int, from answers: Channel<Answer>, into outcomes: Channel<Outcome>, for desk: Newsdesk
  ) {
    for _ in 0..<count {
      guard let answer = answers.receive(), outcomes.send(outcome(of: answer, for: desk)) else { return }
    }
  }

  private static func outcome(of answer: Answer, for desk: Newsdesk) -> Outcome {
    switch answer.result {
    case .failure(let failure): return Outcome(feed: answer.feed, answer: nil, result: .failure(failure))
    case .success(let response):
      do throws(FetchFailure) {
        let intake = try response.isUnchanged ? nil : desk.intake(response, of: answer.feed)
        return Outcome(feed: answer.feed, answer: response, result: .success(intake))
      } catch {
        return Outcome(feed: answer.feed, answer: response, result: .failure(error))
      }
    }
  }
}
