import Testing

@testable import Briefing

/// No-break spaces: kept where they hold two words together, and otherwise spaces.
@Suite("No-break spaces")
struct HeldSpacesTests {
  private func lede(_ input: String) -> Block? {
    StoryParser.parse(Array("Headline\n\n\(input)".utf8)).story.lede.first
  }

  @Test("They stay in the words of a story", arguments: ["\u{A0}", "\u{202F}", "\u{2007}"])
  func kept(space: String) {
    let text = "Prix\(space): 30\(space)000\(space)€, dit «\(space)Le Monde\(space)»."
    #expect(lede(text)?.text == text)
    let story = StoryParser.parse(Array("Un\(space)phare\n\n- Un\(space)point.\n\n### Qui\(space)?\n\nLui.".utf8)).story
    #expect(story.headline == "Un\(space)phare")
    #expect(story.summary == ["Un\(space)point."])
    #expect(story.sections.map(\.heading) == ["Qui\(space)?"])
  }

  @Test("Beside a space, a line break, a citation or an end they hold nothing and are spaces")
  func spaces() {
    #expect(
      lede("\u{A0}One\u{A0} two \u{A0}three\u{A0}\u{A0}four\u{A0}\nfive.\u{A0}")?.text == "One two three four five.")
    let cited = lede("One two.\u{A0}(a.com)\u{A0}Three.\u{A0}(b.com)")
    #expect(cited?.text == "One two. Three.")
    #expect(cited?.citations.map(\.place) == [8, 15])
  }

  @Test("They change nothing of what a text is read as")
  func parse() {
    let text =
      "# A headline \n\n- One point. - Two points.\n\nIt is so. (a.com) And so on. ## Why now? Because. (b.org)"
    let plain = StoryParser.parse(Array(text.utf8)).story
    let held = StoryParser.parse(Array(text.replacing(" ", with: "\u{A0}").utf8)).story
    #expect(held.fingerprint == plain.fingerprint)
    #expect(held.sections.map(\.heading.withPlainSpaces) == plain.sections.map(\.heading))
    #expect(held.blocks.map(\.citations.count) == plain.blocks.map(\.citations.count))
  }

  @Test("A file name, a query or a name has spaces only, and words on one line keep theirs")
  func lines() {
    #expect(Gate.text(of: "30\u{A0}000\u{202F}€") == "30 000 €")
    #expect(Gate.words(of: " 30\u{A0}000 \u{A0} €\n(x)  [y]\u{A0}") == "30\u{A0}000 € (x) [y]")
  }

  @Test("A story says the same with spaces in their place")
  func fingerprint() {
    let held = Story(headline: "Prix : 30\u{A0}000\u{202F}€")
    #expect(held.fingerprint == Story(headline: "Prix : 30 000 €").fingerprint)
    #expect(held.fingerprint != Story(headline: "Prix : 30 001 €").fingerprint)
  }

  @Test("The canonical forms bring them back")
  func printed() {
    let story = StoryParser.parse(Array("Le\u{A0}prix\n\n30\u{A0}000\u{202F}€ (vraiment\u{A0}!), dit-on. (a.com)".utf8))
      .story
    #expect(story.lede.first?.text.contains("30\u{A0}000\u{202F}€ (vraiment\u{A0}!)") == true)
    #expect(StoryParser.parse(Array(CanonicalPrinter.text(of: story).utf8)).story == story)
    let markdown = MarkdownPrinter.text(of: Reading(story: story, setAside: []))
    #expect(StoryParser.parse(Array(markdown.utf8)).story == story)
  }
}
