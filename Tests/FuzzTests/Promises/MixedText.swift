/// Texts of words and of every mark that the parser knows, in any order: what a mutated byte hardly ever comes to, such as a
/// hard break behind a no-break space or a bullet without words in a list of sources.
struct MixedText: ChanceText {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(state: seed) }

  static func broken(by text: [UInt8]) -> String? {
    StoryPromise.broken(by: text) ?? CanonicalPromise.broken(by: text)
  }

  mutating func next() -> [UInt8] {
    var text = dice.roll(2) == 0 ? Array("Head\n\n".utf8) : []
    if dice.roll(12) == 0 { text += "---\n".utf8 }
    for _ in 0...dice.roll(dice.roll(5) == 0 ? 50 : 14) { text += Self.pieces[dice.roll(Self.pieces.count)] }
    return text
  }

  private static let pieces =
    (words + spaces + blocks + marks + links + references + tags + fields + signs).map { Array($0.utf8) }
    + [[0xFF], [0xF0, 0x9F], [0xC3], [0]]

  private static let words = [
    "a", "b", "Ab ", "cd.", " so it is. ", "Who gains?", "雨", "é", "가", "अ", "👩", "0", "1", "12", "2024", "Port News",
    "Shared from ", "Tern", "Get the app: ", "App Store", "Key points:", "By Ann Lee", "Q: ", "A: ", "via ", "Source: ",
    "© 2026 Brief Inc.", "Read the full story on Scout: https://l.com",
  ]

  private static let spaces = [
    " ", " ", "  ", "  \n", "\n", "\n", "\n\n", "\n\n", "\n\n", "\t", "\r\n", "\r", "\u{A0}", "\u{3000}", "\u{202F}",
    "    ", "\u{2028}",
  ]

  private static let blocks = [
    "- ", "- ", "* ", "+ ", "> ", "> ", "1. ", "2. ", "1.", "9) ", "# ", "## ", "### ", "#", "|", " | ",
    "\n| a | b |\n| --- | --- |\n", "|-|-|", "```", "\n```\n", "```x y\n", "~~~", "___", "---", "===", "---\n", "[ ] ",
    "[x] ", "- [x] ", "•", "・", "☐", " - ", " – ", "—",
  ]

  private static let marks = [
    "`", "``", "*", "**", "**", "_", "__", "~~", "\\", "\\\n", "&", ";", "&amp;", "&#65;", "&copy;", "&nbsp;", "<", ">",
    "=", "+", "\"", "'", " · ", "@", ":", "://", "/", "-", "$", "%", ".", ",", "!", "?", "¿", "？", "（", "）", "：",
  ]

  private static let links = [
    "a.com", "b.org", "http://a.com", "https://b.org/x", "HTTPS://c.net/y_z", "www.d.com", "[", "]", "(", ")", "((",
    "))", "](", "](https://a.com/x)", "](https://a.com/x \"t i\")", "](/x)", "](#f)", "](mailto:q@r.st)",
    "[w](https://a.com)", "(a.com)", "(b.org)", "([a](https://b.com))", "([b.com](https://b.com/y))",
    "([Port News](https://p.com/y), c.net)", "![", "![x](https://u.com)", "![", "](v.png)", "(https://a.com/x",
    "([a.com](https://a.com/x", "tnership/))", "<https://a.co/z>", "<m@n.op>", "— a.com",
  ]

  private static let references = [
    "Sources:", "Sources\n", "References", "[1]", "[2]", "[^1]", "[1-3]", "¹", "²", "[1]: https://r.com/a",
    "[^1]: https://r.com/b", "[n]: https://n.com \"ti tle\"", "[n]", "[n][]", "1. https://s.com/c",
    "[1] Name, https://r.com/d", "【4†source】", "\u{E000}cite\u{E001}turn0\u{E002}", "[cite: 1]", "[oaicite:0]",
  ]

  private static let tags = [
    "<b>", "</b>", "<a href=\"https://h.com/q\">", "<a href='mailto:x@y.zz'>", "</a>",
    "<img src=\"i.png\" alt=\"al t\">", "<img alt=\"xy\" src=https://j.com/z>", "<sup>1</sup>", "<sup>2x</sup>", "<br>",
    "<p>", "</p>", "<div>", "<h2>", "</h2>", "<li>", "<pre>", "</pre>", "<blockquote>", "<hr>", "<script>", "</script>",
    "<span class=\"k\">", "<?php", "<!X", "<!-- c -->", "<!--", "-->",
  ]

  private static let fields = [
    "+++\n", "title: Ti", "author: Au", "url: https://o.com", "date: 2026-01-02", "Subject: Su", "From: Fr <f@g.hi>",
    "tags: [q, z]", "# com",
  ]

  private static let signs = [
    "\u{301}", "\u{20E3}", "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{1F3FD}", "\u{1161}", "\u{E33}", "\u{94D}", "\u{600}",
    "\u{7}", "\u{202E}", "\u{85}", "\u{FEFF}", "\u{AD}", "\u{FFFD}",
  ]
}
