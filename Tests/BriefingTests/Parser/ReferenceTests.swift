import Testing

@testable import Briefing

/// Marks in brackets, and the lists that say what they stand for.
@Suite("References")
struct ReferenceTests {
  @Test(
    "A number is what the list behind the text says, and the list is no prose",
    arguments: [
      "[1] https://a.com/x\n[2] https://b.com/y", "[1]: https://a.com/x\n[2]: https://b.com/y \"Name\"",
      "Sources:\n1. https://a.com/x\n2. Name - https://b.com/y",
      "## Quellen\n\n[1] Name: https://a.com/x\n\n[2] https://b.com/y",
      "**References**\n\n1) [Name](https://a.com/x)\n2) https://b.com/y (read 3 May)",
      "1. https://a.com/x\n2. https://b.com/y",
      "出典\n\n1. https://a.com/x\n2. https://b.com/y", "Notes\n\n¹ https://a.com/x\n² https://b.com/y",
    ])
  func numbers(_ list: String) {
    for text in ["One.[1] Mills [2].", "One [1]. Mills[2].", "One.¹ Mills².", "One.<sup>1</sup> Mills<sup>2</sup>."] {
      let story = read("Head\n\n\(text) Not [3].\n\n\(list)\n").story
      #expect(story.blocks.map(\.text) == ["One. Mills. Not [3]."], "\(text)")
      #expect(story.blocks.flatMap(\.citations).map(\.url) == ["https://a.com/x", "https://b.com/y"], "\(text)")
      #expect(story.sections.isEmpty)
    }
  }

  @Test(
    "A mark that parts the list from the text above is none of its words", arguments: ["-- ", "---", "==="])
  func parted(_ mark: String) {
    let story = read("Head\n\nSee https://a.com/pier now.\n\nSold. [1]\n\n\(mark)\n[1] https://b.com/x\n").story
    #expect(story.blocks.flatMap(\.citations).map(\.url) == ["https://a.com/pier", "https://b.com/x"])
    #expect(story.blocks[1].text == "Sold." && story.blocks[1].citations.map(\.host) == ["b.com"])
  }

  @Test("Footnotes name what their words name")
  func footnotes() {
    let reading = read(
      "# Head\n\nOne[^1]. Two.[^a][^3]\n\n[^1]: https://a.com/x\n[^a]: [Port News](https://b.com/y)\n[^3]: Ministry, \"Stocks\",\n  https://c.com/z\n[^4]: Words alone."
    )
    #expect(
      reading.story.lede.first?.citations == [
        Citation(place: 3, host: "a.com", url: "https://a.com/x"),
        Citation(place: 9, host: "b.com", url: "https://b.com/y", label: "Port News"),
        Citation(place: 9, host: "c.com", url: "https://c.com/z", label: "Ministry, \"Stocks\""),
      ])
    #expect(reading.story.lede.map(\.text) == ["One. Two.", "[^4]: Words alone."])
    #expect(reading.setAside.allSatisfy { $0.reason == .reference })
  }

  @Test("Names in brackets lead where a definition says")
  func names() {
    let story = read(
      "Head\n\nSee [the deal][a], [Port News] and [A  b][]. Not [c].\n\n[a]: https://a.com/x 'Title'\n[port news]: <https://b.com/y>\n[a B]:\nhttps://c.com/z\n"
    ).story
    #expect(story.lede.map(\.text) == ["See the deal, Port News and A b. Not [c]."])
    #expect(story.lede.first?.citations.map(\.url) == ["https://a.com/x", "https://b.com/y", "https://c.com/z"])
    #expect(story.lede.first?.citations.map(\.label) == ["the deal", "Port News", "A b"])
  }

  @Test("A definition may stand in a quote, but not amid its words")
  func quotedNames() {
    let reading = read(
      "Head\n\nSee [the deal][a].\n\n> It was [signed][b].\n>\n> [a]: https://a.com/x\n> [b]: https://b.com/y\n\nDone.")
    #expect(reading.story.lede.map(\.text) == ["See the deal.", "It was signed.", "Done."])
    #expect(reading.story.lede.map(\.containers) == [[], [.quote], []])
    #expect(reading.story.sources == ["a.com", "b.com"])
    #expect(reading.setAside.map(\.text) == ["> [a]: https://a.com/x", "> [b]: https://b.com/y"])
    #expect(
      read("Head\n\nSee [the deal][a].\n\n> It was\n> [a]: https://a.com/x").story.lede.first?.text
        == "See [the deal][a].")
  }

  @Test("Several numbers stand in one pair of brackets")
  func several() {
    let list = "\n\n[1]: https://a.com/x\n[2]: https://b.com/y\n[3]: https://c.com/z"
    #expect(
      read("Head\n\nSo [1, 3]. So ([2]).\(list)").story.lede.first?.marked
        == "So[https://a.com/x][https://c.com/z]. So[https://b.com/y].")
    #expect(read("Head\n\nSo.[1-3]\(list)").story.sources == ["a.com", "b.com", "c.com"])
    #expect(read("Head\n\nSo [1, 4].\(list)").story.lede.first?.text == "So [1, 4].")
  }

  @Test("What stands above rests on a list that nothing refers to")
  func unreferred() {
    for list in ["Sources: a.com, [Port News](https://b.com/y)", "Sources:\n- a.com\n- Port News: https://b.com/y"] {
      let reading = read("Head\n\nIt is so.\n\n\(list)\n\n### Why?\n\nBecause.")
      #expect(reading.story.lede.map(\.marked) == ["It is so.[a.com][https://b.com/y]"])
      #expect(reading.story.lede.first?.citations.last?.label == "Port News")
      #expect(reading.setAside.allSatisfy { $0.reason == .reference })
    }
  }

  @Test(
    "What defines nothing is prose",
    arguments: [
      "Notes\n\nIt rained.", "Sources: people who know.", "[1] is a number.", "Links between two towns: few.",
    ])
  func prose(_ text: String) {
    let reading = read("Head\n\nSo it is.\n\n\(text)")
    #expect(reading.story.lede.dropFirst().map(\.text).joined(separator: "\n\n") == text)
    #expect(reading.setAside.isEmpty)
  }

  @Test(
    "A list that has lost its line breaks is one, too",
    arguments: [
      "[1] https://a.com/x [2] Name, https://b.com/y", "Sources: [1] https://a.com/x [2] [Name](https://b.com/y)",
      "### Sources [1] https://a.com/x [2] Name - https://b.com/y",
      "[1]: https://a.com/x [2]: https://b.com/y \"Name\"",
    ])
  func flattened(_ list: String) {
    let story = read("Head\n\nIt is so.[1] ### Who gains? Bakers do.[2][1] \(list)").story
    #expect(story.lede.map(\.marked) == ["It is so.[https://a.com/x]"])
    #expect(story.sections.map(\.heading) == ["Who gains?"])
    #expect(story.sections.first?.blocks.map(\.marked) == ["Bakers do.[https://b.com/y][https://a.com/x]"])
  }

  @Test("A power or a unit is no number of a source")
  func powers() {
    let list = "\n\n[2]: https://b.com/y"
    #expect(read("Head\n\nIt has 5 km² and x².\(list)").story.lede.first?.text == "It has 5 km² and x².")
  }
}
