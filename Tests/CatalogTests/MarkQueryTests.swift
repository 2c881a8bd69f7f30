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
