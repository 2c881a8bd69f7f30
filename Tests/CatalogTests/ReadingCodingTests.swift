import Briefing
import Testing

@testable import Catalog

@Suite struct `A stored reading` {
  private let reading = Reading(
    story: Story(
      headline: "Port ☔ opens", summary: ["One", ""],
      lede: [
        Paragraph(text: "It rains.", citations: [Citation(place: 9, host: "a.example", url: "https://a.example/1")])
      ],
      sections: [
        Section(heading: "Who?", paragraphs: [Paragraph(text: "We. 我们。")]), Section(heading: ""),
      ], publisher: "Scout", url: nil, published: Moment(seconds: -77)),
    setAside: [SetAside(place: 3..<9, text: "tail/)", reason: .linkResidue)])

  @Test(arguments: [
    "Port ☔ opens\n- One\nIt rains. (https://a.example/1) ### Who? We. 我们。", "", "nothing of it", "Port",
    String(repeating: "Port ", count: 500),
  ])
  func `reads back as it was, whatever the original`(original: String) {
    let bytes = Array(original.utf8)
    #expect(ReadingDecoder.decode(ReadingEncoder.encode(reading, original: bytes), original: bytes) == reading)
  }

  @Test func `takes little beside its original`() {
    let text = String(repeating: "The cranes of the port stood still for a day. ", count: 100)
    let story = Reading(story: Story(headline: "Port", lede: [Paragraph(text: text)]))
    let original = Array(("Port\n\n" + text).utf8)
    #expect(ReadingEncoder.encode(story, original: original).count < 40)
  }

  @Test func `is refused, not believed, when its bytes are damaged`() {
    let original = Array("Port ☔ opens It rains. Who? We.".utf8)
    let whole = ReadingEncoder.encode(reading, original: original)
    for length in 0..<whole.count {
      #expect(ReadingDecoder.decode(Array(whole.prefix(length)), original: original) == nil)
    }
    for place in whole.indices {
      for bit in 0..<8 {
        var damaged = whole
        damaged[place] ^= 1 << bit
        _ = ReadingDecoder.decode(damaged, original: original)
      }
    }
  }

  @Test func `costs time in proportion to a text that its original lacks`() {
    let long = Reading(story: Story(headline: String(repeating: "x y ", count: 250_000)))
    let original = Array(String(repeating: "abcdefgh", count: 125_000).utf8)
    let time = ContinuousClock().measure { _ = ReadingEncoder.encode(long, original: original) }
    #expect(time < .seconds(5))
  }
}
