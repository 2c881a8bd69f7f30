import Briefing
import Testing

@testable import Catalog

@Suite struct `A catalog` {
  @Test func `gives a story back as it came`() throws {
    let story = incoming("Port", lede: "It rains.", cites: ["a.example"], asks: [("Why?", "Because. It is so.")])
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([story]).ids[0]
    let detail = try #require(try catalog.detail(id))
    #expect(detail.story == story.reading.story)
    #expect(try detail.row == catalog.rows(Listing(), .first(1))[0])
    #expect(detail.citingStories == ["a.example": 1])
    #expect(try catalog.original(id) == story.original)
  }

  @Test func `is not changed by a story that it holds already`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 1, lede: "Rain.", cites: ["a.example"]))
    let first = try catalog.rows(Listing(), .first(9))
    _ = try catalog.apply(.mark(first.map(\.id), .unread(false)), at: .init(seconds: 0))
    let added = try catalog.add([
      incoming("Port", at: 2, lede: "Rain.", cites: ["a.example"]), incoming("Port", at: 3, lede: "Snow."),
    ])
    #expect((added.new, added.known) == (1, 1))
    #expect(added.ids[0] == first[0].id)
    #expect(try catalog.count(Listing()) == RowCount(stories: 2, unread: 1))
    #expect(try catalog.sources().map(\.claims) == [1])
    #expect(try catalog.detail(added.ids[0])?.row.date == Moment(seconds: 1))
  }

  @Test func `takes the same story once within one batch too`() throws {
    let catalog = try Catalog.inMemory()
    let added = try catalog.add([incoming("Port"), incoming("Port")])
    #expect((added.new, added.known) == (1, 1))
    #expect(Set(added.ids).count == 1)
  }

  @Test func `gives short ids that are the same in every catalog`() throws {
    let one = try Catalog.holding(incoming("First"), incoming("Port"))
    let other = try Catalog.holding(incoming("Port"))
    let id = try other.rows(Listing(), .first(1))[0].id
    #expect(id.text.count == 4)
    #expect(try one.detail(id)?.story.headline == "Port")
  }

  @Test func `makes ids longer only where two begin alike`() throws {
    let catalog = try Catalog.inMemory()
    let added = try catalog.add((0..<4000).map { incoming("Port \($0)") })
    #expect(Set(added.ids).count == 4000)
    let long = added.ids.filter { $0.text.count > 4 }
    #expect(!long.isEmpty && long.count < 40)
    for id in long.prefix(5) {
      #expect(try catalog.detail(id)?.row.id == id)
      #expect(try catalog.detail(StoryID(String(id.text.prefix(4))))?.row.id.text == String(id.text.prefix(4)))
    }
  }

  @Test func `knows a story by the beginning of its id, if only one has it`() throws {
    let catalog = try Catalog.inMemory()
    let ids = try catalog.add((0..<200).map { incoming("Port \($0)") }).ids
    #expect(try catalog.detail(StoryID(ids[7].text.uppercased()))?.row.id == ids[7])
    #expect(try catalog.detail(StoryID("")) == nil)
    #expect(try catalog.detail(StoryID("~")) == nil)
    let first = String(ids[7].text.prefix(1))
    let sharing = ids.filter { $0.text.hasPrefix(first) }
    #expect(try (catalog.detail(StoryID(first)) == nil) == (sharing.count > 1))
  }

  @Test func `finds the story that stands at an address`() throws {
    let catalog = try Catalog.holding(incoming("Port", url: "https://www.x.example/a/b/"))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    for url in ["https://www.x.example/a/b/", "http://x.example/a/b", "https://X.example/a/b#part"] {
      #expect(try catalog.page(at: url) == id, "\(url)")
    }
    for url in ["https://x.example/a", "https://x.example/A/b", "", "x"] {
      #expect(try catalog.page(at: url) == nil, "\(url)")
    }
  }

  @Test func `counts what is unread as marks are set`() throws {
    let catalog = try Catalog.holding(incoming("One", at: 1), incoming("Two", at: 2))
    let ids = try catalog.rows(Listing(), .first(9)).map(\.id)
    _ = try catalog.apply(.mark(ids + ids + [StoryID("none")], .unread(false)), at: .init(seconds: 0))
    #expect(try catalog.count(Listing()) == RowCount(stories: 2, unread: 0))
    _ = try catalog.apply(.mark([ids[0]], .unread(true)), at: .init(seconds: 0))
    _ = try catalog.apply(.mark([ids[1]], .starred(true)), at: .init(seconds: 0))
    #expect(try catalog.count(Listing()) == RowCount(stories: 2, unread: 1))
    #expect(try catalog.headlines("is:unread") == ["Two"])
    #expect(try catalog.headlines("is:starred") == ["One"])
    #expect(try catalog.headlines("-is:starred") == ["Two"])
  }
}
