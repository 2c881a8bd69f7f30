/// A point in time, to the second, in UTC.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC.
  public var seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The earlier one first.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }
}

/// As the number of its seconds.
extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    seconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}

extension Moment {
  /// The start of a day, month or year in UTC: `2026-04-01`, `2026-04`, `2026`. Nil for anything else.
  public init?(day text: String) {
    switch text.utf8.count {
    case 10: self.init(iso8601: text)
    case 7: self.init(iso8601: text + "-01")
    case 4: self.init(iso8601: text + "-01-01")
    default: return nil
    }
  }
}

extension Moment {
  /// The moment as ISO 8601 in UTC, to the second: `2026-04-28T09:30:00Z`.
  ///
  /// Years outside 0...9999 are written with all their digits, and do not parse back.
  public var iso8601: String {
    let (date, second) = dateAndSecond
    let time = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    return "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))T\(time)Z"
  }

  /// Its day in UTC.
  public var date: CivilDate { dateAndSecond.date }

  private var dateAndSecond: (date: CivilDate, second: Int64) {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (day, second) = rest < 0 ? (days - 1, rest + 86_400) : (days, rest)
    return (CivilDate(daysSince1970: day), second)
  }

  /// A day and the seconds since its midnight, in a zone that is so many seconds ahead of UTC. Nil for days that no month has,
  /// and for years beyond 0...9999.
  package init?(year: Int64, month: Int64, day: Int64, second: Int64 = 0, offset: Int64 = 0) {
    guard (0...9999).contains(year), let date = CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(dated: date.daysSince1970 * 86_400 + second - offset)
  }

  /// A moment of the years 0 to 9999, which is what can be written; nil for any other.
  ///
  /// - Parameter seconds: since 1970 in UTC.
  package init?(dated seconds: Int64) {
    guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
    self.init(seconds: seconds)
  }

  /// Reads a day, `2026-04-28`, as its midnight in UTC; or a day and a time with its offset from UTC, `T09:30Z`,
  /// `T09:30:00+02:00`. Fractions of a second are dropped. Nil for anything else, also for days that no month has.
  public init?(iso8601 text: some StringProtocol) {
    var scanner = Scanner(rest: text.utf8[...])
    guard
      let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2), let midnight = Self(year: year, month: month, day: day)
    else { return nil }
    if scanner.isAtEnd {
      self = midnight
      return
    }
    guard let time = scanner.time(), scanner.isAtEnd else { return nil }
    self.init(dated: midnight.seconds + time)
  }

  private static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

/// Takes an ISO 8601 text apart, piece by piece.
private struct Scanner<Rest: Collection> where Rest.Element == UInt8, Rest.SubSequence == Rest {
  var rest: Rest

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first.map(UInt32.init) == scalar.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func number(digits: Int) -> Int64? {
    let head = rest.prefix(digits)
    guard head.count == digits, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return head.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// Seconds since midnight in UTC.
  mutating func time() -> Int64? {
    guard
      skip("T") || skip(" "), let hour = number(digits: 2), hour < 24, skip(":"), let minute = number(digits: 2),
      minute < 60, let second = second(), let offset = offset()
    else { return nil }
    return hour * 3600 + minute * 60 + second - offset
  }

  private mutating func second() -> Int64? {
    guard skip(":") else { return 0 }
    // 60 is a leap second, which UTC in seconds has no room for.
    guard let second = number(digits: 2), second <= 60 else { return nil }
    if skip(".") { rest = rest.drop { (0x30...0x39).contains($0) } }
    return min(second, 59)
  }

  private mutating func offset() -> Int64? {
    if skip("Z") { return 0 }
    let sign: Int64 = skip("-") ? -1 : skip("+") ? 1 : 0
    guard sign != 0, let hours = number(digits: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

/// A day of the Gregorian calendar, also before it was introduced.
public struct CivilDate: Hashable, Sendable {
  public let year: Int64
  /// 1 to 12.
  public let month: Int64
  /// 1 to 31.
  public let day: Int64

  /// Nil if there is no such day.
  init?(year: Int64, month: Int64, day: Int64) {
    let lengths: [Int64] = [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[Int(month) - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  // Both ways count years from March, so that the leap day comes last, and in eras of 400 years, which all have the
  // same 146 097 days; the era that holds 1970 began 719 468 days before it.
  init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int64 {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
