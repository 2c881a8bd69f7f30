import Briefing
import Canvas

/// Following feeds.
extension State {
  /// Follows what was typed.
  mutating func follow(_ line: String, choice: Int? = nil) -> [Effect] {
    let text = line.trimmed
    guard !text.isEmpty else { return [] }
    guard settings.canFetch else { return say("there is nothing here that could fetch feeds") }
    following = Following(text: text, whereabouts: Whereabouts(of: self))
    return [.follow(text, choice: choice)]
  }

  /// These feeds are followed; the list has the cursor on the first.
  mutating func show(followed feeds: [Subscription], known: Bool) -> [Effect] {
    following = nil
    let named = feeds.count == 1 ? feeds.first.map { "“\(Wrap.cut($0.name, columns: Self.widestName))”" } : nil
    let name = named ?? counted(feeds.count, "feed", "feeds")
    let effects = tellFeeds { list, frame in
      list.coming = feeds.first?.key
      return list.ask()
    }
    return effects + lookAgainInPlace()
      + tell(news: known ? "\(name) \(feeds.count == 1 ? "is" : "are") followed already" : "following \(name)")
  }

  /// Has the user choose one of several feeds, where the user is still where they were asked for.
  mutating func choose(among choices: [FeedChoice], of page: String) -> [Effect] {
    let asked = following
    following = nil
    let text = asked?.text ?? page
    guard let asked, isStill(at: asked.whereabouts) else {
      let key = key(for: .followFeed, in: .tabs)
      return tell(
        news: "\(counted(choices.count, "feed", "feeds")) at \(text): \(key) and the address again to choose one")
    }
    return push(FeedChoices(choices, of: text))
  }

  /// Nothing is followed that was not before.
  mutating func refuseFollowing(because sentence: String) -> [Effect] {
    following = nil
    return tell(news: sentence)
  }

  private static let widestName = 40
}

extension String {
  /// Without the white space around it.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether it is a whole address of the web, and nothing else.
  var isWebAddress: Bool {
    guard utf8.count <= 4_096, !contains(where: \.isWhitespace), let address = try? WebAddress(self) else {
      return false
    }
    return address.scheme.hasPrefix("http")
  }
}
