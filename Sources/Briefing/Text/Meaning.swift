/// What a heading asks, without how it is worded: headings that mean the same have the same meaning.
///
/// Case, accents, punctuation, plural `s`, and the English words that carry no sense of their own are left away, so that
/// `What actually changed?` and `What has changed?` meet. The order of words stays: who buys whom is another question
/// the other way round. Headings that close a story (`Bottom line`, `The short of it`, `Fazit`) all mean the same.
public struct Meaning: Hashable, Sendable {
  /// The words that are left, folded, with single spaces.
  public var key: String

  public init(of heading: String) {
    let words = FoldedText.words(of: heading)
    var kept = words.filter { !Self.isFiller($0) }
    if kept.isEmpty { kept = words }
    key = kept.map(Self.withoutPlural).joined(separator: " ")
    if key.isEmpty { key = heading }
    if key.utf8.count <= Self.longestClosing, Self.closings.contains(key) { key = Self.closing }
  }

  /// Whether the heading closes a story, as many stories have one.
  var isClosing: Bool { key == Self.closing }

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

  /// Keys of headings that close a story, as they are after folding.
  private static let closings: Set<String> = [
    "bottom line", "bottomline", "short", "short version", "brief", "sum", "sum up", "summing up", "summary",
    "short sum",
    "takeaway", "key takeaway", "main takeaway", "upshot", "gist", "nutshell", "conclusion", "tl dr", "tldr",
    "final word", "last word", "final thought", "wrap up", "wrapping up", "net net", "long and short", "long short",
    "fazit", "unterm strich", "kurz gesagt", "kurzum", "zusammenfassung", "unter dem strich",
    "en bref", "en resume", "ce qu il faut retenir", "l essentiel", "a retenir",
    "en resumen", "en breve", "en pocas palabra", "resumen", "conclusiones", "lo esencial",
    "in breve", "in sintesi", "sintesi", "em resumo", "em suma", "resumo", "kortom", "samenvatting", "conclusie",
    "вывод", "выводы", "итог", "итоги", "коротко", "まとめ", "結論", "要するに", "总结", "小结", "结论", "總結", "結語",
    "결론", "요약", "정리",
  ]
}
