import Briefing

extension Moment {
  /// The day as it is written in text, in UTC: `28 April 2026`.
  var day: String {
    let date = civil
    return "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }

  /// The day in a column: `28 Apr 2026`.
  var shortDay: String {
    let date = civil
    return "\(date.day) \(Self.months[date.month - 1].prefix(3)) \(date.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The date in the Gregorian calendar, carried on before and after its time: eras of 400 years that begin in March.
  private var civil: (year: Int64, month: Int, day: Int64) {
    let days = Self.floor(seconds, 86_400) + 719_468
    let era = Self.floor(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}
