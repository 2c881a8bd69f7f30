import Briefing
import GRDB
import Testing

@testable import Catalog

@Suite struct `All stories of a listing` {
  private let now = Moment(seconds: 9)

  /// Every third of them is starred, every tenth removed.
  private func catalog(_ count: Int = 300) throws -> (Catalog, [StoryID]) {
    let catalog = try Catalog.inMemory()
    let ids = try catalog.add(
      (0..<count).map { incoming("Story \($0)", at: Int64($0) * 100, lede: $0 % 2 == 0 ? "A crane." : "A dock.") }
    ).ids
    _ = try catalog.apply(.mark(ids.enumerated().filter { $0.offset % 3 == 0 }.map(\.element), .starred(true)), at: now)
    _ = try catalog.apply(
      .remove(ids.enumerated().filter { $0.offset % 10 == 9 }.map(\.element), isRemoved: true), at: now)
    try catalog.catchUp()
    return (catalog, ids)
  }

  private func figures(_ catalog: Catalog) throws -> [String: RowCount] {
    try ["", "is:unread", "is:starred", "crane", "tag:sea", "is:removed", "is:read is:removed"].reduce(into: [:]) {
      $0[$1] = try catalog.count(Listing(query: $1))
    }
  }

  @Test(arguments: [
    (BulkChange.Action.mark(.unread(false)), "", 270), (.mark(.unread(false)), "crane", 150),
    (.mark(.starred(true)), "-crane", 80),
    (.mark(.starred(false)), "is:starred", 90), (.mark(.tagged("sea", true)), "is:unread", 270),
    (.remove(isRemoved: true), "crane", 150), (.remove(isRemoved: false), "is:removed", 30),
    (.mark(.unread(true)), "", 0),
    (.mark(.tagged("sea", false)), "", 0), (.mark(.starred(true)), "nowhere", 0),
  ])
  func `are changed in one entry of the journal, and taken back by one undo`(
    action: BulkChange.Action, query: String, count: Int
  ) throws {
    let (catalog, _) = try catalog()
    let before = (try figures(catalog), try catalog.rows(Listing(), .first(999)))
    #expect(try catalog.apply(BulkChange(action, query: query), at: now) == count)
    try catalog.catchUp()
    guard count > 0 else { return }
    #expect(try figures(catalog) != before.0)
    #expect(try catalog.apply(BulkChange(action, query: query), at: now) == 0)
    #expect(try catalog.undo(at: now).changes.first?.stories.count == count)
    try catalog.catchUp()
    #expect(try figures(catalog) == before.0 && catalog.rows(Listing(), .first(999)) == before.1)
  }

  /// So many that their orders are made anew.
  @Test func `stand in every order as before where very many were removed and came back`() throws {
    let catalog = try Catalog.inMemory()
    let ids = try catalog.add(
      (0..<600).map { incoming("Story \($0 * 79 % 600)", at: Int64($0) * 100, publisher: "P\($0 % 7)") }
    ).ids
    _ = try catalog.apply(.mark(Array(ids[..<200]), .unread(false)), at: now)
    _ = try catalog.apply(.mark(Array(ids[100..<300]), .starred(true)), at: now)
    func listings() throws -> [[StoryID]] {
      try Listing.Order.allCases.flatMap { order in
        try ["", "is:unread", "is:starred", "is:removed"].map {
          try catalog.rows(Listing(query: $0, order: order), .first(999)).map(\.id)
        }
      }
    }
    func indexes() throws -> [String] {
      try catalog.storage.read {
        try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
      }
    }
    let before = (try listings(), try indexes())
    #expect(try catalog.apply(BulkChange(.remove(isRemoved: true), query: "", except: [ids[3]]), at: now) == 599)
    #expect(try catalog.rows(Listing(), .first(9)).map(\.id) == [ids[3]])
    #expect(try catalog.rows(Listing(query: "is:removed"), .first(999)).count == 599)
    #expect(try indexes() == before.1)
    #expect(try catalog.undo(at: now).changes.first?.stories.count == 599)
    #expect(try listings() == before.0 && indexes() == before.1)
    #expect(try catalog.count(Listing()) == RowCount(stories: 600, unread: 400))
  }

  @Test func `have an index for each order that is made anew`() {
    #expect(
      Set(StoryOrders.all.map(\.name)) == [
        "storyByDate", "storyByHeadline", "unreadByDate", "starredByDate", "storyByPublisher", "begunByDate",
        "storyByFeed",
      ])
  }

  @Test func `keep what is excepted, and what has the mark already is not taken back`() throws {
    let (catalog, ids) = try catalog()
    _ = try catalog.apply(.mark([ids[0]], .unread(false)), at: now)
    #expect(try catalog.apply(BulkChange(.mark(.unread(false)), query: "", except: [ids[1], ids[2]]), at: now) == 267)
    #expect(try Set(catalog.rows(Listing(query: "is:unread"), .first(9)).map(\.id)) == [ids[1], ids[2]])
    _ = try catalog.undo(at: now)
    #expect(try catalog.count(Listing(query: "is:read")).stories == 1)
  }

  @Test func `take a tag as each by itself does, and lose it so`() throws {
    let (catalog, ids) = try catalog()
    _ = try catalog.apply(.mark([ids[5]], .tagged("zoo", true)), at: now)
    let tag = BulkChange(.mark(.tagged("sea", true)), query: "")
    #expect(try catalog.apply(tag, at: now) == 270)
    #expect(try catalog.row(ids[5])?.tags == ["sea", "zoo"] && catalog.row(ids[6])?.tags == ["sea"])
    #expect(try catalog.apply(BulkChange(.mark(.tagged("sea", false)), query: "crane"), at: now) == 150)
    #expect(try catalog.tags().map(\.stories) == [120, 1] && catalog.row(ids[6])?.tags == [])
  }
}
