import Briefing
import Testing

@testable import Catalog

@Suite struct `A query for what the user left` {
  private let catalog: Catalog
  private let ids: [StoryID]

  init() throws {
    let catalog = try Catalog.holding(
      incoming("Crane", at: 1, lede: "Rain. It rained for two days on end."), incoming("Derrick", at: 2),
      incoming("Ferry", at: 3))
    let ids = try catalog.rows(Listing(order: .oldest), .first(9)).map(\.id)
    _ = try catalog.apply(.mark([ids[0], ids[1]], .tagged("sea", true)), at: Moment(seconds: 0))
    _ = try catalog.apply(.mark([ids[1]], .tagged("deep-sea", true)), at: Moment(seconds: 0))
    _ = try catalog.apply(.note(ids[2], section: nil, text: "Look again."), at: Moment(seconds: 0))
    _ = try catalog.add([incoming("Crane", at: 9, lede: "Rain. It rained for two days on end. Then it stopped.")])
    (self.catalog, self.ids) = (catalog, ids)
  }

  @Test(arguments: [
    ("tag:sea", ["Crane", "Derrick"]), ("-tag:sea", ["Ferry"]), ("tag:\"deep sea\"", ["Derrick"]), ("tag:none", []),
    ("tag:deep-sea OR ferry", ["Derrick", "Ferry"]), ("tag:sea crane", ["Crane"]), ("is:tagged", ["Crane", "Derrick"]),
    ("-is:tagged", ["Ferry"]), ("is:noted", ["Ferry"]), ("is:changed", ["Crane"]),
    ("-is:changed is:tagged", ["Derrick"]),
    ("is:noted OR is:changed", ["Crane", "Ferry"]), ("tag:'); OR tag:\"", []),
    ("tag:sea is:unread", ["Crane", "Derrick"]),
  ])
  func `finds those stories and no others`(query: String, headlines: [String]) throws {
    for order in Listing.Order.allCases {
      let listing = Listing(query: query, order: order)
      #expect(try catalog.rows(listing, .first(9)).map(\.headline).sorted() == headlines)
      #expect(try catalog.count(listing).stories == headlines.count)
    }
  }
}

@Suite struct `The notes of a catalog` {
  private let catalog: Catalog

  init() throws {
    let catalog = try Catalog.holding(
      incoming("Crane", at: 1, lede: "Rain.", asks: [("Why?", "So."), ("When?", "Soon.")]),
      incoming("Ferry", at: 3, lede: "Fog."), incoming("Derrick", at: 2))
    let ids = try catalog.rows(Listing(order: .oldest), .first(9)).map(\.id)
    for change in [
      Change.note(ids[0], section: 1, text: "Ask the harbour."), .note(ids[0], section: nil, text: "For Monday."),
      .note(ids[2], section: nil, text: "Rain, too?"), .note(ids[0], section: 7, text: "Nowhere."),
      .note(ids[1], section: nil, text: "Gone."), .remove([ids[1]], isRemoved: true),
    ] { _ = try catalog.apply(change, at: Moment(seconds: 5)) }
    try catalog.catchUp()
    self.catalog = catalog
  }

  @Test func `stand with story and heading, the newest story first`() throws {
    let notes = try catalog.notes()
    #expect(notes.map(\.headline) == ["Ferry", "Crane", "Crane"])
    #expect(notes.map(\.heading) == [nil, nil, "When?"])
    #expect(notes.map(\.note.text) == ["Rain, too?", "For Monday.", "Ask the harbour."])
    #expect(notes.allSatisfy { $0.note.date == Moment(seconds: 5) })
  }

  @Test(arguments: [
    ("rain", ["Rain, too?", "For Monday.", "Ask the harbour."]), ("harbours", ["Ask the harbour."]),
    ("monday ask", []), ("before:1970-01-02 crane", ["For Monday.", "Ask the harbour."]), ("is:removed", ["Gone."]),
    ("-crane", ["Rain, too?"]), ("nowhere", []),
  ])
  func `are found by their stories and by their own words`(query: String, texts: [String]) throws {
    #expect(try catalog.notes(query).map(\.note.text) == texts)
  }
}
