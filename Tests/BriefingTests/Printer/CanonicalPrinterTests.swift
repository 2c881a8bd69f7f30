import Testing

@testable import Briefing

/// The form that parses back to the very same story.
@Suite("The canonical form")
struct CanonicalPrinterTests {
  @Test("Text that looks like marks comes back as text")
  func escapes() {
    let story = Story(
      headline: "# A \\ [head](line) (a.com)", summary: ["- one - Two", "\\n"],
      lede: [
        Block(text: "# (Node.js) and (a.com) are \\(text)", citations: [Citation(place: 11, host: "b.org")]),
        Block(
          text: "- ((x)) ((((", citations: [Citation(place: 0, host: "a.com"), Citation(place: 0, host: "b.org")]),
      ],
      sections: [
        Section(heading: "### What? (a.com) Now"), Section(heading: "", blocks: [Block(text: "--- ### x")]),
      ],
      publisher: "A: b", url: "https://a.com/x", published: Moment(iso8601: "2026-04-28"))
    #expect(read(CanonicalPrinter.text(of: story)).story == story)
  }

  @Test(
    "An address comes back verbatim",
    arguments: ["https://a.com/x_(y)", "https://a.com/(", "https://a.com/)(\\", "https://a.com/?q=[1]#(("])
  func addresses(_ url: String) {
    let story = Story(
      headline: "H", lede: [Block(text: "So. More", citations: [Citation(place: 3, host: "a.com", url: url)])])
    #expect(read(CanonicalPrinter.text(of: story)).story == story)
  }

  @Test("The form is plain to read")
  func form() {
    let story = Story(
      headline: "Head", summary: ["One.", "Two."],
      lede: [Block(text: "So.", citations: [Citation(place: 3, host: "a.com")])],
      sections: [Section(heading: "Why?", blocks: [Block(text: "Because (really).")])], publisher: "Halyard",
      published: Moment(iso8601: "2026-04-28"))
    #expect(
      CanonicalPrinter.text(of: story) == """
        ---
        courant: 2
        publisher: Halyard
        published: 2026-04-28T00:00:00Z
        ---

        # Head

        - One.
        - Two.

        So. (a.com)

        ## Why?

        Because \\(really).

        """)
  }
}
