import Testing

@testable import Briefing

/// Markdown for other programs, in which nothing of the story is markup.
@Suite("Markdown")
struct MarkdownPrinterTests {
  @Test("A story is headings, bullets and paragraphs, with links where an address is known")
  func story() {
    let text = "It is so. And on."
    let story = Story(
      headline: "Head", summary: ["One."],
      lede: [
        Block(
          text: text,
          citations: [Citation(place: 9, host: "a.com", url: "https://a.com/(x)"), Citation(place: 17, host: "b.org")])
      ],
      sections: [Section(heading: "Why?", blocks: [Block(text: "So.")])], publisher: "Halyard")
    #expect(
      MarkdownPrinter.text(of: story)
        == """
        # Head

        Halyard

        - One.

        It is so. ([a.com](https://a.com/\\(x\\))) And on. (b.org)

        ## Why?

        So.

        <!-- courant: 2
        publisher: Halyard
        -->

        """)
  }

  @Test("Nothing in the words is markup")
  func escapes() {
    let story = Story(
      headline: "<b>&amp;",
      lede: [Block(text: "1. [x](javascript:y) *a* `b`"), Block(text: "- c"), Block(text: "# d")])
    #expect(
      MarkdownPrinter.text(of: story)
        == "# \\<b>\\&amp;\n\n1\\. \\[x\\]\\(javascript:y) \\*a\\* \\`b\\`\n\n\\- c\n\n\\# d\n\n"
        + "<!-- courant: 2 -->\n")
  }

  @Test("An address that is not of the web makes no link")
  func schemes() {
    let citation = Citation(place: 3, host: "a.com", url: "javascript:alert(1)")
    #expect(
      MarkdownPrinter.text(of: Story(headline: "", lede: [Block(text: "So.", citations: [citation])]))
        == "So. (a.com)\n\n<!-- courant: 2\ncitation 1: javascript:alert(1)\n-->\n")
  }
}
