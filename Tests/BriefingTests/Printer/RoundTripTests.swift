import Samples
import Testing

@testable import Briefing

/// What is written out comes back as it was, in both forms that say they are one.
@Suite("Written and read back")
struct RoundTripTests {
  enum Form: CaseIterable {
    case text, markdown

    func text(of reading: Reading) -> String {
      switch self {
      case .text: CanonicalPrinter.text(of: reading)
      case .markdown: MarkdownPrinter.text(of: reading)
      }
    }
  }

  @Test("Every story of the corpus comes back with all that was set aside", arguments: CorpusStory.all, Form.allCases)
  func corpus(_ name: CorpusStory, _ form: Form) throws {
    var reading = StoryParser.parse(try name.input())
    reading.stamp = CatalogStamp(id: StoryID("k3f9"), date: Moment(seconds: 1_777_366_200))
    expectReturn(of: reading, in: form)
  }

  @Test("So does whatever the parser made of any text", .enabled(if: Thorough.isWanted), arguments: Form.allCases)
  func mutations(_ form: Form) {
    let whole = Array(Samples.everything.utf8)
    for input in Samples.mutations(1500) + (0...whole.count).map({ Array(whole[..<$0]) }) {
      let reading = StoryParser.parse(input)
      guard Self.plain(StoryParser.parse(Array(form.text(of: reading).utf8))) == Self.plain(reading) else {
        Issue.record("\(String(decoding: input, as: UTF8.self))")
        return
      }
    }
  }

  @Test("Words that look like marks come back as words", arguments: Form.allCases)
  func marks(_ form: Form) {
    let texts = [
      "# (Node.js) and (a.com) are \\(text)", "- ((x)) ((((", "1. a", "2) b", "+ c", "> d", "=", "---", "-->", "***",
      "~~a~~",
      "<!-- courant: 1 -->", "<!-- courant: 2 -->", "<!-- -->", "___", "<b>&amp; [x](y) ![z](w)", "a_b*c`d`|e|",
      "## no heading", "Halyard · 2026-04-28",
      "(a.com)",
      "([a.com](https://a.com/))", "\\", "\\\\(x)", "&#35; &copy;", "x #y ##",
    ]
    let paragraphs = texts.map { Block(text: $0, citations: [Citation(place: $0.utf8.count, host: "b.org")]) }
    let story = Story(
      headline: texts[0], summary: texts, lede: paragraphs,
      sections: texts.map { Section(heading: $0, blocks: [Block(text: $0)]) }, publisher: "A: b --> · \\",
      url: "https://a.com/x-->_(y)", published: Moment(iso8601: "2026-04-28T09:30:05Z"))
    expectReturn(of: Reading(story: story), in: form)
    expectReturn(of: Reading(story: Story(headline: "", lede: [Block(text: "A: b")], publisher: "A: b")), in: form)
  }

  @Test(
    "An address comes back verbatim",
    arguments: [
      "https://a.com/x_(y)", "https://a.com/(", "https://a.com/)(\\", "https://a.com/?q=[1]#((",
      "HTTP://a.com/?a=1&copy;=2&b",
      "https://a.com/%28x%29", "ftp://a.com/-->", "mailto:a@a.com", "https://a.com/<b>\"c\"`d`*e*_f_",
    ], Form.allCases)
  func addresses(_ url: String, _ form: Form) {
    let story = Story(
      headline: "H",
      lede: [
        Block(
          text: "So. More",
          citations: [Citation(place: 3, host: "b.org"), Citation(place: 3, host: "a.com", url: url)])
      ])
    expectReturn(of: Reading(story: story), in: form)
  }

  @Test("What was set aside stands at its new place", arguments: Form.allCases)
  func setAside(_ form: Form) {
    let pieces: [(String, SetAside.Reason)] = [
      ("tnership/))", .linkResidue), ("Get it  now --> \\ \"today\" ", .footer), ("U+202E", .control),
      ("^[^[", .control),
      ("C3 28", .malformed), ("\"", .footer),
    ]
    let reading = Reading(
      story: Story(headline: "H", lede: [Block(text: "So.")]),
      setAside: pieces.map { SetAside(place: 0..<1, text: $0, reason: $1) })
    let text = form.text(of: reading)
    let again = read(text)
    #expect(Self.plain(again) == Self.plain(reading))
    #expect(String(decoding: Array(text.utf8)[again.setAside[0].place], as: UTF8.self) == "tnership/))")
  }

  @Test("A line that says nothing to this version is set aside, and not lost")
  func unknown() {
    let text = read("---\ncourant: 1\nmood: fair\nid: ../x\n---\n\n# H\n\nSo.\n\n---\nresidue: \"a\"\n")
    #expect(text.story == Story(headline: "H", lede: [Block(text: "So.")]))
    #expect(text.setAside.map(\.text) == ["mood: fair", "id: ../x", "residue: \"a\""])
    let markdown = read("# H\n\nSo.\n\n<!-- courant: 1\nmood: fair\n-->\n")
    #expect(markdown.story == text.story)
    #expect(markdown.setAside.map(\.text) == ["mood: fair"])
  }

  @Test("What stands behind the comment of Markdown makes it any text")
  func behindComment() {
    #expect(read("# H\n\nSo.\n\n<!-- courant: 1 -->\n\nAnd more.").story.lede.last?.text == "And more.")
  }

  private func expectReturn(of reading: Reading, in form: Form) {
    let again = read(form.text(of: reading))
    #expect(Self.plain(again) == Self.plain(reading))
    // Written again, not a byte is different.
    #expect(form.text(of: again) == form.text(of: reading))
  }

  /// The reading without the places of its input, each piece set aside on one line, as it is written.
  private static func plain(_ reading: Reading) -> Reading {
    var plain = reading
    if plain.story.published != nil { plain.stamp.date = nil }
    plain.setAside = reading.setAside.map { piece in
      let text = String(piece.text.map { $0 == "\n" ? " " : $0 })
      return SetAside(place: 0..<0, text: text, reason: piece.reason)
    }
    return plain
  }
}
