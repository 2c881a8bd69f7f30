import Testing

@testable import Briefing

/// Where addresses go: into links, citations, images or what is set aside.
@Suite("Links")
struct LinkTests {
  @Test("A linked name in parentheses is a citation with that name")
  func named() {
    let block = lede("So. ([Daily Grain](https://www.grain.example/a), [*Port* News](https://port.example/b)) More.")
    #expect(block.text == "So. More.")
    #expect(
      block.citations == [
        Citation(place: 3, host: "grain.example", url: "https://www.grain.example/a", label: "Daily Grain"),
        Citation(place: 3, host: "port.example", url: "https://port.example/b", label: "Port News"),
      ])
    #expect(lede("So. ([1](https://a.com/x)).").marked == "So.[https://a.com/x].")
    #expect(lede("So [[1]](https://a.com/x), [2](https://b.com/y).").marked == "So[https://a.com/x],[https://b.com/y].")
  }

  @Test(
    "A linked name behind a sentence is a citation where no words of the story follow",
    arguments: [
      ("So. [Port News](https://a.com/x)", "So.[https://a.com/x]"),
      ("So.[Port News](https://a.com/x) More.", "So.[https://a.com/x] More."),
      ("So. [Port News](https://a.com/x), [Axios](https://b.com/y)", "So.[https://a.com/x][https://b.com/y]"),
      ("So.[Port News](https://a.com/x)[Axios](https://b.com/y) More.", "So.[https://a.com/x][https://b.com/y] More."),
      ("大雨。[新华社](https://a.com/x)", "大雨。[https://a.com/x]"),
    ])
  func nameBehindSentence(_ input: String, _ marked: String) {
    let block = lede(input)
    #expect(block.marked == marked)
    #expect(block.spans.isEmpty)
  }

  @Test(
    "A linked name that is a word of the story stays one",
    arguments: [
      ("So. [Ann Mill](https://a.com/x) said it.", "So. Ann Mill said it."),
      ("So. [Read more](https://a.com/x)", "So. Read more"), ("[Port News](https://a.com/x)", "Port News"),
      ("So. [Citi](https://a.com/x) and [Axa](https://b.com/x) said it.", "So. Citi and Axa said it."),
      ("So.[Bread](https://a.com/x) and rice.", "So.Bread and rice."),
    ])
  func nameInStory(_ input: String, _ text: String) { #expect(lede(input).text == text) }

  @Test("A number that is a word of the story stays one")
  func numbers() {
    #expect(
      lede("In [2024](https://a.com/x) it won by [12](https://a.com/y) points.").text == "In 2024 it won by 12 points.")
    #expect(lede("So.[1](https://a.com/x) It is.").marked == "So.[https://a.com/x] It is.")
  }

  @Test(
    "Addresses among words are links and citations",
    arguments: [
      ("Six: https://a.com/x. End", "https://a.com/x"), ("Six (see https://a.com/x) is", "https://a.com/x"),
      ("Six <https://a.com/x_(y)>.", "https://a.com/x_(y)"), ("*https://a.com/_x_y*", "https://a.com/_x_y"),
      ("见https://a.com/x。然后", "https://a.com/x"), ("It https://a.com/x?a=1&b=2#c; so", "https://a.com/x?a=1&b=2#c"),
      ("<a href=\"https://a.com/x\">It</a> is", "https://a.com/x"), ("[It](<https://a.com/x y>)", "https://a.com/x y"),
      ("[It](https://a.com/x?a=1&amp;b=2)", "https://a.com/x?a=1&b=2"),
    ])
  func addresses(_ input: String, _ url: String) {
    let block = lede(input)
    #expect(block.spans.contains { $0.style == .link(url: url) })
    #expect(block.citations.map(\.url) == [url])
  }

  @Test(
    "Sources are named in other ways too",
    arguments: [
      ("So. (Source: a.com)", "So.[a.com]"), ("So. (via a.com) More.", "So.[a.com] More."),
      ("So. (Quelle: a.de, b.de)", "So.[a.de][b.de]"), ("So. [a.com] More.", "So.[a.com] More."),
      ("So. — a.com More.", "So.[a.com] More."), ("So. (<https://a.com/x>)", "So.[https://a.com/x]"),
      ("So.（出典：a.jp）", "So.[a.jp]"),
    ])
  func sources(_ input: String, _ marked: String) { #expect(lede(input).marked == marked) }

  @Test(
    "Words that only resemble these are prose",
    arguments: [
      "He (source) said [so].", "The (via rail) line — a.com is late.", "See [a.com] for more.", "file://x and a://b",
      "xhttps://a.com/x",
    ])
  func prose(_ input: String) { #expect(lede(input) == Block(text: input)) }

  @Test("A link to the story's own host is no source")
  func ownHost() {
    let story = read("Head\n\nhttps://own.com/a\n\nSee [this](https://own.com/b) and [that](https://a.com/c).").story
    #expect(story.sources == ["a.com"])
    #expect(story.lede.first?.spans.count == 2)
  }

  @Test(
    "Of an address that leads nowhere the words stay, and it is set aside",
    arguments: ["#part", "mailto:a@b.com", "/path", "javascript:x", "ftp://a.com/x"])
  func others(_ url: String) {
    let reading = read("Head\n\nSee [the *part*](\(url)) now.")
    #expect(reading.story.lede.map(\.text) == ["See the part now."])
    #expect(reading.story.sources.isEmpty)
    #expect(reading.setAside.map(\.text) == [url])
  }

  @Test("A picture that is linked cites where the link leads, not what stands above")
  func linkedImages() {
    let blocks = read("Head\n\nSo it is. [![A mill](https://a.com/i.png)](https://b.com/x)").story.lede
    #expect(blocks.map(\.text) == ["So it is.", "A mill"])
    #expect(blocks.map { $0.citations.map(\.address) } == [[], ["https://b.com/x"]])
  }

  @Test("A named link that was cut behind its host cites it")
  func cut() {
    #expect(
      lede("So. [Port News](https://a.com/x").citations == [Citation(place: 13, host: "a.com", label: "Port News")])
    #expect(lede("So. [Port News](https://a.co").citations.isEmpty)
  }

  @Test("An address in a headline, a bullet or a heading is set aside")
  func elsewhere() {
    let reading = read(
      "A [mill](https://a.com/1) opens\n\n- It [turns](https://a.com/2).\n\n### Is [it](https://a.com/3)?\n\nYes.")
    #expect(reading.story.headline == "A mill opens")
    #expect(reading.story.summary == ["It turns."])
    #expect(reading.story.sections.map(\.heading) == ["Is it?"])
    #expect(reading.setAside.map(\.text) == ["https://a.com/1", "https://a.com/2", "https://a.com/3"])
    #expect(reading.setAside.allSatisfy { $0.reason == .address })
  }
}
