import Briefing

extension Moment {
  /// The day as a list shows it: `28 Apr`.
  var dayLabel: String {
    let parts = iso8601.prefix { $0 != "T" }.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]), Self.months.indices.contains(month - 1)
    else { return "" }
    return "\(day) \(Self.months[month - 1])"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
