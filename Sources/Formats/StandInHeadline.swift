import Briefing

/// What stands for a headline where there is none: most stories without one are a sentence or two.
enum StandInHeadline {
  /// How many letters it has at most.
  private static let longest = 160

  /// The first sentence of a story; else the first of the other texts that says something, or a dash.
  static func of(_ story: Story, or others: String?...) -> String {
    let words = story.blocks.first { !$0.text.isEmpty }?.text ?? story.sections.first?.heading ?? ""
    guard words.isEmpty else { return firstSentence(of: words) }
    return others.lazy.compactMap(\.self).first { !$0.isEmpty } ?? "–"
  }

  private static func firstSentence(of words: String) -> String {
    let ends: Set<Character> = [".", "!", "?", "…", "。", "！", "？"]
    // What a block of code has on several lines, a headline has on one.
    let words = Gate.words(of: words)
    var sentence = ""
    for (letter, next) in zip(words, words.dropFirst().map(Optional.some) + [nil]) {
      sentence.append(letter)
      if ends.contains(letter), next.map({ $0 == " " || !letter.isASCII }) ?? true { return sentence }
      if sentence.count == longest { return sentence + "…" }
    }
    return sentence
  }
}
