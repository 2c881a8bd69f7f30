import Samples
import Testing

@testable import Briefing

/// Twice the input takes twice the time, whatever stands in it.
@Suite("Linear time", .serialized)
struct LinearTimeTests {
  @Test(
    "A text of nothing but marks costs what its length costs", .enabled(if: Thorough.isWanted),
    arguments: [
      "(", "[", "#", "- ", "### ", "\"", "(a.com", "[a](", "[a](https://", "(a.com)x", "))", "a.a.", "\n", "# a\n",
      "- a\n", "a\n\n",
      "（", "### a? ", "字", "(a.com, ", "([a.com](http://b", "\u{301}", "App Store\n", "\u{1B}", " - ", "a.com)",
      "a.b) ",
    ])
  func hostile(_ unit: String) {
    expectLinear {
      text(of: unit, length: $0 * 40_000)
    } work: {
      _ = StoryParser.parse($0)
    }
  }

  @Test(
    "So does one of inline marks", .enabled(if: Thorough.isWanted),
    arguments: [
      "[", "![", "]", "[a", "[a]", "[a](b", "[a](<b", "[a](b \"", "[a](b (", "*", "*a_", "*a ", "**a ", "_a", "a*",
      "*a**", "`",
      "a`", "` ``", "&", "&#1", "&amp", "<", "<a ", "<a b=\"", "<a b='\"", "<!--", "<?", "<![CDATA[", "<!A", "<b>",
      "</b>", "<b><i>",
      "<a:", "<a@", "~~a ", "\\", "https://", "https://a.com/(", "【1", "\u{FFFD}cite\u{FFFD}", "[1]: https://a.com\n",
      "[^1]: a\n",
      "[a]:\n", "Sources\n", "Sources\n- a\n", "[1]", "³", "<sup>1", "a  \n", "<br>", "![a](b)", "[![a](b)", "— a.com ",
      "![[](a)",
      "[a][", "[a][b]", "**a** ", "&#769;", "&zwj;", "[1] https://a.com\n", "[^1]: https://a.com\n",
    ])
  func inline(_ unit: String) {
    let head = "Head\n\n[1]: https://a.com/x\n[b]: https://b.com/y\n\n"
    for tail in ["", "]", "*", "</b>"] {
      expectLinear {
        text(of: unit, behind: head, length: $0 * 30_000, tail: tail)
      } work: {
        _ = StoryParser.parse($0)
      }
    }
  }

  @Test(
    "So does one whose marks all stand for what one line defines", .enabled(if: Thorough.isWanted),
    arguments: [
      ("[1] ", "https://a.com ", "[1] "), ("[^1]: ", "https://a.com ", "[^1] "), ("[^1]: ", "a ", "[^1] "),
      ("[b]: https://", "a", "[b] "), ("[b]: https://a.com/", "a", "[b] "), ("[b]: ", "a", "[b] "),
      ("Sources\n[1] ", "https://a.com ", "[1] "), ("[1] https://a.com\n", "[2] https://b.com\n", "[1] "),
    ])
  func references(_ opening: String, _ piece: String, _ mark: String) {
    expectLinear {
      let definition = text(of: piece, behind: "Head\n\n\(opening)", length: $0 * 20_000)
      return definition + text(of: mark, behind: "\n\nWords.\n\n", length: $0 * 20_000)
    } work: {
      _ = StoryParser.parse($0)
    }
  }

  @Test(
    "So does one that Courant wrote, or says that it did", .enabled(if: Thorough.isWanted),
    arguments: [
      "(", "([a](", "([a](b", "([a](b\\", "([a](b)) ", "(a) ", "\\", "### a\n", "- a\n", "a\n", "---\n", "\u{3000}",
      " ",
    ])
  func canonical(_ unit: String) {
    expectLinear {
      text(of: unit, behind: "---\ncourant: 1\n---\n\n# Head\n\n", length: $0 * 40_000)
    } work: {
      _ = StoryParser.parse($0)
    }
  }

  @Test(
    "So does one of the form that has blocks", .enabled(if: Thorough.isWanted),
    arguments: [
      "(", "([a](", "([a](b", "([a](b)) ", "(a) ", "([a a", "\\", "[", "[a](b) ", "[[a](b)", "**", "**a ", "**a** ",
      "_a ", "`",
      "` ``", "a`",
      "**_", "> ", ">", "- ", "1. ", "- a\n", "  - a\n", "> a\n", "```\n", "|", "|a", "| a |\n", "![a](b)\n", "___\n",
      "<!-- -->\n", "### a\n", "\n", " ", "\u{3000}", "---\n", "**a`", "\t",
    ])
  func blocks(_ unit: String) {
    for head in ["", "- - - - - - ", "```\n", "| a |\n| --- |\n", "a\n\n---\n"] {
      expectLinear {
        text(of: unit, behind: "---\ncourant: 2\n---\n\n# Head\n\n\(head)", length: $0 * 20_000)
      } work: {
        _ = StoryParser.parse($0)
      }
    }
  }

  @Test(
    "So does a text in which stories are sought, whatever looks like one", .enabled(if: Thorough.isWanted),
    arguments: [
      "Head\n\n", "Head\n\n- a\n\nLede. (a.com)\n\n", "Head\n- a\n", "Head\n- a (b.com)\n", "---\n", "---\ntitle: a\n",
      "---\ntitle: a\n---\nA\n\n",
      "# A\n", "```\n", "<!-- courant: 2\n", "-->\n# A\n", "A b. (a.com) ### Who? B.\n",
      "Shared from Scout\n\nA\n\n- a\n",
      "A\n\n- a\n\nB. (a.com)\n\n### C?\n\nD. (a.com)\n\n", "(a.com) ### A ", "A b\nC d\n", "A - B - C. ### D? E. ",
    ])
  func several(_ unit: String) {
    expectLinear {
      text(of: unit, length: $0 * 40_000)
    } work: {
      _ = StoryRanges.find(in: $0)
    }
  }

  @Test(
    "So do lines that say something of blocks, and the blocks that are written again",
    arguments: [
      "span 1: 0-1 strong\n", "source 1: 1 a.com\n", "in 1: quote quote\n", "links 1: no sources\n", "columns 1: 1\n",
      "label 1: a\n", "citation 1: https://a.com/\n", "question 1: no\n", "footer: \"a\"\n", "span 9: 0-1 code\n",
      "in 1: 0/0\"a\" ",
    ])
  func fields(_ unit: String) {
    expectLinear {
      text(of: unit, behind: "---\ncourant: 2\n---\n\n# Head\n\nWords (a.com)\n\n## A?\n\n---\n", length: $0 * 20_000)
    } work: {
      let reading = StoryParser.parse($0)
      _ = CanonicalPrinter.text(of: reading)
      _ = MarkdownPrinter.text(of: reading)
    }
  }

  @Test(
    "So does text with the marks of blocks, as many and as deep as it holds", .enabled(if: Thorough.isWanted),
    arguments: [
      "> ", ">", "- ", "1. ", "- a\n", "  - a\n", "> a\n", "> a\n- a\n", "- > ", "```\n", "~~~\n", "|", "|a", "|-",
      "| a |\n", "|-|\n",
      "a|b\n-|-\n", "    a\n", "\t", "\n\n    a", "===\n", "a\n===\n", "a\n---\n", "---\n", "**a**\n\n", "<!--",
      "<!-- a\n", "<div>\n", "<a>",
      "<a b=\"", "</pre", "<pre>\n", "<script>\n", "<?", "Q: a?\nA: b\n", "Q: a?\n\n", "Title: a\n", "By A, ", "a  \n",
      "=E2=80=94", "=\n",
      "1986. a\n", "- [ ] ", "・", "· ",
    ])
  func lined(_ unit: String) {
    for head in ["", "Words.\n\n", "- - - - - - - - ", "> > > > > > ", "```\n", "| a |\n| --- |\n", "<div>\n", "---\n"]
    {
      expectLinear {
        text(of: unit, behind: "Head\n\n\(head)", length: $0 * 20_000)
      } work: {
        _ = StoryParser.parse($0)
      }
    }
  }

  @Test("So does what is told of a newer version, where one sentence stands in it again and again")
  func changes() {
    func story(_ count: Int, _ host: String) -> Story {
      let text = String(repeating: "It rains. ", count: count)
      let citations = (0..<count).map { Citation(place: $0 * 10 + 9, host: "\(host)\($0).example") }
      return Story(headline: "Head", lede: [Block(text: text, citations: citations)])
    }
    expectLinear {
      (story($0 * 1000, "a"), story($0 * 1000, "a"))
    } work: {
      var newer = $1
      newer.headline = "Other"
      _ = StoryChanges(from: $0, to: newer)
    }
  }

  @Test("So do notes that come to one section of a newer version")
  func notes() {
    func story(_ count: Int) -> Story {
      Story(headline: "Head", sections: (0..<count).map { Section(heading: "Why \($0)?") })
    }
    expectLinear {
      (story($0 * 4000), (0..<$0 * 4000).map { Note(section: $0, text: "Note \($0)", date: Moment(seconds: 0)) })
    } work: {
      #expect($1.carried(from: $0, to: Story(headline: "Head")).count == 1)
    }
  }

  /// - Parameter input: that of a size, which is 1 or 2.
  private func expectLinear<Input>(_ input: (Int) -> Input, work: (Input) -> Void) {
    let (half, whole) = (input(1), input(2))
    // Of several runs, the one that was disturbed least.
    var (ratio, fastest) = (Double.infinity, Double.infinity)
    for _ in 0..<5 where ratio > 2.3 || fastest >= 1 {
      let time = processorSeconds { work(whole) }
      fastest = min(fastest, time)
      ratio = min(ratio, time / max(processorSeconds { work(half) }, 0.0005))
    }
    #expect(ratio <= 3)
    #expect(fastest < 1)
  }

  /// - Parameter tail: as many of it stand behind as units before it, if it is not empty.
  private func text(of unit: String, behind head: String = "Head\n\n", length: Int, tail: String = "") -> [UInt8] {
    let bytes = Array(unit.utf8)
    var text = Array(head.utf8)
    var units = 0
    while text.count < length {
      text += bytes
      units += 1
    }
    for _ in 0..<(tail.isEmpty ? 0 : units) { text += tail.utf8 }
    return text
  }
}
