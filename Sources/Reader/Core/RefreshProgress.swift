import Briefing

/// How far the fetching of feeds has come.
public struct RefreshProgress: Hashable, Sendable {
  /// How many feeds were asked, of how many.
  public var done: Int
  public var total: Int
  /// How many stories have come that were not there before, and in how many feeds.
  public var newStories: Int
  public var feedsWithNew: Int
  /// How many feeds could not be fetched.
  public var failed: Int
  /// Whether nothing more is to come, and whether that is so because the user stopped it.
  public var isDone: Bool
  public var isStopped: Bool
  /// What is exchanged with the server of the account; nil where there is none.
  public var exchange: ExchangeProgress?

  public init(
    done: Int = 0, total: Int = 0, newStories: Int = 0, feedsWithNew: Int = 0, failed: Int = 0, isDone: Bool = false,
    isStopped: Bool = false, exchange: ExchangeProgress? = nil
  ) {
    self.done = done
    self.total = total
    self.newStories = newStories
    self.feedsWithNew = feedsWithNew
    self.failed = failed
    self.isDone = isDone
    self.isStopped = isStopped
    self.exchange = exchange
  }
}

/// How far it has come with the server of the account.
public struct ExchangeProgress: Hashable, Sendable {
  /// How many entries have come, of how many.
  public var done: Int
  public var total: Int
  public var newStories: Int
  /// How many marks the server has since now, and how many stories have.
  public var sent: Int
  public var taken: Int
  /// What went wrong, in one sentence; nil where nothing did.
  public var trouble: String?

  public init(
    done: Int = 0, total: Int = 0, newStories: Int = 0, sent: Int = 0, taken: Int = 0, trouble: String? = nil
  ) {
    self.done = done
    self.total = total
    self.newStories = newStories
    self.sent = sent
    self.taken = taken
    self.trouble = trouble
  }
}

/// A feed that a page names.
public struct FeedChoice: Hashable, Sendable {
  /// What the page calls it; empty where it has no name.
  public var title: String
  public var url: String

  public init(title: String, url: String) {
    (self.title, self.url) = (title, url)
  }
}

extension RefreshProgress {
  /// New stories, whichever way they came.
  var allNew: Int { newStories + (exchange?.newStories ?? 0) }

  /// What came of it, in one sentence: `18 new in 5 feeds · 1 failed`.
  var result: String {
    guard let exchange else { return resultOfFeeds }
    return total > 0 ? "\(exchange.result) · \(resultOfFeeds)" : exchange.result
  }

  private var resultOfFeeds: String {
    let came =
      newStories > 0
      ? "\(newStories.grouped) new in \(counted(feedsWithNew, "feed", "feeds"))"
      : "nothing new" + (isStopped || failed == total ? "" : " in \(counted(total - failed, "feed", "feeds"))")
    let stop = isStopped ? "stopped after \(done.grouped) of \(total.grouped) · " : ""
    return stop + came + (failed > 0 ? " · \(failed.grouped) failed" : "")
  }

  /// How it goes on, the longest wording first.
  func wordings(stop: String) -> [String] {
    if let exchange, exchange.total > 0, total == 0 {
      let count = "\(exchange.done.grouped) of \(exchange.total.grouped) stories"
      return ["fetching \(count) · \(stop) stops", "fetching \(count)", count]
    }
    guard total > 0 else { return ["refreshing · \(stop) stops", "refreshing"] }
    let count = "\(done.grouped) of \(total.grouped)"
    return ["refreshing \(count) · \(stop) stops", "refreshing \(count)", count]
  }
}

extension ExchangeProgress {
  /// `18 new from your account · 3 marks sent · 2 taken`.
  fileprivate var result: String {
    var parts: [String] = []
    if newStories > 0 || sent + taken == 0, trouble == nil || newStories > 0 {
      parts.append((newStories > 0 ? "\(newStories.grouped) new" : "nothing new") + " from your account")
    }
    if sent > 0 { parts.append("\(counted(sent, "mark", "marks")) sent") }
    if taken > 0 { parts.append("\(counted(taken, "mark", "marks")) taken") }
    if let trouble { parts.append(trouble) }
    return parts.joined(separator: " · ")
  }
}
