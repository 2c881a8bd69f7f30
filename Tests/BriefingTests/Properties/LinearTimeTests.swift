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
      let time = seconds { work(whole) }
      fastest = min(fastest, time)
      ratio = min(ratio, time / max(seconds { work(half) }, 0.0005))
    }
    #expect(ratio <= 3)
    #expect(fastest < 1)
  }

  private func text(of unit: String, behind head: String = "Head\n\n", length: Int) -> [UInt8] {
    let bytes = Array(unit.utf8)
    var text = Array(head.utf8)
    while text.count < length { text += bytes }
    return text
  }

  private func seconds(_ work: () -> Void) -> Double {
    let time = ContinuousClock().measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
