import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct `An edited story` {
  private let now = Moment(seconds: 9)
  private let first = incoming(
    "A port grows", at: 1_770_000_000, lede: "Two quays more, and a dock that nobody has asked for so far.",
    asks: [("Who pays?", "The town pays for it, and the state.")], publisher: "Sea Watch")

  private func holding(_ more: IncomingStory...) throws -> (catalog: Catalog, id: StoryID) {
    let catalog = try Catalog.inMemory()
    let id = try catalog.add([first] + more).ids[0]
    return (catalog, id)
  }

  @Test func `has the headline and the date that the user gave it, until they are taken back`() throws {
    let (catalog, id) = try holding(incoming("Later", at: 1_771_000_000), incoming("Soon", at: 1_769_000_000))
    try catalog.remember(Bookmark(place: Place(.lede(0)), read: [0]), of: id)
    _ = try catalog.apply(.note(id, section: 0, text: "Ask"), at: now)
    _ = try catalog.apply(.mark([id], .tagged("sea", true)), at: now)
    let date = Moment(seconds: 1_768_000_000)
    #expect(try catalog.apply(.edit(id, [.headline("Harbour\nworks"), .date(date)]), at: now))
    try catalog.catchUp()
    #expect(try catalog.headlines() == ["Later", "Soon", "Harbour works"])
    #expect(try catalog.headlines("harbour") == ["Harbour works"] && catalog.headlines("grows").isEmpty)
    #expect(try catalog.headlines("quays tag:sea is:noted") == ["Harbour works"])
    #expect(try catalog.headlines("publisher:sea before:2026-01-15") == ["Harbour works"])
    #expect(try catalog.hits(Search("harbour"), limit: 9).hits.map(\.excerpt) == ["Harbour works"])
    let detail = try #require(try catalog.detail(id))
    #expect(detail.story.headline == "Harbour works" && detail.row.date == date)
    #expect(detail.edits == StoryEdits(headline: "Harbour works", date: date))
    #expect(detail.asWritten.story == first.reading.story && detail.asWritten.row.date == first.date)
    #expect(detail.notes.count == 1 && detail.bookmark?.read == [0])
    #expect(try catalog.apply(.edit(id, [.headline("")]), at: now))
    #expect(try catalog.headlines() == ["Later", "Soon", "A port grows"])
    #expect(try !catalog.apply(.edit(id, [.headline("A port grows"), .date(date)]), at: now))
    #expect(try catalog.undo(at: now).changes == [.edit(id, [.headline("Harbour works")])])
    #expect(try catalog.undo(at: now).changes == [.edit(id, [.headline(nil), .date(nil)])])
    try catalog.catchUp()
    #expect(try catalog.headlines() == ["Later", "A port grows", "Soon"])
    #expect(try catalog.headlines("grows") == ["A port grows"] && catalog.headlines("harbour").isEmpty)
    #expect(try catalog.headlines("", .headline) == ["A port grows", "Later", "Soon"])
  }

  @Test func `keeps its edits when a newer version comes, and when that is taken back`() throws {
    let (catalog, id) = try holding()
    let date = Moment(seconds: 1_790_000_000)
    _ = try catalog.apply(.edit(id, [.headline("Harbour works"), .date(date)]), at: now)
    var addition: Addition? = Addition(at: now)
    let newer = incoming(
      "A port grows", at: 1_770_100_000,
      lede: "Two quays more, and a dock that nobody has asked for so far. Five cranes.",
      asks: [("Who pays?", "The town pays for it, and the state.")], publisher: "Sea Watch")
    #expect(try catalog.add([newer], of: &addition).versions == 1)
    try catalog.catchUp()
    var detail = try #require(try catalog.detail(id))
    #expect(detail.version == 2 && detail.story.headline == "Harbour works" && detail.row.date == date)
    #expect(detail.asWritten.row.date == newer.date && detail.story.lede[0].text.hasSuffix("cranes."))
    #expect(try catalog.headlines("cranes harbour") == ["Harbour works"])
    #expect(try catalog.detail(id, version: 1)?.story.headline == "A port grows")
    #expect(try catalog.undo(at: now).withdrawn?.versions == 1)
    detail = try #require(try catalog.detail(id))
    #expect(detail.versions == 1 && detail.story.headline == "Harbour works" && detail.row.date == date)
    _ = try catalog.undo(at: now)
    try catalog.catchUp()
    #expect(try catalog.detail(id)?.row.date == first.date && catalog.headlines("cranes").isEmpty)
    #expect(try catalog.headlines("quays") == ["A port grows"])
  }

  @Test func `is the same story when its text comes again, and is found where others are`() throws {
    let (catalog, id) = try holding()
    for seconds in [Int64.min, -1, 0, .max, 1_770_000_001] {
      let others = (0..<3).map { incoming("Other \($0) of \(seconds)", at: seconds) }
      _ = try catalog.add(others)
      #expect(try catalog.apply(.edit(id, [.date(Moment(seconds: seconds))]), at: now))
      #expect(try catalog.add([first]).known == 1)
      try catalog.catchUp()
      #expect(try catalog.headlines("quays") == ["A port grows"])
      let dates = try catalog.rows(Listing(query: "-nowhere"), .first(99)).map(\.date)
      #expect(dates == dates.sorted { $0 > $1 })
    }
  }

  @Test func `is edited again where an export of it is added`() throws {
    let catalog = try Catalog.inMemory()
    let date = Moment(seconds: 1_768_000_000)
    let marks = UserMarks(edits: StoryEdits(headline: "Harbour works", date: date))
    let exported = IncomingStory(reading: first.reading, original: first.original, date: first.date, marks: marks)
    let id = try catalog.add([exported, incoming("Soon", at: 1_769_000_000)]).ids[0]
    #expect(try catalog.headlines() == ["Soon", "Harbour works"] && catalog.headlines("harbour quays").count == 1)
    #expect(try catalog.detail(id)?.edits == marks.edits && catalog.add([first]).known == 1)
  }

  @Test func `keeps its edits through a rescue`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let date = Moment(seconds: 1_768_000_000)
    do {
      let catalog = try Catalog.openOrCreate(at: path)
      let id = try catalog.add([first]).ids[0]
      _ = try catalog.apply(.edit(id, [.headline("Harbour works"), .date(date)]), at: now)
    }
    _ = try Catalog.rescue(at: path)
    let catalog = try Catalog.open(at: path)
    try catalog.catchUp()
    let row = try #require(try catalog.rows(Listing(query: "harbour"), .first(1)).first)
    #expect(row.headline == "Harbour works" && row.date == date && row.publisher == "Sea Watch")
    #expect(try catalog.apply(.edit(row.id, [.headline(nil), .date(nil)]), at: now))
    #expect(try catalog.rows(Listing(), .first(1)).map(\.date) == [first.date])
  }
}
