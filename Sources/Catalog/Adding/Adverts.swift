import Briefing

/// What feeds put among the words of their entries to sell something: another one at each fetch.
enum Adverts {
  /// The most words that one has.
  private static let longest = 80

  /// How one says that it is one, in the languages of most feeds; folded.
  private static let words: Set<String> = [
    "ad", "advert", "advertisement", "advertising", "sponsor", "sponsored", "promoted", "anzeige", "werbung",
    "publicite",
    "sponsorise", "annonce", "publicidad", "patrocinado", "publicidade", "pubblicita", "sponsorizzato", "advertentie",
    "reklama", "reklam", "реклама", "广告", "広告", "광고",
  ]

  /// Whether two stories have all words in common but those of adverts.
  static func areAllThatDiffers(_ one: Story, _ other: Story) -> Bool {
    guard one.headline == other.headline, one.summary == other.summary,
      one.sections.map(\.heading) == other.sections.map(\.heading)
    else { return false }
    return texts(of: one) == texts(of: other)
  }

  private static func texts(of story: Story) -> [String] {
    story.blocks.map(\.text).filter { !isAdvert($0) }
  }

  private static func isAdvert(_ text: String) -> Bool {
    let opening = text.prefix(longest * 8)
    let words = FoldedText.words(of: String(opening))
    return words.count <= longest && opening.endIndex == text.endIndex
      && words.prefix(2).contains(where: Self.words.contains)
  }
}
