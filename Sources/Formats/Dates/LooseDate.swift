import Briefing

/// Reads a date as mail (RFC 5322), feeds (RFC 822, RFC 3339, W3C-DTF) and their damaged forms write it.
///
/// Takes what can be meant in one way only, or by far most often: names of months and zones in any case and a few languages, a
/// missing weekday, time or zone (then UTC), years of two digits (1950 to 2049), the month before the day, fractions, comments.
/// Nil for anything else.
enum LooseDate {
  /// Longer texts are no dates.
  private static let longest = 128

  static func moment(of text: some StringProtocol) -> Moment? {
    guard text.utf8.count <= longest else { return nil }
    if let moment = UsualDate.moment(of: Array(text.utf8)) { return moment }
    if let moment = ISODate.moment(of: Array(text.utf8)) { return moment }
    var parts = DateParts()
    var depth = 0
    for token in DateToken.tokens(of: text.lowercased()) {
      // What stands in parentheses is a comment.
      if token == .open { depth += 1 } else if token == .close { depth -= 1 } else if depth == 0 { parts.take(token) }
    }
    return parts.moment
  }
}

/// What a date is made of.
struct DateParts {
  var year: Int?
  var month: Int?
  var day: Int?
  /// Seconds since midnight.
  var time = 0
  /// Seconds ahead of UTC.
  var offset = 0
  /// Whether the month stands there as its name; `mardi` only opens like one.
  private var isMonthSure = false
  /// Numbers that may be days, months or years, until others say which.
  private var open: [(value: Int, digits: Int)] = []

  mutating func take(_ token: DateToken) {
    switch token {
    case .number(let value, let digits): take(value, digits: digits)
    case .time(let seconds): time = seconds
    case .offset(let seconds): offset = seconds
    case .word(let word): take(word)
    case .open, .close: break
    }
  }

  private mutating func take(_ value: Int, digits: Int) {
    if digits == 8 {
      (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    } else if digits <= 4, open.count < 3 {
      open.append((value, digits))
    }
  }

  private mutating func take(_ word: String) {
    if let month = DateNames.month(orShort: word) {
      // Of two, the first is a day of the week: `mar. 28 avr.`
      (self.month, isMonthSure) = (Int(month), true)
    } else if !isMonthSure, let month = DateNames.month(opening: word) {
      self.month = Int(month)
    } else if let zone = DateNames.zone(word) {
      offset = Int(zone) * 60
    } else if word == "pm", time < 43_200 {
      time += 43_200
    } else if word == "am", time >= 43_200, time < 46_800 {
      time -= 43_200
    }
  }

  var moment: Moment? {
    var parts = self
    guard parts.sort(), let year = parts.year, let month = parts.month else { return nil }
    return Moment(
      year: Int64(year), month: Int64(month), day: Int64(parts.day ?? 1), second: Int64(time), offset: Int64(offset))
  }

  /// Says which number is what: a year has four digits or comes last, and the month is named or comes first.
  private mutating func sort() -> Bool {
    if let index = open.firstIndex(where: { $0.digits >= 3 || $0.value > 31 }), year == nil {
      let isFirst = index == 0
      year = Self.whole(open.remove(at: index))
      if isFirst, month == nil, open.count == 2 { (month, day) = (open.removeFirst().value, open.removeFirst().value) }
    }
    if year == nil, open.count == (month == nil ? 3 : 2) { year = Self.whole(open.removeLast()) }
    if month == nil, open.count == 2 {
      // Where only one of them can be a month, it is.
      let isDayFirst = open[0].value > 12
      month = open[isDayFirst ? 1 : 0].value
      day = open[isDayFirst ? 0 : 1].value
      open = []
    }
    if day == nil { day = open.first?.value }
    return year != nil
  }

  private static func whole(_ year: (value: Int, digits: Int)) -> Int {
    switch year.digits {
    case ...2: year.value + (year.value < 50 ? 2000 : 1900)
    case 3: year.value + 1900
    default: year.value
    }
  }
}

/// A piece of a date.
enum DateToken: Equatable {
  case number(Int, digits: Int)
  /// In seconds.
  case time(Int)
  case offset(Int)
  case word(String)
  case open, close

  /// Letters belong together, and digits; what follows a colon is a time, and a sign behind a time opens its offset.
  static func tokens(of text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        tokens += takeNumber(&rest)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        // `22nd`, and the `t` between a day and a time.
        if !["st", "nd", "rd", "th", "t"].contains(word) { tokens.append(.word(String(word))) }
      } else if first == "+" || first == "-" || first == "−", let offset = takeOffset(&rest, behind: tokens) {
        tokens.append(offset)
      } else {
        if first == "(" { tokens.append(.open) } else if first == ")" { tokens.append(.close) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  private static func digits(_ rest: inout Substring, most: Int = .max) -> (value: Int, digits: Int) {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(most)
    rest = rest.dropFirst(digits.count)
    return (Int(digits.prefix(9)) ?? 0, digits.count)
  }

  private static func takeNumber(_ rest: inout Substring) -> [DateToken] {
    let (value, count) = digits(&rest)
    guard rest.first == ":", count <= 2, rest.dropFirst().first?.isNumber == true else {
      return [.number(value, digits: count)]
    }
    rest = rest.dropFirst()
    let minute = digits(&rest, most: 2).value
    var second = 0
    if rest.first == ":" {
      rest = rest.dropFirst()
      second = digits(&rest).value
    }
    if rest.first == "." || rest.first == ",", rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst()
      _ = digits(&rest)
    }
    guard value <= 24, minute < 60, second <= 61 else { return [] }
    return [.time(value * 3600 + minute * 60 + min(second, 59))]
  }

  /// `+0200`, `+02:00`, `+02`, `-5`: only behind a time or a zone.
  private static func takeOffset(_ rest: inout Substring, behind tokens: [DateToken]) -> DateToken? {
    let isBehind = tokens.contains { if case .time = $0 { true } else { false } }
    guard isBehind, rest.dropFirst().first?.isNumber == true else { return nil }
    let sign = rest.first == "+" ? 1 : -1
    rest = rest.dropFirst()
    var (hours, count) = digits(&rest)
    var minutes = 0
    if count > 2 {
      (hours, minutes) = (hours / 100, hours % 100)
    } else if rest.first == ":" {
      rest = rest.dropFirst()
      minutes = digits(&rest, most: 2).value
    }
    return hours < 24 && minutes < 60 ? .offset(sign * (hours * 3600 + minutes * 60)) : nil
  }
}
