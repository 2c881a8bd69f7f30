import Briefing

/// A number with its word: `1 story`, `2 stories`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}

extension Int {
  /// The number in groups of three digits, which no line break parts: `1 200`.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups.reversed()).joined(separator: "\u{A0}")
  }
}

extension Story {
  /// Who wrote it, the first of them by name; nil where the text does not say.
  var byAuthors: String? {
    guard !authors.isEmpty else { return nil }
    let others = authors.count - Self.mostNamed
    return authors.prefix(Self.mostNamed).joined(separator: ", ")
      + (others > 0 ? " and \(counted(others, "other", "others"))" : "")
  }

  /// Who publishes it, or else the feed that brought it, and who wrote it; a name that is both stands once.
  func origins(feed: String? = nil) -> [String] {
    let origin = publisher ?? feed
    return [origin, byAuthors == origin ? nil : byAuthors].compactMap(\.self)
  }

  private static let mostNamed = 3
}
