import Briefing

/// How long a server wants to be left alone (RFC 9110, 10.2.3).
enum RetryAfter {
  /// Nothing is waited for longer than a day.
  static let longest = 86_400

  /// In seconds, from 0 to a day; nil for what is neither a number of seconds nor a date.
  static func seconds(_ text: String, now: Moment) -> Int? {
    if let seconds = wait(text) { return seconds }
    return HTTPDate.moment(of: text).map { moment in
      let (distance, isOver) = moment.seconds.subtractingReportingOverflow(now.seconds)
      return isOver ? 0 : Int(min(max(0, distance), Int64(longest)))
    }
  }

  /// The `max-age` of a field `Cache-Control` (RFC 9111, 5.2.2.1); nil where it has none, or forbids to keep the answer.
  static func maxAge(_ text: String) -> Int? {
    var age: Int?
    for part in text.split(separator: ",").map({ $0.lowercased().filter { !$0.isWhitespace && $0 != "\"" } }) {
      if part == "no-store" || part == "no-cache" { return nil }
      if part.hasPrefix("max-age="), age == nil { age = wait(String(part.dropFirst("max-age=".utf8.count))) }
    }
    return age
  }

  /// Digits alone; a number that is far too large is as good as the longest.
  private static func wait(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(text) ?? longest, longest)
  }
}

/// A date of HTTP (RFC 9110, 5.6.7), in any of its three forms.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`; nil for anything else.
  static func moment(of text: String) -> Moment? {
    let words = text.split { " ,-".contains($0) }.map(String.init)
    guard text.utf8.count <= 64, words.count == 5 || words.count == 6 else { return nil }
    if words.count == 6, words[5] == "GMT" { return moment(words[1], words[2], words[3], words[4]) }
    return words.count == 5 ? moment(words[2], words[1], words[4], words[3]) : nil
  }

  private static func moment(_ day: String, _ month: String, _ year: String, _ time: String) -> Moment? {
    guard let day = number(day, 1...2), let month = months.firstIndex(of: month), var year = number(year, 2...4),
      let second = second(time)
    else { return nil }
    // Which century two digits are of is a guess of 1994; dates before 1970 are none of the web.
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    return Moment(year: year, month: Int64(month) + 1, day: day, second: second)
  }

  private static func second(_ time: String) -> Int64? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), 2...2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24, minute < 60,
      second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  private static func number(_ text: String, _ digits: ClosedRange<Int>) -> Int64? {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
  }
}
