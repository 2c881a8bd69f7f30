import Briefing

/// The feeds that are followed, to be found by what one calls them.
struct NamedFeeds {
  private let feeds: [Subscription]
  /// As many as an error names.
  private static let mostTold = 5

  init(_ feeds: [Subscription]) {
    self.feeds = feeds.sortedByName
  }

  /// The feed of an address or a name; of a beginning or a word of a name or an address, where only one has it.
  func feed(named typed: String) throws(CommandError) -> Subscription {
    for isMeant in Self.ways(of: typed) {
      let found = feeds.filter(isMeant)
      if found.count == 1 { return found[0] }
      guard found.isEmpty else {
        let names = found.prefix(Self.mostTold).map { $0.name == typed ? $0.url : $0.name }
        throw .severalFeeds(typed, names, more: found.count > Self.mostTold)
      }
    }
    throw .noSuchFeed(typed)
  }

  /// The same; nil where there is none, or several, which is told.
  func feed(named typed: String, _ errors: inout ErrorReporter) -> Subscription? {
    do throws(CommandError) {
      return try feed(named: typed)
    } catch {
      errors.tell(error)
      return nil
    }
  }

  /// How a text may mean a feed, the surest first.
  private static func ways(of typed: String) -> [(Subscription) -> Bool] {
    let address = PageAddress.key(of: typed)
    let words = self.words(typed)
    guard !words.trimmed.isEmpty else { return [] }
    return [
      { PageAddress.key(of: $0.url) == address || $0.key == typed },
      { self.words($0.name) == words },
      { self.words($0.name).hasPrefix(words.dropLast()) },
      { self.words($0.name).contains(words.dropLast()) },
      { self.words($0.url).contains(words.dropLast()) },
    ]
  }

  /// Folded words, with a space before and behind each.
  private static func words(_ text: String) -> String {
    " " + FoldedText.words(of: text).joined(separator: " ") + " "
  }
}

extension [Subscription] {
  /// As people look for them: whatever case and accents their names have.
  var sortedByName: [Subscription] {
    map { (FoldedText.sortKey(of: $0.name, bytes: 64), $0) }.sorted { ($0.0, $0.1.url) < ($1.0, $1.1.url) }.map(\.1)
  }
}

extension String {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
