import Briefing
import Reader

/// How days are written in lists.
struct Days {
  let style: DateStyle
  var today = Moment.now

  /// As the user likes them on a terminal; a program that reads them is never given another form.
  static var printed: Days {
    Days(style: Output.isTerminal ? Config.current.settings.reader.dates : .iso)
  }

  func label(_ date: Moment) -> String {
    style == .short ? date.dayLabel(today: today, .short) : date.day
  }

  /// As wide for every day.
  func column(_ date: Moment) -> String {
    let label = label(date)
    return String(repeating: " ", count: max(0, Self.columns - label.count)) + label
  }

  /// `Apr 2024`.
  private static let columns = 8
}
