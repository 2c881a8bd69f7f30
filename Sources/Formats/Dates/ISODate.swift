import Briefing

/// Dates of ISO 8601 with all that feeds leave out or put in: `2026`, `2026-04`, `20260427`, `2026-117`, `2026-4-7 9:30`, a comma
/// before fractions, a space or `t` before the time, no zone.
enum ISODate {
  static func moment(of text: [UInt8]) -> Moment? {
    var scanner = ISOScanner(text)
    guard let day = scanner.day() else { return nil }
    let (time, offset) = scanner.time() ?? (0, 0)
    // A day of the year counts from its first one.
    guard scanner.isAtEnd, !day.isOfYear || (1...366).contains(day.day),
      let start = Moment(
        year: Int64(day.year), month: Int64(day.month), day: day.isOfYear ? 1 : Int64(day.day), second: Int64(time),
        offset: Int64(offset))
    else { return nil }
    return Moment(seconds: start.seconds + (day.isOfYear ? Int64(day.day - 1) * 86_400 : 0))
  }
}

private struct ISOScanner {
  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) {
    self.text = text
    skipBlank()
  }

  var isAtEnd: Bool { text[at...].allSatisfy { $0 <= 0x20 } }

  private mutating func skipBlank() {
    while at < text.count, text[at] <= 0x20 { at += 1 }
  }

  private mutating func take(_ letters: String) -> Bool {
    guard at < text.count, letters.utf8.contains(text[at]) else { return false }
    at += 1
    return true
  }

  private func digitCount() -> Int { text[at...].prefix { (0x30...0x39).contains($0) }.count }

  private mutating func number(_ digits: Int) -> Int? {
    guard digitCount() >= digits, digits > 0 else { return nil }
    defer { at += digits }
    return text[at..<at + digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// One digit or two.
  private mutating func short() -> Int? { number(min(2, digitCount())) }

  mutating func day() -> (year: Int, month: Int, day: Int, isOfYear: Bool)? {
    let count = digitCount()
    guard count == 4 || count == 6 || count == 7 || count == 8 || count == 14, let year = number(4) else { return nil }
    switch count {
    case 6: return number(2).map { (year, $0, 1, false) }
    case 7: return number(3).map { (year, 1, $0, true) }
    case 8, 14:
      guard let month = number(2), let day = number(2) else { return nil }
      return (year, month, day, false)
    default: break
    }
    guard take("-/.") else { return (year, 1, 1, false) }
    if digitCount() == 3 { return number(3).map { (year, 1, $0, true) } }
    guard let month = short() else { return nil }
    guard take("-/.") else { return (year, month, 1, false) }
    return short().map { (year, month, $0, false) }
  }

  /// Seconds since midnight, and ahead of UTC; nil where no time follows.
  mutating func time() -> (time: Int, offset: Int)? {
    let start = at
    let isCompact = digitCount() >= 6
    guard take("Tt") || isCompact || take(" "), case _ = skipBlank(), let hour = short(), hour <= 24 else {
      at = start
      return nil
    }
    var (minute, second) = (0, 0)
    if take(":.") || digitCount() > 0 { minute = short() ?? 60 }
    if take(":") || digitCount() > 0 { second = short() ?? 62 }
    if take(".,") { at += digitCount() }
    guard minute < 60, second < 62 else { return nil }
    return (hour * 3600 + minute * 60 + min(second, 59), offset())
  }

  private mutating func offset() -> Int {
    skipBlank()
    if take("Zz") { return 0 }
    let name = String(decoding: text[at...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }, as: UTF8.self)
      .lowercased()
    if let zone = DateNames.zone(name) {
      at += name.utf8.count
      return Int(zone) * 60
    }
    let isAhead = take("+")
    guard isAhead || take("-"), let hours = short() else { return 0 }
    _ = take(":")
    let minutes = digitCount() > 0 ? short() ?? 0 : 0
    return (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}
