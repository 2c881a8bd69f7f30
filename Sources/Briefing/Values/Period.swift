/// A stretch of days, as one types it: a day, a month, a year, or a day counted back from today.
public enum Period: Hashable, Sendable {
  /// From a moment on, until another one.
  case dates(from: Moment, until: Moment)
  /// The day so many days ago; today is 0.
  case daysAgo(Int)

  /// Reads `2026-04-28`, `2026-04`, `2026`, `today`, `yesterday`, `7d`, `2w`. Nil for anything else.
  public init?(_ typed: String) {
    let text = typed.lowercased()
    switch text {
    case "today": self = .daysAgo(0)
    case "yesterday": self = .daysAgo(1)
    default:
      if let start = Moment(day: text) {
        self = .dates(from: start, until: Self.end(of: text, from: start))
      } else if let days = Self.days(in: text) {
        self = .daysAgo(days)
      } else {
        return nil
      }
    }
  }

  /// When it begins and when it is over, on the day of a moment.
  public func range(on now: Moment) -> (from: Moment, until: Moment) {
    switch self {
    case .dates(let from, let until): return (from, until)
    case .daysAgo(let days):
      let today = now.seconds - now.secondsOfDay
      let from = today - Int64(days) * Self.day
      return (Moment(seconds: from), Moment(seconds: from + Self.day))
    }
  }

  private static let day: Int64 = 86_400
  /// As long ago as anyone can mean: ten thousand years.
  private static let mostDays = 3_660_000

  private static func days(in text: String) -> Int? {
    let units: [Character: Int] = ["d": 1, "w": 7]
    guard let unit = text.last.flatMap({ units[$0] }), text.utf8.count <= 8,
      text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text.dropLast())
    else { return nil }
    return min(count * unit, mostDays)
  }

  /// The first moment after a day, month or year.
  private static func end(of text: String, from start: Moment) -> Moment {
    // A moment within the next one, whose own start is the end of this one.
    let most: Int64 = text.utf8.count == 10 ? 1 : text.utf8.count == 7 ? 32 : 367
    let later = Moment(seconds: start.seconds + most * day)
    let end = Moment(day: String(later.iso8601.prefix(text.utf8.count)))
    return end.flatMap { $0 > start ? $0 : nil } ?? later
  }
}

extension Moment {
  /// How many seconds of its day are over, in UTC.
  fileprivate var secondsOfDay: Int64 {
    let rest = seconds % 86_400
    return rest < 0 ? rest + 86_400 : rest
  }
}
