import Briefing
import Canvas

extension FeedsState {
  var emptySentence: String? {
    guard items.isLoaded else { return nil }
    return words.isEmpty
      ? "No feeds yet. :follow ADDRESS follows one; courant import FILE takes a list."
      : Self.emptySentence(matching: words)
  }

  var facts: [String] {
    guard items.isLoaded else { return [] }
    let number = "\(items.shown.count)"
    let unread = items.shown.reduce(0) { $0 + $1.unread }
    let all = ["\(number) · \(unread.grouped) unread", number]
    return words.isEmpty ? all : ["“\(words)” \(all[0])", "“\(words)” \(number)"] + all
  }

  /// The name, how many of its stories are unread, and when it was fetched; of one that fails, why, and when it is tried again.
  func draw(_ feed: Subscription, at row: Int, on canvas: inout Canvas, in frame: Frame) {
    var right = frame.columns - 1
    let times = FeedTimes(feed, now: now(in: frame), frame: frame)
    if frame.columns >= Self.columnsForTime {
      let start = canvas.write(times.last, endingAt: right, row, in: frame, after: Self.margin, style: Style(.faint))
      right = min(right - Self.columnsOfTime, start - 2)
    }
    let hasFailed = feed.fetches.failure != nil
    if frame.columns >= Self.columnsForWords, feed.unread > 0 {
      let unread = "\(feed.unread.grouped) unread"
      right = canvas.write(unread, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint)) - 2
    } else if feed.unread > 0 {
      right =
        canvas.write(feed.unread.grouped, endingAt: right, row, in: frame, after: right / 2, style: Style(.faint)) - 2
    }
    let room = right - Self.margin
    let style = Style(bold: feed.unread > 0)
    guard hasFailed else {
      let end = canvas.write(feed.name, at: Self.margin, row, in: frame, style: style, limit: room)
      let start = Self.margin + end + 2
      // Of a feed of the account, the folders that it is in there.
      if feed.stream != nil, frame.columns >= Self.columnsForWords, start + Self.leastFolder < right {
        let folders = feed.settings.tags.map { "#" + $0 }.joined(separator: " ")
        canvas.write(folders, at: start, row, in: frame, style: Style(.faint), limit: right - start)
      }
      return
    }
    // Where there is not room for both, that it fails is seen by its sign.
    let name = frame.columns >= Self.columnsForReason ? room / 2 : room - 2
    let end = canvas.write(feed.name, at: Self.margin, row, in: frame, style: style, limit: max(1, name))
    let start = Self.margin + end + (frame.columns >= Self.columnsForReason ? 3 : 1)
    let reason = frame.columns >= Self.columnsForReason ? "\(Sign.failed.glyph) \(times.failure)" : Sign.failed.glyph
    canvas.write(reason, at: start, row, in: frame, style: Style(.accent), limit: max(1, right - start))
  }

  /// The last that anything happened is as good as now: the reader knows no clock.
  private func now(in frame: Frame) -> Moment? {
    let attempts = items.all.compactMap(\.fetches.attempted)
    return (attempts + [frame.today].compactMap(\.self)).max()
  }

  private static let columnsForWords = 56
  private static let leastFolder = 4
  private static let columnsForReason = 56
  private static let columnsForTime = 40
  private static let columnsOfTime = 16
}

/// When a feed was fetched and will be, in words.
struct FeedTimes {
  let feed: Subscription
  /// In the clock of the user's place, as all here.
  private let now: Moment?
  private let frame: Frame

  init(_ feed: Subscription, now: Moment?, frame: Frame) {
    self.feed = feed
    self.frame = frame
    self.now = now.map { Self.local($0, in: frame) }
  }

  /// When it was fetched last, or when it is tried next where that failed.
  var last: String {
    let fetches = feed.fetches
    if fetches.hasEnded { return "ended" }
    if fetches.failure != nil { return fetches.due.map { "next try \(future($0))" } ?? "" }
    return fetches.succeeded.map(past) ?? "not fetched yet"
  }

  /// Why it fails, and since when where that is not today.
  var failure: String {
    let reason = feed.fetches.failure ?? ""
    guard let since = feed.fetches.failingSince.map({ Self.local($0, in: frame) }), let now,
      days(from: since, to: now) > 0
    else { return reason }
    return
      "\(reason), since \(days(from: since, to: now) < 7 ? since.weekday : since.dayLabel(today: now, frame.dates))"
  }

  private func past(_ moment: Moment) -> String {
    let moment = Self.local(moment, in: frame)
    guard let now else { return moment.dayLabel(today: nil, frame.dates) }
    switch days(from: moment, to: now) {
    case ...0: return "today \(moment.clock)"
    case 1: return "yesterday \(moment.clock)"
    case 2..<14 where frame.dates != .iso: return "\(days(from: moment, to: now)) days ago"
    default: return moment.dayLabel(today: now, frame.dates)
    }
  }

  private func future(_ moment: Moment) -> String {
    let moment = Self.local(moment, in: frame)
    guard let now else { return moment.dayLabel(today: nil, frame.dates) }
    switch days(from: now, to: moment) {
    case ...0: return moment.clock
    case 1: return "tomorrow"
    case 2..<7 where frame.dates != .iso: return moment.weekday
    default: return moment.dayLabel(today: now, frame.dates)
    }
  }

  private func days(from first: Moment, to last: Moment) -> Int64 { last.day - first.day }

  private static func local(_ moment: Moment, in frame: Frame) -> Moment {
    Moment(seconds: moment.seconds + frame.secondsAheadOfUTC)
  }
}

extension Moment {
  /// The days since 1 January 1970.
  fileprivate var day: Int64 {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return rest < 0 ? days - 1 : days
  }

  /// `07:10`.
  fileprivate var clock: String { String(iso8601.drop { $0 != "T" }.dropFirst().prefix(5)) }

  /// `Tuesday`.
  fileprivate var weekday: String { Self.weekdays[Int(((day + 3) % 7 + 7) % 7)] }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
