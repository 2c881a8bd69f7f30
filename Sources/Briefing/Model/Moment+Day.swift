extension Moment {
  /// The start of a day, month or year in UTC: `2026-04-01`, `2026-04`, `2026`. Nil for anything else.
  public init?(day text: String) {
    switch text.utf8.count {
    case 10: self.init(iso8601: text)
    case 7: self.init(iso8601: text + "-01")
    case 4: self.init(iso8601: text + "-01-01")
    default: return nil
    }
  }
}
