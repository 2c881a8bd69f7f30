import Briefing
import Testing

@testable import Catalog

@Suite struct `A catalog` {
  @Test func `lists stories newest first`() throws {
    let catalog = try Catalog.holding(arrival("Old", at: 1), arrival("New", at: 3), arrival("Between", at: 2))
    #expect(try catalog.headlines() == ["New", "Between", "Old"])
    #expect(try catalog.headlines("", .oldest) == ["Old", "Between", "New"])
    #expect(try catalog.headlines("", .headline) == ["Between", "New", "Old"])
  }

  @Test func `gives a story back as it came`() throws {
    let story = arrival("Port", lede: "It rains.", cites: ["a.example"], asks: [("Why?", "Because. It is so.")])
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([story]).ids[0]
    let entry = try #require(try catalog.entry(id))
    #expect(entry.story == story.reading.story)
    #expect(entry.citingStories == ["a.example": 1])
    #expect(try catalog.original(id) == story.original)
  }

  @Test func `finds words where they stand`() throws {
    let catalog = try Catalog.holding(
      arrival("Port", lede: "The cranes fell.", asks: [("Who pays?", "The insurers of the cranes pay.")]))
    let hits = try catalog.hits("crane", limit: 10).hits
    #expect(hits.map(\.place) == [Place(.lede(0), offset: 4), Place(.paragraph(section: 0, index: 0), offset: 20)])
    #expect(hits.map(\.heading) == [nil, "Who pays?"])
    #expect(hits[0].matches == [4..<10])
  }
}
