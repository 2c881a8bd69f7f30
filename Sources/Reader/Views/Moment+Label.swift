public import Briefing

extension Moment {
  /// The day as a list shows it: `28 Apr` in the year of `today` or if that is not known, else `Apr 2024`; or as ISO 8601
  /// has it.
  public func dayLabel(today: Moment?, _ style: DateStyle) -> String {
    guard style != .iso else { return isoDayLabel }
    guard let date else { return "" }
    if let year = today?.date?.year, year != date.year { return "\(date.month.prefix(3)) \(date.year)" }
    return "\(date.day) \(date.month.prefix(3))"
  }

  func dayLabel(in frame: Frame) -> String {
    dayLabel(today: frame.today, frame.dates)
  }

  /// The day as it is written out: `28 April 2026`; or as ISO 8601 has it.
  func longDayLabel(_ style: DateStyle) -> String {
    guard style != .iso else { return isoDayLabel }
    return date.map { "\($0.day) \($0.month) \($0.year)" } ?? ""
  }

  private var isoDayLabel: String {
    String(iso8601.prefix { $0 != "T" })
  }

  private var date: (year: Substring, month: String, day: Int)? {
    let parts = iso8601.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]), Self.months.indices.contains(month - 1)
    else { return nil }
    return (parts[0], Self.months[month - 1], day)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension DateStyle {
  /// The columns that the day of a row takes, with the white space before it.
  var columns: Int { self == .iso ? 12 : 9 }
}
