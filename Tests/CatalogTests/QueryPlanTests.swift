import Briefing
import GRDB
import Synchronization
import Testing

@testable import Catalog

@Suite struct `The tables` {
  /// What SQLite may go through from end to end: all are small, or left after the first few rows.
  private static let mayScan = [
    // Hosts are few, and searched by any part of their name.
    "SCAN source",
    // One row.
    "SCAN total", "SCAN followed", "SCAN CONSTANT ROW",
    // What the user set, and stories that changed: few beside all stories.
    "SCAN tagging USING COVERING INDEX", "SCAN note", "SCAN version",
    // The last row.
    "SCAN journal",
    // Up to the first row, and the few tags of a story.
    "SCAN version", "SCAN (subquery",
    // The index of words itself.
    "SCAN words VIRTUAL TABLE INDEX",
    // In order, up to the end of the page.
    "SCAN story USING INDEX storyByDate", "SCAN story USING INDEX storyByHeadline",
    "SCAN story USING INDEX unreadByDate", "SCAN story USING INDEX starredByDate",
  ]

  /// Everything that SQLite is asked while `body` runs.
  private func statements(of catalog: Catalog, _ body: () throws -> Void) throws -> Set<String> {
    let seen = Seen()
    try catalog.storage.read { database in
      database.trace(options: .statement) { event in
        if case .statement(let statement) = event { seen.add(statement.sql) }
      }
    }
    try body()
    try catalog.storage.read { $0.trace() }
    return seen.all
  }

  @Test func `answer every question by an index`() throws {
    let catalog = try Catalog.holding(
      incoming("Port", at: 1, lede: "Rain.", cites: ["a.example"], asks: [("Who?", "We.")], url: "https://x.example/1"))
    let row = try catalog.rows(Listing(), .first(1))[0]
    let statements = try statements(of: catalog) {
      for order in Listing.Order.allCases {
        for query in [
          "", "rain", "is:unread", "is:starred", "before:2026", "rain is:unread", "tag:sea", "is:tagged",
          "is:noted -is:changed",
        ] {
          for window in [RowWindow.first(9), .last(9), .after(row, 9), .before(row, 9)] {
            _ = try catalog.rows(Listing(query: query, order: order), window)
          }
          _ = try catalog.neighbour(of: row.id, in: Listing(query: query, order: order), forward: true)
        }
      }
      _ = try catalog.add([incoming("Other", asks: [("Who?", "They.")])])
      _ = try catalog.count(Listing())
      _ = try catalog.detail(row.id)
      _ = try catalog.original(row.id)
      _ = try catalog.page(at: "https://x.example/1")
      _ = try catalog.sources(matching: "a")
      _ = try catalog.source("a.example")
      _ = try catalog.claims(host: "a.example")
      _ = try catalog.questions()
      _ = try catalog.questions(matching: "who")
      _ = try catalog.hits(Search("rain"), limit: 5)
      _ = try catalog.hits(Search("rain is:unread", order: .best), limit: 5)
      _ = try catalog.related(to: row.id, limit: 5)
      _ = try catalog.apply(.mark([row.id], .starred(true)), at: .init(seconds: 0))
      _ = try catalog.apply(.mark([row.id], .tagged("sea", true)), at: .init(seconds: 0))
      _ = try catalog.apply(.note(row.id, section: 0, text: "Who?"), at: .init(seconds: 0))
      _ = try catalog.undo(at: .init(seconds: 0))
      try catalog.remember(Bookmark(place: Place(.headline)), of: row.id)
    }
    #expect(statements.count > 30)
    for sql in statements where ["SELECT", "INSERT", "UPDATE"].contains(where: sql.hasPrefix) {
      let plan = try plan(of: sql, in: catalog)
      for step in plan where step.hasPrefix("SCAN") {
        #expect(Self.mayScan.contains(where: step.hasPrefix), "\(step) in \(sql)")
      }
    }
  }

  @Test(arguments: Listing.Order.allCases, ["", "rain", "is:unread"])
  func `need not sort to show a page`(order: Listing.Order, query: String) throws {
    if order == .headline, !query.isEmpty { return }
    let catalog = try Catalog.holding(incoming("Port", lede: "Rain."))
    let row = try catalog.rows(Listing(), .first(1))[0]
    let statements = try statements(of: catalog) {
      for window in [RowWindow.first(9), .last(9), .after(row, 9), .before(row, 9)] {
        _ = try catalog.rows(Listing(query: query, order: order), window)
      }
    }
    for sql in statements where sql.hasPrefix("SELECT") {
      #expect(try plan(of: sql, in: catalog).allSatisfy { !$0.contains("TEMP B-TREE") }, "\(sql)")
    }
  }

  private func plan(of sql: String, in catalog: Catalog) throws -> [String] {
    try catalog.storage.read { database in
      let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      // A plan needs no values.
      statement.setUncheckedArguments([])
      return try GRDB.Row.fetchAll(statement).map { $0["detail"] }
    }
  }
}

/// Statements seen so far.
private final class Seen: Sendable {
  private let statements = Mutex<Set<String>>([])

  func add(_ sql: String) { statements.withLock { _ = $0.insert(sql) } }
  var all: Set<String> { statements.withLock { $0 } }
}
