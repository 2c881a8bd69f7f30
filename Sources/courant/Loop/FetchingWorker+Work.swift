import Briefing
import Catalog
import Newsdesk
import Reader
import Synchronization
import System

/// What its threads do.
extension FetchingWorker {
  func refresh(_ subscription: Int64?, isForced: Bool, _ stop: FetchStop) {
    do throws(CatalogError) {
      let feeds = try subscription.map { (id) throws(CatalogError) in try catalog.subscription(id).map { [$0] } ?? [] }
      let isOfAccount = account != nil && !isOffline && feeds?.contains { $0.stream != nil } ?? true
      // What comes by itself says nothing where there is nothing to fetch.
      if !isForced, !isOfAccount, try !desk.isAnyDue() { return }
      let exchange = isOfAccount ? self.exchange(stop) : nil
      var told = RateLimit()
      let end = try desk.refresh(feeds, isForced: isForced, stop: stop) { progress in
        if told.isDue { post(.refreshing(RefreshProgress(progress, exchange))) }
      }
      var progress = RefreshProgress(end, exchange)
      (progress.isDone, progress.isStopped) = (true, stop.isStopped)
      fetched()
      post(.refreshing(progress))
    } catch {
      post(.refreshing(RefreshProgress(isDone: true, isStopped: true)))
      post(.told(error.sentence))
    }
  }

  /// Exchanges with the server of the account; what goes wrong is told with the end of it, and the rest goes on.
  private func exchange(_ stop: FetchStop) -> ExchangeProgress? {
    guard let account else { return nil }
    var told = RateLimit()
    do throws(AccountFailure) {
      let report = try desk.exchange(with: account.server, stop: stop) { progress in
        if told.isDue { post(.refreshing(RefreshProgress(exchange: ExchangeProgress(progress)))) }
      }
      return ExchangeProgress(report, of: account.settings)
    } catch .http(.cancelled) {
      return ExchangeProgress()
    } catch {
      return ExchangeProgress(trouble: AccountTrouble(account: account.settings, failure: error).sentence)
    }
  }

  func followed(_ text: String, _ choice: Int?, _ stop: FetchStop) -> Message {
    do {
      if let feeds = try followed(listIn: text) { return feeds }
      let followed = try desk.follow(text, choice: choice, stop: stop)
      return .followed(followed.feeds, known: followed.new == 0)
    } catch FetchFailure.severalFeeds(let feeds) {
      return .feedsFound(feeds.map { FeedChoice(title: $0.title ?? "", url: $0.address.text) }, in: text)
    } catch FetchFailure.http(.cancelled) {
      return .notFollowed(FetchFailure.http(.cancelled).sentence)
    } catch let failure as FetchFailure {
      return .notFollowed(NamedFailure(name: text, failure: failure).sentence)
    } catch {
      return .notFollowed(Self.sentence(of: error))
    }
  }

  /// Follows the feeds that a file lists; nil where there is no file of the name.
  private func followed(listIn name: String) throws -> Message? {
    let path = TypedPath.path(name)
    guard (try? FileStatus(of: path))?.kind == .file else { return nil }
    var list = FollowedList()
    try list.read(.file(path))
    let followed = try catalog.follow(list.feeds, at: .now)
    return .followed(followed.map(\.subscription), known: !followed.contains(where: \.isNew))
  }

  func page(_ url: String, for story: StoryID?, _ stop: FetchStop) -> Message {
    do {
      let namer = try desk.namer(of: try story.flatMap { try catalog.detail($0) })
      let told = Mutex(RateLimit())
      let kept = try desk.keepPage(at: url, namedBy: namer, stop: stop) { [post] progress in
        guard told.withLock({ $0.isDue }) else { return }
        post(.fetching(url: url, bytes: progress.received, total: progress.expected))
      }
      guard let detail = try catalog.detail(kept.id) else { throw FetchFailure.http(.cancelled) }
      return .pageKept(detail, url: url)
    } catch {
      let failure = error as? FetchFailure
      return .pageNotFetched(
        url: url, because: Self.sentence(of: error), isOffline: failure == .http(.offline),
        canQueue: failure.map(\.mayPass) ?? false)
    }
  }

  func fullText(of story: StoryID, _ stop: FetchStop) -> Message {
    guard let url = try? catalog.detail(story)?.story.url else {
      return .told("the feed names no page for this story")
    }
    return page(url, for: story, stop)
  }

  func wanted(_ url: String, for story: StoryID?) -> Message {
    do throws(CatalogError) {
      try catalog.want([WantedPage(url: url, story: story, isAskedFor: true)], at: .now)
      return .wanted(url: url)
    } catch {
      return .told(error.sentence)
    }
  }

  func added(_ text: String, _ stop: FetchStop) -> Message {
    do {
      let added = try desk.addPage(at: text, stop: stop)
      try catalog.sync()
      var stories = AddedStories()
      stories.note(added)
      return .added(stories)
    } catch let failure as FetchFailure where failure != .http(.cancelled) {
      return .notAdded(NamedFailure(name: text, failure: failure).sentence)
    } catch {
      return .notAdded(Self.sentence(of: error))
    }
  }

  private static func sentence(of error: any Error) -> String {
    (error as? any UserFacingError)?.sentence ?? "it could not be fetched"
  }
}

extension FetchFailure {
  /// Whether it may go better another time.
  fileprivate var mayPass: Bool {
    switch self {
    case .http(.cancelled), .http(.refusedAddress), .http(.noLibrary): false
    case .http: true
    case .status(let status): status == 429 || status >= 500
    default: false
    }
  }
}

/// Lets something through twice a second at most.
private struct RateLimit {
  private var last: ContinuousClock.Instant?

  var isDue: Bool {
    mutating get {
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(500) { return false }
      last = now
      return true
    }
  }
}

extension RefreshProgress {
  fileprivate init(_ progress: FetchProgress, _ exchange: ExchangeProgress?) {
    self.init(
      done: progress.done, total: progress.total, newStories: progress.new, feedsWithNew: progress.feedsWithNew,
      failed: progress.failed, exchange: exchange)
  }
}

extension ExchangeProgress {
  fileprivate init(_ progress: SyncProgress) {
    self.init(done: progress.done, total: progress.total, newStories: progress.newStories)
  }

  fileprivate init(_ report: SyncReport, of account: AccountSettings) {
    var trouble: String?
    if let failure = report.failure, failure != .http(.cancelled) {
      trouble = AccountTrouble(account: account, failure: failure, left: report.left).sentence
    } else if report.failure == nil, report.left > 0 {
      trouble = MarksLeft(account: account, count: report.left).sentence
    }
    self.init(
      done: report.entries, total: report.entries, newStories: report.newStories, sent: report.sent,
      taken: report.taken,
      trouble: trouble)
  }
}
