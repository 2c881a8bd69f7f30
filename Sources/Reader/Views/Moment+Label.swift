public import Briefing

extension Moment {
  /// The day as a list shows it: `28 Apr` in the year of `today` or if that is not known, else `28 Apr 2024`, or `Apr 2024`
  /// where there is no room for more; or as ISO 8601 has it.
  public func dayLabel(today: Moment?, _ style: DateStyle, isRoomy: Bool = true) -> String {
    guard style != .iso else { return isoDayLabel }
    let date = date
    let (day, month) = ("\(date.day) ", date.monthName.prefix(3))
    guard let today, today.date.year != date.year else { return day + month }
    return (isRoomy ? day : "") + "\(month) \(date.year)"
  }

  func dayLabel(in frame: Frame, isRoomy: Bool = true) -> String {
    dayLabel(today: frame.today, frame.dates, isRoomy: isRoomy)
  }

  /// The day as it is written out: `28 April 2026`; or as ISO 8601 has it.
  func longDayLabel(_ style: DateStyle) -> String {
    guard style != .iso else { return isoDayLabel }
    return "\(date.day) \(date.monthName) \(date.year)"
  }

  private var isoDayLabel: String {
    String(iso8601.prefix { $0 != "T" })
  }
}

extension CivilDate {
  fileprivate var monthName: String { Self.months[Int(month) - 1] }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension DateStyle {
  /// The columns that the day of a row takes, with the white space before it.
  func columns(isRoomy: Bool) -> Int {
    switch self {
    case .iso: 12
    case .auto, .short: isRoomy ? 12 : 9
    }
  }
}

extension StoryDetail {
  /// The day of a story as its head shows it. What has an address and says no day of its own, as a page or an entry may, has
  /// none: of it is said when it was saved, and nothing where it is said anyway when it was kept.
  func longDayLabel(_ style: DateStyle) -> String? {
    let label = date.longDayLabel(style)
    if story.published != nil || edits.date != nil || versionDate != nil { return label }
    if kept != nil { return nil }
    return story.url == nil ? label : "saved \(label)"
  }
}
