/// What a heading asks, without how it is worded: headings that mean the same have the same meaning.
///
/// Case, accents, punctuation, plural `s`, and the English words that carry no sense of their own are left away, so that
/// `What actually changed?` and `What has changed?` meet. The order of words stays: who buys whom is another question
/// the other way round. Headings that close a story (`Bottom line`, `The short of it`, `Fazit`) all mean the same.
public struct Meaning: Hashable, Sendable {
  /// The words that are left, folded, with single spaces.
  public var key: String

  public init(of heading: String) {
    let kept = Self.kept(of: heading)
    key = kept.utf8.count <= Self.longestClosing && Self.closings.contains(kept) ? Self.closing : kept
  }

  /// Whether the heading closes a story, as many stories have one: it asks nothing that another does not.
  public var isClosing: Bool { key == Self.closing }

  private static func kept(of heading: String) -> String {
    let words = FoldedText.words(of: heading)
    var kept = words.filter { !isFiller($0) }
    if kept.isEmpty { kept = words }
    let key = kept.map(withoutPlural).joined(separator: " ")
    return key.isEmpty ? heading : key
  }

  private static func withoutPlural(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    return String(word.dropLast())
  }

  /// Most words are too long for one, and told so without being looked up.
  private static func isFiller(_ word: String) -> Bool {
    word.utf8.count <= longestFiller && fillers.contains(word)
  }

  private static let closing = "closing"

  private static let fillers: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "there", "here",
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "s", "t", "re", "ve",
    "of", "to", "in", "on", "at", "for", "by", "so", "and", "but", "then", "now",
    "actually", "really", "exactly", "just", "still", "even", "much", "very", "all",
  ]

  private static let longestFiller = fillers.reduce(0) { max($0, $1.utf8.count) }
  private static let longestClosing = closings.reduce(0) { max($0, $1.utf8.count) }

  /// Keys of headings that close a story, folded as others are.
  private static let closings = Set(Closings.headings.map(kept))
}
