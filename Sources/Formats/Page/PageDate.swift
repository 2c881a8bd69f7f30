import Briefing

/// Dates as pages write them.
enum PageDate {
  /// The moment that a text names, in one of the forms that pages have: ISO 8601 and what passes for it, the forms of mail
  /// and HTTP, a day with the name of its month in a Western language, or a day in numbers. Nil where no day is named.
  ///
  /// A time without its offset is taken for UTC. Days such as `03/04/2026`, where nothing says which is the month, are nil.
  static func read(_ text: String) -> Moment? {
    let bytes = Array(text.utf8.prefix(200))
    return iso(bytes) ?? named(String(decoding: bytes, as: UTF8.self)) ?? numbered(bytes)
  }

  /// `2026-04-28T09:30:00.000+0200`, `2026-04-28 09:30`, `20260428`, `2026/04/28`; anything may stand before and behind.
  private static func iso(_ bytes: [UInt8]) -> Moment? {
    for start in bytes.indices where start == 0 || !isDigit(bytes[start - 1]) {
      guard let year = number(bytes, start, 4), (1900...2200).contains(year) else { continue }
      let sign = start + 4 < bytes.count ? bytes[start + 4] : 0
      let isMarked = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: ".")
      let (month, next) = digits(bytes, from: isMarked ? start + 5 : start + 4)
      guard isMarked else { continue }
      guard let month, next < bytes.count, bytes[next] == sign else { continue }
      let (day, end) = digits(bytes, from: next + 1)
      guard let day, let moment = moment(year, month, day) else { continue }
      return Moment(seconds: moment.seconds + (time(bytes[end...]) ?? 0))
    }
    return nil
  }

  /// One digit or two.
  private static func digits(_ bytes: [UInt8], from start: Int) -> (Int?, Int) {
    guard start < bytes.count, isDigit(bytes[start]) else { return (nil, start) }
    let isTwo = start + 1 < bytes.count && isDigit(bytes[start + 1])
    return (number(bytes, start, isTwo ? 2 : 1), start + (isTwo ? 2 : 1))
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func moment(_ year: Int, _ month: Int, _ day: Int) -> Moment? {
    Moment(year: Int64(year), month: Int64(month), day: Int64(day))
  }

  /// The first time in a text, as seconds to add to the day's midnight in UTC: `9:30`, `09:30:15 +0200`, `9:30 PM EDT`.
  private static func time(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(bytes.prefix(40))
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, isDigit(bytes[colon - 1]) else { return nil }
    let isTwo = colon > 1 && isDigit(bytes[colon - 2])
    guard var hour = number(bytes, colon - (isTwo ? 2 : 1), isTwo ? 2 : 1), let minute = number(bytes, colon + 1, 2),
      hour < 24, minute < 60
    else { return nil }
    var index = colon + 3
    if index < bytes.count, bytes[index] == UInt8(ascii: ":"), number(bytes, index + 1, 2) != nil { index += 3 }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    }
    let rest = String(decoding: bytes[min(index, bytes.count)...], as: UTF8.self).lowercased().split(separator: " ")
    let half = rest.first?.filter(\.isLetter)
    if half == "pm", hour < 12 { hour += 12 }
    if half == "am", hour == 12 { hour = 0 }
    return Int64(hour * 3600 + minute * 60) - (rest.prefix(3).lazy.compactMap { offset($0) }.first ?? 0)
  }

  /// How many seconds a zone is ahead of UTC; nil for what names none.
  private static func offset(_ word: Substring) -> Int64? {
    let bytes = Array(word.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = number(bytes, 1, 2)
    else { return zones.contains(word) ? DateNames.zone(word).map { $0 * 60 } : nil }
    let isMarked = bytes.count > 3 && bytes[3] == UInt8(ascii: ":")
    let minutes = number(bytes, isMarked ? 4 : 3, 2) ?? 0
    return Int64(hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// Those that are no words as well.
  private static let zones: Set<Substring> = ["est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"]
}

/// Days with the name of their month, and days in numbers.
extension PageDate {
  /// `May 10, 2016`, `10 May 2016`, `Tue, 10 May 2016 09:30:00 GMT`, `10. Mai 2016`, `10 de mayo de 2016`.
  private static func named(_ text: String) -> Moment? {
    let text = text.lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "+" && $0 != "-" }
    for (index, word) in words.enumerated() {
      guard let month = DateNames.month(orShort: word) else { continue }
      let before = words[..<index].suffix(2).reversed().lazy.compactMap { day($0) }.first
      let behind = words[(index + 1)...].prefix(4)
      guard
        let year = behind.lazy.compactMap({ self.year($0) }).first
          ?? words[..<index].suffix(3).lazy.compactMap({ self.year($0) }).first
      else { continue }
      let following = behind.first.flatMap { day($0) }
      guard let day = following ?? before ?? behind.lazy.compactMap({ self.day($0) }).first,
        let moment = moment(year, Int(month), day)
      else { continue }
      let rest = text.utf8[words[index].endIndex...]
      return Moment(seconds: moment.seconds + (time(Array(rest)[...]) ?? 0))
    }
    return nil
  }

  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let ending = word[digits.endIndex...]
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th", "er", "º"].contains(ending) else { return nil }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.count == 4, let year = Int(word), (1900...2200).contains(year) else { return nil }
    return year
  }

  /// `28.04.2026`; `28/04/2026` and `04/28/2026` where only one number can be the month; `2026年4月28日`.
  private static func numbered(_ bytes: [UInt8]) -> Moment? {
    var numbers: [(value: Int, end: Int)] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      if index > start, index - start <= 4, let value = number(bytes, start, index - start) {
        numbers.append((value, index))
        if numbers.count >= 3, let found = day(of: numbers.suffix(3).map(\.value), sign: sign(bytes, numbers)) {
          return Moment(seconds: found.seconds + (time(bytes[index...]) ?? 0))
        }
      }
      index += 1
    }
    return nil
  }

  /// What stands between the numbers of a day.
  private static func sign(_ bytes: [UInt8], _ numbers: [(value: Int, end: Int)]) -> UInt8 {
    let first = numbers[numbers.count - 3].end
    return first < bytes.count ? bytes[first] : 0
  }

  private static func day(of numbers: [Int], sign: UInt8) -> Moment? {
    if numbers[0] >= 1900 { return sign == 0xE5 ? moment(numbers[0], numbers[1], numbers[2]) : nil }
    guard numbers[2] >= 1900 else { return nil }
    if sign == UInt8(ascii: ".") { return moment(numbers[2], numbers[1], numbers[0]) }
    guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") else { return nil }
    if numbers[0] > 12 { return moment(numbers[2], numbers[1], numbers[0]) }
    return numbers[1] > 12 ? moment(numbers[2], numbers[0], numbers[1]) : nil
  }
}
