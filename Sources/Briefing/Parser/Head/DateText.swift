/// A date as people and mails write it.
enum DateText {
  /// The moment that a text names, and nothing but that; nil where it is not sure which.
  ///
  /// ISO 8601, `Tue, 28 Apr 2026 07:00:00 +0200` (RFC 5322), `April 28, 2026`, `28. April 2026` in the languages of `DateNames`,
  /// `28.04.2026`, `2026/04/28`, `2026年4月28日`. `04/05/2026` is left, for nobody knows which is the month. Without a zone a
  /// time is in UTC.
  static func moment(_ text: some StringProtocol) -> Moment? {
    // Every date has a year in figures.
    guard text.utf8.count <= 80, text.utf8.contains(where: \.isDigit) else { return nil }
    if let moment = Moment(iso8601: text) { return moment }
    var parts = Parts()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      // One after the other, since the first word of most lines is none of a date.
      for word in text.utf8.lazy.split(whereSeparator: parts(words:)) {
        guard parts.take(String(decoding: word, as: UTF8.self).lowercased()) else { return nil }
      }
      return parts.moment
    }
    for word in words(text) where !parts.take(word) { return nil }
    return parts.moment
  }

  /// Whether a byte of ASCII stands between words.
  private static func parts(words byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"): true
    default: false
    }
  }

  /// Words, numbers and marks one by one.
  private static func words(_ text: some StringProtocol) -> [String] {
    let marked = text.map { character -> String in
      switch character {
      case "年", "月", "日", "년", "월", "일": "\(character) "
      case ",", "，", "(", ")", "·", "|": " "
      default: String(character)
      }
    }.joined()
    return marked.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
  }

  /// What was read of a date so far.
  private struct Parts {
    private var year: Int64?
    private var month: Int64?
    private var day: Int64?
    private var second: Int64 = 0
    private var offset: Int64 = 0
    private var hasTime = false

    var moment: Moment? {
      guard let year, let month, let day else { return nil }
      return Moment(year: year, month: month, day: day, second: second, offset: offset)
    }

    /// False for a word that is no part of a date.
    mutating func take(_ word: String) -> Bool {
      let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
      if let number = DateText.number(bare) { return takeNumber(number, digits: bare.utf8.count) }
      if let number = DateText.ordinal(bare) { return takeNumber(number.value, digits: 1, unit: number.unit) }
      if let found = DateText.month(bare) { return Self.set(&month, found) }
      if word.contains(":") { return takeTime(word) }
      // `at` is a word before it is a zone.
      return DateText.fillers.contains(bare) || takeDay(word) || takeZone(word)
    }

    private static func set(_ part: inout Int64?, _ value: Int64) -> Bool {
      defer { part = part ?? value }
      return part == nil
    }

    private mutating func takeNumber(_ number: Int64, digits: Int, unit: String = "") -> Bool {
      switch unit {
      case "年", "년": return Self.set(&year, number)
      case "月", "월": return Self.set(&month, number)
      case "日", "일": return Self.set(&day, number)
      default: break
      }
      if digits == 4, (1800...2200).contains(number) { return Self.set(&year, number) }
      return digits <= 2 && (1...31).contains(number) && Self.set(&day, number)
    }

    /// A day in figures: `28.04.2026`, `2026/04/28`, or with the month first where only it can be one.
    private mutating func takeDay(_ word: String) -> Bool {
      guard year == nil, month == nil, day == nil else { return false }
      let day = word.prefix { $0 != "t" }
      for mark: Character in ["-", ".", "/"] {
        let parts = day.split(separator: mark)
        guard parts.count == 3, let first = DateText.number(parts[0]), let second = DateText.number(parts[1]),
          let third = DateText.number(parts[2])
        else { continue }
        if parts[0].utf8.count == 4 { (year, month, self.day) = (first, second, third) }
        guard parts[2].utf8.count == 4 else { break }
        if mark == "." || first > 12 || first == second { (self.day, month, year) = (first, second, third) }
        if mark == "/", second > 12 { (month, self.day, year) = (first, second, third) }
      }
      guard year != nil, month != nil, self.day != nil else { return false }
      return day.count == word.count || takeTime(String(word.dropFirst(day.count + 1)))
    }

    private mutating func takeTime(_ word: String) -> Bool {
      let digits = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
      let parts = digits.split(separator: ":").map { DateText.number($0.prefix { $0 != "." }) }
      guard !hasTime, (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], hour < 24, minute < 60
      else { return false }
      second = hour * 3600 + minute * 60 + (parts.count > 2 ? min(59, parts[2] ?? 0) : 0)
      hasTime = true
      let rest = String(word.dropFirst(digits.count))
      return rest.isEmpty || takeZone(rest)
    }

    private mutating func takeZone(_ word: String) -> Bool {
      if word == "am" || word == "pm" || word == "a.m." || word == "p.m." {
        guard hasTime else { return false }
        let hour = second / 3600
        if word.hasPrefix("p"), hour < 12 { second += 12 * 3600 }
        if word.hasPrefix("a"), hour == 12 { second -= 12 * 3600 }
        return true
      }
      if let minutes = DateNames.zone(word) {
        offset = minutes * 60
        return true
      }
      let figures = word.dropFirst().filter { $0 != ":" }
      guard word.hasPrefix("+") || word.hasPrefix("-"), figures.utf8.count == 4, let value = DateText.number(figures)
      else { return false }
      offset = (value / 100 * 3600 + value % 100 * 60) * (word.hasPrefix("-") ? -1 : 1)
      return true
    }
  }

  private static func number(_ word: some StringProtocol) -> Int64? {
    word.utf8.allSatisfy(\.isDigit) && word.utf8.count <= 4 ? Int64(word) : nil
  }

  /// `3rd`, `1er`, `4月`.
  private static func ordinal(_ word: String) -> (value: Int64, unit: String)? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    let unit = String(word.dropFirst(digits.count))
    guard let value = number(digits), ordinals.contains(unit) else { return nil }
    return (value, unit)
  }

  private static func month(_ word: String) -> Int64? {
    DateNames.month(word) ?? short[word]
  }

  private static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "er", "re", "º", "ª", "年", "月", "日", "년", "월", "일",
  ]
  /// Weekdays, and the words that stand between the parts of a date.
  private static let fillers: Set<String> = Set(
    """
    at on of the de del den der le el la il a um à às ore kl klo uhr h o'clock
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    понедельник вторник среда четверг пятница суббота воскресенье г года
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The names in short that stand in headers and bylines.
  private static let short: [String: Int64] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12, "okt": 10, "dez": 12,
  ]
}
