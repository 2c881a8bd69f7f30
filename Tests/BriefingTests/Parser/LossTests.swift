import Testing

@testable import Briefing

/// Words and marks that were once in neither the story nor what was set aside.
@Suite struct `Nothing is lost` {
  private func body(_ text: String) -> Reading {
    read("Rice prices fall\n\nTraders say so. (dailygrain.com)\n\n\(text)")
  }

  private func asides(_ reading: Reading) -> [String] { reading.setAside.map(\.text) }

  @Test func `of the mark of a chat program in the label of a source`() {
    let reading = body("Mills are full. ([Port【4†source】 News](https://portnews.com/a))")
    #expect(reading.story.lede.last?.citations.map(\.label) == ["Port News"])
    #expect(asides(reading) == ["【4†source】"])
  }

  @Test func `of the address of a link in the label of a source`() {
    let reading = body("Mills are full. ([Port <a href=\"mailto:x@y.com\">News</a>](https://portnews.com/a))")
    #expect(reading.story.lede.last?.citations.map(\.label) == ["Port News"])
    #expect(asides(reading) == ["mailto:x@y.com"])
  }

  @Test func `of words behind a parenthesis that a source closes`() {
    #expect(body("It rose (by(portnews.com)) in May.").story.lede.last?.marked == "It rose (by[portnews.com]) in May.")
    #expect(body("It rose ((portnews.com)) in May.").story.lede.last?.marked == "It rose[portnews.com] in May.")
    #expect(body("It rose （(portnews.com)） in May.").story.lede.last?.marked == "It rose[portnews.com] in May.")
  }

  @Test func `of an address in a heading whose mark touches the words before it`() {
    let story = read("Rice prices fall.### See http://ClosedRange today Traders say so.").story
    #expect(story.leaves.contains { $0.text.contains("http://ClosedRange") }, "\(story.leaves.map(\.text))")
    #expect(read("Rice prices fall.### Who gainsBakers do.").story.sections.first?.heading == "Who gains")
  }

  @Test func `of a year that stands alone`() {
    #expect(
      body("So it was in May and in June of\n\n2024.\n\nNobody came.").story.lede.map(\.text).dropFirst(2) == [
        "2024.", "Nobody came.",
      ])
  }

  @Test(arguments: ["2.", "2. <!-- -->", "2. (a.com)"])
  func `of the number of an item without words`(_ item: String) {
    let reading = body("1. Bakers\n\(item)\n3. Brewers")
    #expect(reading.story.lede.suffix(2).map(\.text) == ["Bakers", "Brewers"])
    #expect(asides(reading).contains("2."))
  }

  @Test func `and no mark stands on another letter than before`() {
    #expect(body("It ([fell](e: b.org\u{20E3}").story.lede.last?.text.contains("b.org\u{20E3}") == true)
    #expect(body("<pre>\u{A0}a\\\u{A0}</pre>").story.lede.last?.text == " a\\ ")
  }

  @Test func `of the box of an item without words`() {
    #expect(asides(body("- Bakers\n- [x] (a.com)")) == ["[x]"])
    #expect(asides(body("1. Bakers\n2. [x] Brewers")) == ["2."])
  }

  @Test func `of what a tag says beside the address and the words that are read of it`() {
    let reading = body(
      "It <b title=\"so\">fell</b>: <img src=\"https://a.com/x\" srcset=\"https://a.com/y 2x\" alt=\"A mill\">")
    #expect(
      asides(reading) == [
        "<b title=\"so\">", "<img src=\"https://a.com/x\" srcset=\"https://a.com/y 2x\" alt=\"A mill\">",
      ])
    #expect(asides(body("It [fell](https://a.com/x), <a href=\"https://a.com/y\">rose</a>.")).isEmpty)
  }

  @Test func `of words behind a hard break with a no-break space before it`() {
    #expect(body("Mill\u{A0}<br>雨").story.lede.suffix(2).map(\.text) == ["Mill", "雨"])
    #expect(body("Mill\u{A0}<b> **North** Road</b>").story.lede.last?.text == "Mill North Road")
  }

  @Test func `and the number of a source leaves nothing set apart in the words behind it`() {
    let block = body("It fell.[**1**](https://a.com/x) And it rose.").story.lede.last
    #expect(block?.marked == "It fell.[https://a.com/x] And it rose." && block?.spans.isEmpty == true)
  }

  @Test func `and no address has spaces at its ends`() {
    #expect(body("![mill](\u{3000})").story.lede.last?.text == "mill")
    let rose = body("It [rose](https://a.com/x&nbsp;).").story.lede.last
    #expect(rose?.citations.map(\.url) == ["https://a.com/x"])
  }

  @Test func `and a list of sources may have a bullet without words`() {
    #expect(read("Rice\n\nIt fell.\n\nSources\n+ \n").story.lede.first?.text == "It fell.")
  }

  @Test func `of a raised number that a mark stands on`() {
    #expect(body("Mills¹\u{30A}.\n\n[1] https://a.com/x").story.lede.last?.text == "Mills¹\u{30A}.")
  }

  @Test func `of the boxes of a summary`() {
    let numbered = read("Rice prices fall\n\n1. Rice fell.\n- Mills are full.\n3) Ships wait.\n\nTraders say so.")
    #expect(numbered.story.summary == ["Rice fell.", "Mills are full.", "Ships wait."])
    let ticked = read("Rice prices fall\n\n- [x] Rice fell.\n- Mills are full.\n2. Ships wait.\n\nTraders say so.")
    #expect(ticked.story.summary == ["Rice fell.", "Mills are full.", "Ships wait."])
    #expect(asides(ticked) == ["[x]"])
  }

  @Test func `of the source of a heading in a quote that has no words`() {
    #expect(body("> # (portnews.com)").story.lede.last?.citations.map(\.host) == ["dailygrain.com", "portnews.com"])
  }

  @Test func `of what front matter says beside its fields`() {
    let reading = read("---\n# made by hand\ntitle: Rice\n# really\n[more]\nkind: note\n---\n\nIt fell.")
    #expect(reading.story.headline == "Rice")
    #expect(asides(reading) == ["---", "# made by hand", "title: ", "# really", "[more]", "kind: note", "---"])
  }

  @Test func `of a title that stands there otherwise than it is shown`() {
    let listed = read("---\ntitle:\n- Rice\n- Mills\n---\n\nIt fell.")
    #expect(listed.story.headline == "Rice")
    #expect(asides(listed).joined(separator: "\n") == "---\ntitle:\n- Rice\n- Mills\n---")
    let encoded = read("Subject: =?utf-8?Q?R=C3=ADce?=\nFrom: Ada Quay <ada@example.com>\n\nIt fell.")
    #expect(encoded.story.headline == "Ríce")
    #expect(asides(encoded).contains("Subject: =?utf-8?Q?R=C3=ADce?="))
  }

  @Test func `of a headline that front matter gives as well`() {
    let reading = read("---\ntitle: Rice falls\nkind: note\n---\n\n# RICE falls!\n\nIt fell.")
    #expect(reading.story.headline == "Rice falls")
    #expect(asides(reading).last == "# RICE falls!")
  }

  @Test func `of the address of a link whose bracket a source took`() {
    #expect(asides(body("Mills are full (https://a.com[ ](https://b.org/y)")).contains("https://b.org/y"))
  }

  @Test func `of a title that has no words nothing is kept`() {
    let reading = body("It [fell](https://a.com/x \"\"), [rose](<> ()).")
    #expect(reading.story.lede.last?.text == "It fell, rose." && reading.setAside.isEmpty)
  }

  @Test func `of a bar that a mark stands on`() {
    let table = body("|\u{30A} a|b\n|-|-\nc|\u{30A}d|e").story.lede.last
    #expect(table?.kind == .table && table?.text == "|\u{30A} a\tb\nc|\u{30A}d\te")
  }

  @Test func `and what is set apart in the words of a picture is not set apart in those around it`() {
    let blocks = body("A long word ![**alt**](https://u.com/x) and more.").story.lede.suffix(2)
    #expect(blocks.map(\.text) == ["A long word and more.", "alt"])
    #expect(blocks.allSatisfy { $0.spans.isEmpty })
  }
}
