import Briefing
import Testing

@testable import Catalog

@Suite struct `A story that comes from another catalog` {
  private func exported(_ headline: String, id: String, marks: UserMarks? = nil, lede: String = "Rain.")
    -> IncomingStory
  {
    let story = Story(headline: headline, lede: [Block(text: lede)])
    return IncomingStory(
      reading: Reading(story: story), original: Array("\(headline)\n\n\(lede)".utf8), date: Moment(seconds: 5),
      id: StoryID(id), marks: marks)
  }

  @Test func `has the id that it had there, and is known by it again`() throws {
    let catalog = try Catalog.inMemory()
    let added = try catalog.add([
      exported("Port", id: "zzzz9"), exported("Port", id: "zzzz9"), exported("Port", id: "aaaa"),
    ])
    #expect(added.ids == Array(repeating: StoryID("zzzz9"), count: 3))
    #expect(added.new == 1 && added.known == 2)
    #expect(try catalog.add([incoming("Port", at: 5, lede: "Rain.")]).known == 1)
    let detail = try #require(try catalog.detail(StoryID("zzzz9")))
    #expect(detail.versions == 1 && detail.changes == nil && detail.row.versions == 1)
  }

  @Test func `gets another id where that one is another story's, which keeps it`() throws {
    let catalog = try Catalog.holding(incoming("Ferry"))
    let taken = try catalog.rows(Listing(), .first(1))[0].id
    let added = try catalog.add([exported("Port", id: taken.text)])
    #expect(added.new == 1 && added.ids[0] != taken)
    #expect(try catalog.detail(taken)?.story.headline == "Ferry")
  }

  @Test func `has newer versions as any other`() throws {
    let catalog = try Catalog.inMemory()
    let lede = "Three cranes fell into the harbour basin on Monday."
    _ = try catalog.add([exported("Port", id: "zzzz", lede: lede)])
    let added = try catalog.add([incoming("Port", at: 9, lede: lede + " Nobody was hurt, says the port.")])
    #expect(added.versions == 1 && added.ids == [StoryID("zzzz")])
    let detail = try #require(try catalog.detail(StoryID("zzzz")))
    #expect(detail.version == 2 && detail.versions == 2)
    #expect(try catalog.detail(StoryID("zzzz"), version: 1)?.story.lede[0].text == lede)
    #expect(try catalog.add([exported("Port", id: "zzzz", lede: lede)]).known == 1)
  }

  @Test func `brings its marks only if it is new`() throws {
    let catalog = try Catalog.holding(incoming("Port", at: 5, lede: "Rain."))
    let marks = UserMarks(
      isUnread: false, isStarred: true, tags: ["sea"],
      notes: [Note(section: nil, text: "Ask.", date: Moment(seconds: 7))])
    _ = try catalog.add([exported("Port", id: "zzzz", marks: marks), exported("Ferry", id: "yyyy", marks: marks)])
    #expect(try catalog.headlines("is:unread") == ["Port"])
    for query in ["is:starred", "tag:sea", "is:noted"] { #expect(try catalog.headlines(query) == ["Ferry"]) }
    #expect(try catalog.detail(StoryID("yyyy"))?.notes == marks.notes)
  }
}
