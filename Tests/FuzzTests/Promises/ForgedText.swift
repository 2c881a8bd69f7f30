/// Texts that say they are Courant's own and are not: words, marks, spaces and signs in any order, in the frames of both
/// versions and both styles. Chance finds among them what mutated bytes hardly ever come to.
struct ForgedText: ChanceText {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(state: seed) }

  static func broken(by text: [UInt8]) -> String? {
    CanonicalPromise.broken(by: text) ?? CodecPromise.broken(byStory: text)
  }

  mutating func next() -> [UInt8] {
    let version = dice.roll(5) == 0 ? 1 : 2
    switch dice.roll(10) {
    case 0: return pieces(50)
    case 1...5: return text(version)
    default: return markdown(version)
    }
  }

  private mutating func text(_ version: Int) -> [UInt8] {
    var text = Array("---\ncourant: \(version)\n".utf8) + lines(of: Self.head) + Array("---\n\n".utf8) + body()
    let tail = lines(of: version == 1 ? Self.head : Self.tail)
    if !tail.isEmpty { text += Array("\n---\n".utf8) + tail }
    return text
  }

  private mutating func markdown(_ version: Int) -> [UInt8] {
    body() + Array("\n\n<!-- courant: \(version)\n".utf8) + lines(of: Self.head) + lines(of: Self.tail)
      + Array("-->\n".utf8)
  }

  private mutating func body() -> [UInt8] { pieces(dice.roll(4) == 0 ? 60 : 14) }

  private mutating func pieces(_ most: Int) -> [UInt8] {
    (0...dice.roll(most)).flatMap { _ in Self.pieces[dice.roll(Self.pieces.count)] }
  }

  private mutating func lines(of kinds: [String]) -> [UInt8] {
    guard dice.roll(2) == 0 else { return [] }
    return (0..<dice.roll(5)).flatMap { _ in
      let kind = kinds[dice.roll(kinds.count)]
      let more = dice.roll(2) == 0 ? [] : pieces(4).map { $0 == 0x0A ? 0x20 : $0 }
      return Array(kind.utf8) + more + Array(kind.hasSuffix("\"") ? "\"\n".utf8 : "\n".utf8)
    }
  }

  private static let pieces =
    (letters + spaces + marks + signs).map { Array($0.utf8) } + [[0x9F], [0xF0, 0x9F], [0xC3]]

  private static let letters = [
    "a", "b", "a ", "Why?", "雨", "é", "가", "ก", "अ", "👩", "🇦", "0", "1", "2", "12", "a.com", "http://", "https://",
    "www.", "Shared from ", "Tern",
  ]

  private static let spaces = [
    " ", " ", "  ", "\n", "\n", "\n\n", "\n\n", "\t", "\r\n", "\u{A0}", "\u{3000}", "\u{202F}", "\u{2007}", "\u{2028}",
  ]

  private static let marks = [
    "- ", "> ", "1. ", "9) ", "# ", "## ", "### ", "|", " | ", "\n| a | b |\n| --- | --- |\n", "| --- |", "```",
    "\n```\n",
    "```x\n", "`", "``", "*", "**", "**", "_", "_", "__", "[", "]", "(", ")", "](", "](https://a.com/x)",
    "[w](https://a.com)", "(a.com)", "(b.org)", "([a](https://b.com))", "([b.com](https://b.com/y))", "![",
    "![x](https://u.com)", "\\", "\\", "<!-- -->", "\n<!-- -->\n", "<!-- empty -->", "___", "---", ".", ",", "!", "&",
    ";", "&amp;", "~~", "<", ">", "=", "+", "\"", "'", " · ", "@", ":", "://", "/", "?", "-", "#", "$", "%",
  ]

  /// Signs that stand on what is before them, join it, or are nothing by themselves.
  private static let signs = [
    "\u{301}", "\u{301}", "\u{20E3}", "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{1F3FD}", "\u{1100}", "\u{1161}",
    "\u{11A8}",
    "\u{E33}", "\u{E31}", "\u{94D}", "\u{903}", "\u{600}", "\u{1885}", "，", "。", "“", "”", "—", "（", "）", "\u{7}",
    "\u{202E}", "\u{85}", "\u{FEFF}", "\u{AD}", "\u{25CC}", "\u{FFFD}",
  ]

  private static let head = [
    "publisher: ", "author: ", "author: ", "url: https://a.com/", "url: ", "published: 2026-01-02",
    "date: 2026-04-28T09:30:05Z", "id: k3f9", "footer: \"", "control character: \"", "malformed text: \"",
    "link residue: \"",
  ]

  private static let tail = [
    "span 1: 0-1 strong", "span 1: 0-2 emphasis", "span 1: 1-3 code", "span 1: 0-1 link ",
    "span 2: 0-1 link https://b.org/", "span 1: 0-3 link https://b.org", "source 1: 0 a.com", "source 1: 1 b.org",
    "source 2: 0 ", "source 3: 2 c.net", "citation 1: ", "citation 1: https://a.com/", "citation 2: ", "label 1: ",
    "label 2: ", "in 1: quote", "in 1: nothing", "in 1: 0/0\"•\"", "in 2: quote 0/1\"", "in 1: 3/0\"7)\"",
    "language 1: ",
    "language 1: x", "image 1: ", "columns 1: 1", "columns 1: 2", "links 1: no sources", "links 2: no sources",
    "question 1: yes", "question 1: no", "footer: \"",
  ]
}
