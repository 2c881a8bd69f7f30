import Briefing

/// Dates as nearly all feeds and mails write them: `Wed, 30 Sep 2026 22:44:06 +0000` and `2026-09-30T22:44:06Z`.
///
/// Nil for everything else, which `LooseDate` reads: what is read here it would read as the same moment, in many times the time.
enum UsualDate {
  static func moment(of text: [UInt8]) -> Moment? {
    text.withUnsafeBufferPointer { whole in
      let bytes = MarkupBytes(rebasing: whole.drop { $0 == 0x20 })
      guard bytes.count >= 19 else { return nil }
      var scanner = UsualDateScanner(bytes)
      return bytes[4] == UInt8(ascii: "-") ? scanner.internetMoment() : scanner.mailMoment()
    }
  }
}

private struct UsualDateScanner {
  private let bytes: MarkupBytes
  private var at = 0

  init(_ bytes: MarkupBytes) { self.bytes = bytes }

  /// As RFC 3339 has it.
  mutating func internetMoment() -> Moment? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("T"),
      let second = time()
    else { return nil }
    if take(".") { while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 } }
    guard let offset = take("Z") ? 0 : offset(withColon: true) else { return nil }
    return moment(year, month, day, second, offset)
  }

  /// As RFC 5322 has it, with its day of the week.
  mutating func mailMoment() -> Moment? {
    guard name(in: Self.days) != nil, take(","), take(" "), let day = number(2) ?? number(1), (1...31).contains(day),
      take(" "), let month = name(in: Self.months), take(" "), let year = number(4), take(" "), let second = time(),
      take(" ")
    else { return nil }
    guard let offset = takeGreenwich() ? 0 : offset(withColon: false) else { return nil }
    return moment(year, Int64(month + 1), day, second, offset)
  }

  private static let days: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func moment(_ year: Int64, _ month: Int64, _ day: Int64, _ second: Int64, _ offset: Int64) -> Moment? {
    guard at == bytes.count else { return nil }
    return Moment(year: year, month: month, day: day, second: second, offset: offset)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func takeGreenwich() -> Bool {
    guard bytes.hasBytes("GMT", at: at) else { return false }
    at += 3
    return true
  }

  private mutating func number(_ digits: Int) -> Int64? {
    guard at + digits <= bytes.count else { return nil }
    var value: Int64 = 0
    for index in at..<at + digits {
      guard bytes[index] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int64(bytes[index] &- 0x30)
    }
    at += digits
    return value
  }

  private mutating func name(in names: [StaticString]) -> Int? {
    guard let index = names.firstIndex(where: { bytes.hasBytes($0, at: at) }) else { return nil }
    at += 3
    return index
  }

  /// Seconds since midnight.
  private mutating func time() -> Int64? {
    guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2), hour < 24,
      minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds ahead of UTC.
  private mutating func offset(withColon: Bool) -> Int64? {
    let isAhead = take("+")
    guard isAhead || take("-"), let hours = number(2), !withColon || take(":"), let minutes = number(2), hours < 24,
      minutes < 60
    else { return nil }
    return (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}
