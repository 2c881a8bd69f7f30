@testable import Briefing

/// Texts to try the parser's promises on.
enum Samples {
  /// One story with every construct once.
  static let everything = """
    A mill opens in the (old) town

    - It turns. - It has 4 - 6 stones. - “Good,” said the owner.

    It stood for years (really), they say (a.com), and rusted. ([b.org](https://www.b.org/x_(y)?q=1#z)) ### Why now? The \
    river rose. （例え.jp） ### ¿Quién paga? Nadie (Node.js). (a.com; b.org)tnership/)) ### Bottom line It’s back 👩‍🔬. (a.com)

    Get your own daily briefing

    Shared from Halyard - News with an even keel.
    """

  private static let pieces = [
    "(", ")", "((", "))", "[", "](", "### ", "# ", "- ", "\n", "\n\n", " ", "  ", ".", ",", "?", "“", "（", "）", "a.com",
    "(a.com)",
    "([a.com](https://a.com/x))", "([a.com](http", "\\", "---\n", "---\ncourant: 1\n---\n", "\u{1B}[31m", "\u{202E}",
    "\u{200D}",
    "e\u{301}", "👩‍🔬", "字", "。", "\u{A0}", "\t", "\r\n", "Shared from Scout - x", "Download on the App Store",
    "tnership/))", "• ",
    "The ", "word ", "3.5 ", "Why not? ", "\u{3000}", "\u{0}",
  ]

  /// Stories with a few pieces put in, taken out or doubled, and texts of nothing but such pieces; always the same ones.
  static func mutations(_ count: Int) -> [[UInt8]] {
    var random = Dice(state: 20_260_428)
    return (0..<count).map { index in
      if index % 2 == 0 { return (0..<random.roll(40)).flatMap { _ in Array(pieces[random.roll(pieces.count)].utf8) } }
      var bytes = Array(everything.utf8)
      for _ in 0...random.roll(4) { mutate(&bytes, &random) }
      return bytes
    }
  }

  private static let marks = [
    "**", "*", "_", "__", "`", "``", "~~", "\\", "[", "]", "![", "](", ")", "(", "<", ">", " ", " ", "\n", "  \n",
    "\n\n", "a ",
    "Word ", "so. ", "[the deal](https://b.org/x \"Why\")", "([Port News](https://c.de/y), a.com)", "[1]", "[^n]", "³",
    "[port]",
    "\n\n[1]: https://d.fr/z\n", "\n[^n]: Note, https://e.it/q\n", "\n\n[port]: <https://f.es/p>\n",
    "\n\nSources:\n3. https://g.nl/o\n", "\n\nSources: h.com, [Name](https://h.com/a)\n\n", "&amp;", "&#769;", "&zwj;",
    "&nbsp;",
    "<b>", "</b>", "<i>", "</i>", "<br>", "<sup>1</sup>", "<!--", "-->", "<a href=\"https://i.com/t\">", "</a>",
    "<img src=\"https://j.com/i.png\" alt=\"A\">", "![A](https://k.com/i.png)", "https://l.com/u_(v)",
    "<https://m.com/w>",
    "https://n.com/_a_*b*", "mailto:a@b.com", "【4†source】", "— o.com ", "### Why? ", "- ", "e\u{301}", "👩‍🔬", "字",
    "\u{A0}",
    "\u{3000}", "https://own.com/story", "[own](https://own.com/other)", "[x](#y)", "(Source: p.com)", "{", "|",
    "\u{FE0F}",
  ]

  /// Texts of nothing but inline marks and a few words; always the same ones.
  static func marked(_ count: Int) -> [[UInt8]] {
    var random = Dice(state: 20_261_130)
    return (0..<count).map { index in
      let head = index % 3 == 0 ? "Head\n\nhttps://own.com/story\n\n" : "Head\n\n"
      return Array((head + (0..<random.roll(30)).map { _ in marks[random.roll(marks.count)] }.joined()).utf8)
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout Dice) {
    let place = random.roll(bytes.count + 1)
    let end = min(bytes.count, place + random.roll(60))
    switch random.roll(4) {
    case 0: bytes.insert(contentsOf: Array(pieces[random.roll(pieces.count)].utf8), at: place)
    case 1: bytes.removeSubrange(place..<end)
    case 2: if place < bytes.count { bytes[place] = UInt8(random.roll(256)) }
    default: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.roll(bytes.count + 1))
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, sides)))
  }
}
