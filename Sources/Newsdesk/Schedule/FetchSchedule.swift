public import Briefing

/// When something that is fetched again and again is due next, and what is remembered of it.
public enum FetchSchedule {
  /// How long is waited where nobody says anything else, in seconds.
  public static let usualInterval = 3600
  /// The longest wait that a server may ask for, and that failures lead to.
  public static let longestWait = 86_400
  /// How many answers in a row, over how long, have to name the same new address until it is believed: a page of a hotel's
  /// network, or a server that is set up wrong for a day, names one too.
  static let answersOfMove = 5
  static let timeOfMove: Int64 = 3 * 86_400

  /// What became of fetching it once.
  public enum Outcome: Hashable, Sendable {
    /// It came, or has not changed. `ttl` is how many seconds it says itself that it is good for.
    case arrived(HTTPAnswer, ttl: Int? = nil)
    /// Something else came than what was looked for; why that is so, in a sentence.
    case unusable(HTTPAnswer, String)
    case failed(HTTPFailure)
  }

  /// What is remembered from now on.
  public struct Step: Hashable, Sendable {
    public var record: FetchRecord
    /// Where it is fetched from now on, where that is believed to be another address; `record.move` is done then.
    public var address: WebAddress?
  }

  /// Whether it is to be fetched now. Where the clock was set back since the last time, it is: a time to come says nothing then.
  public static func isDue(_ record: FetchRecord, at now: Moment) -> Bool {
    if record.hasEnded { return false }
    guard let due = record.due, let attempted = record.attempted else { return true }
    return now >= due || now < attempted
  }

  /// What follows from fetching it.
  /// - Parameters:
  ///   - interval: what the user chose, in seconds; nil for the usual one.
  public static func step(
    _ record: FetchRecord, after outcome: Outcome, at now: Moment, interval: Int? = nil
  ) -> Step {
    let interval = max(1, interval ?? usualInterval)
    switch outcome {
    case .arrived(let answer, let ttl) where answer.isSuccess || answer.isUnchanged:
      return success(record, answer, ttl: ttl, now, interval)
    case .arrived(let answer, _) where answer.status == 410:
      var ended = failure(record, HTTPAnswer.complaint(of: 410), now, wait: interval)
      (ended.hasEnded, ended.due) = (true, nil)
      return Step(record: ended)
    case .arrived(let answer, _):
      let wait = backoff(record, interval, answer)
      return Step(record: failure(record, HTTPAnswer.complaint(of: answer.status), now, wait: wait))
    case .unusable(let answer, let sentence):
      return Step(record: failure(record, sentence, now, wait: backoff(record, interval, answer)))
    case .failed(let why):
      guard why.isOfServer || why.isOfNetwork else { return Step(record: record) }
      // Asking again costs a server nothing that is not reached; and when the network is back, nothing waits for a day.
      let wait = why.isOfNetwork ? interval : backoff(record, interval, nil)
      return Step(record: failure(record, why.sentence, now, wait: wait))
    }
  }

  private static func success(
    _ record: FetchRecord, _ answer: HTTPAnswer, ttl: Int?, _ now: Moment, _ interval: Int
  ) -> Step {
    var next = record
    next.etag = answer.etag ?? (answer.isUnchanged ? record.etag : nil)
    next.lastModified = answer.lastModified ?? (answer.isUnchanged ? record.lastModified : nil)
    (next.attempted, next.succeeded) = (now, now)
    (next.failures, next.failingSince, next.failure, next.hasEnded) = (0, nil, nil, false)
    next.due = now.adding(max(interval, asked(answer, ttl: ttl)))
    next.move = move(record.move, answer, now)
    guard let move = next.move, move.answers >= answersOfMove, now.seconds - move.since.seconds >= timeOfMove,
      let address = try? WebAddress(move.url)
    else { return Step(record: next) }
    next.move = nil
    return Step(record: next, address: address)
  }

  private static func failure(_ record: FetchRecord, _ why: String, _ now: Moment, wait: Int) -> FetchRecord {
    var next = record
    next.attempted = now
    next.failures = record.failures < .max ? record.failures + 1 : .max
    next.failingSince = record.failures > 0 ? record.failingSince ?? now : now
    next.failure = why
    next.due = now.adding(wait)
    return next
  }

  /// How long the server wants to be left alone, a day at most.
  private static func asked(_ answer: HTTPAnswer?, ttl: Int? = nil) -> Int {
    min(longestWait, [ttl, answer?.maxAge, answer?.retryAfter].compactMap { $0 }.max() ?? 0)
  }

  /// Twice as long with each failure, up to a day, or to what the user chose.
  private static func backoff(_ record: FetchRecord, _ interval: Int, _ answer: HTTPAnswer?) -> Int {
    let doubled = interval.multipliedReportingOverflow(by: 1 << min(max(0, record.failures), 16))
    let wait = doubled.overflow ? longestWait : min(doubled.partialValue, longestWait)
    return max(interval, wait, min(longestWait, answer?.retryAfter ?? 0))
  }

  /// The new address that answers name: where permanent redirects lead before the first one for now, and never from what is
  /// encrypted to what is not.
  private static func move(_ old: FetchRecord.Move?, _ answer: HTTPAnswer, _ now: Moment) -> FetchRecord.Move? {
    var scheme = answer.requested.scheme
    let believed = answer.redirects.prefix { redirect in
      defer { scheme = redirect.address.scheme }
      return redirect.isPermanent && (scheme == "http" || redirect.address.scheme == "https")
    }
    guard let last = believed.last else { return nil }
    let url = last.address.text
    guard let old, old.url == url, old.since <= now else { return FetchRecord.Move(url: url, answers: 1, since: now) }
    return FetchRecord.Move(url: url, answers: old.answers < .max ? old.answers + 1 : .max, since: old.since)
  }
}

extension Moment {
  fileprivate func adding(_ seconds: Int) -> Moment {
    let (sum, isOver) = self.seconds.addingReportingOverflow(Int64(seconds))
    return Moment(seconds: isOver ? .max : sum)
  }
}

extension HTTPFailure {
  /// Whether no server was reached: it may be this machine's network that is missing.
  fileprivate var isOfNetwork: Bool {
    switch self {
    case .noSuchHost, .noSuchProxy, .unreachable, .proxy: true
    default: false
    }
  }

  /// Whether it says something of the server, and not of this machine or its user.
  fileprivate var isOfServer: Bool {
    switch self {
    case .noLibrary, .offline, .cancelled, .noRoom: false
    default: true
    }
  }
}
