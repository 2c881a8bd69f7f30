import Briefing

/// The words by which a feed is found: of what the user calls it, of what it calls itself, and of its address.
enum FeedNames {
  /// Stands before and behind each name.
  private static let end = "\u{1}"

  /// All of them, as the table has them.
  static func all(of subscription: Subscription) -> String {
    var names: [String] = []
    for name in [subscription.settings.title, subscription.title, subscription.url, subscription.key] {
      guard let name = name.map(words), !name.isEmpty, !names.contains(name) else { continue }
      names.append(name)
    }
    return end + names.map { " \($0) \(end)" }.joined()
  }

  /// What those have that are named so from their beginning to their end.
  private static func whole(_ typed: String) -> String { "\(end) \(words(typed)) \(end)" }

  /// What those have that have these words next to each other.
  private static func part(_ typed: String) -> String { " \(words(typed)) " }

  /// As folded words. How an address is spelled does not count.
  private static func words(_ name: String) -> String {
    let isAddress = ["http://", "https://"].contains { name.lowercased().hasPrefix($0) }
    return FoldedText.words(of: isAddress ? PageAddress.key(of: name) : name).joined(separator: " ")
  }

  /// The keys of the feeds that a text names: those that it is the whole name of, or else those that have its words.
  static let keysSQL = """
    SELECT key FROM subscription WHERE instr(names, CASE
      WHEN EXISTS (SELECT 1 FROM subscription WHERE instr(names, ?) > 0) THEN ? ELSE ? END) > 0
    """

  /// What stands for the marks in `keysSQL`.
  static func arguments(_ typed: String) -> [String] { [whole(typed), whole(typed), part(typed)] }
}
