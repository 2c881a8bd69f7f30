import Briefing
import Samples
import Testing

@testable import Catalog

@Suite struct `A listing` {
  @Test func `comes newest first, oldest first or by headline`() throws {
    let catalog = try Catalog.holding(
      incoming("old", at: 1), incoming("New", at: 3), incoming("Élan", at: 2), incoming("“First”", at: 0))
    #expect(try catalog.headlines() == ["New", "Élan", "old", "“First”"])
    #expect(try catalog.headlines("", .oldest) == ["“First”", "old", "Élan", "New"])
    #expect(try catalog.headlines("", .headline) == ["Élan", "“First”", "New", "old"])
  }

  @Test func `goes by what a story says of its date before the file's`() throws {
    let told = incoming("Told", at: 1, published: Moment(seconds: 50))
    let catalog = try Catalog.holding(told, incoming("File", at: 20))
    #expect(try catalog.headlines() == ["Told", "File"])
  }

  /// Many at one second, some a second apart, some far off, some at the ends of time.
  private static let dates: [Int64] =
    (0..<40).map { _ in 1_777_000_000 } + (0..<40).map { 1_777_000_000 + $0 % 7 } + (0..<20).map { $0 * 86_400 }
    + [.min, .min, .max, .max, -1, 0, -62_167_219_200, 3_093_527_980_799]

  @Test(
    .enabled(if: Thorough.isWanted),
    arguments: Listing.Order.allCases,
    ["", "port", "port is:unread", "-crane", "port -crane", "after:1970 port", "source:a.example"])
  func `is cut into windows without a gap or a repeat, from both ends`(order: Listing.Order, query: String) throws {
    let catalog = try Catalog.inMemory()
    var numbers = Self.dates.indices.map { $0 }
    numbers.sort { ($0 * 37 % 101, $0) < ($1 * 37 % 101, $1) }
    for number in numbers {
      _ = try catalog.add([
        incoming("Story \(number)", at: Self.dates[number], lede: "Port of call.", cites: ["a.example"])
      ])
    }
    let listing = Listing(query: query, order: order)
    let all = try catalog.rows(listing, .first(1000))
    #expect(try all.count == catalog.count(listing).stories)
    switch order {
    case .newest: #expect(zip(all, all.dropFirst()).allSatisfy { $0.date >= $1.date })
    case .oldest: #expect(zip(all, all.dropFirst()).allSatisfy { $0.date <= $1.date })
    case .headline: break
    }
    var forward = try catalog.rows(listing, .first(7))
    while case let next = try catalog.rows(listing, .after(forward[forward.count - 1], 7)), !next.isEmpty {
      forward += next
    }
    #expect(forward == all)
    var backward = try catalog.rows(listing, .last(5))
    while case let next = try catalog.rows(listing, .before(backward[0], 5)), !next.isEmpty {
      backward = next + backward
    }
    #expect(backward == all)
    for (number, row) in all.enumerated().dropLast() {
      #expect(try catalog.neighbour(of: row.id, in: listing, forward: true) == all[number + 1].id)
      #expect(try catalog.neighbour(of: all[number + 1].id, in: listing, forward: false) == row.id)
    }
    #expect(try catalog.neighbour(of: all[0].id, in: listing, forward: false) == nil)
    #expect(try catalog.position(of: all[4].id, in: listing) == 4)
  }

  @Test func `goes on after a story that is not in it`() throws {
    let catalog = try Catalog.holding(incoming("A", at: 3), incoming("B", at: 2), incoming("C", at: 1))
    let ids = try catalog.rows(Listing(), .first(9)).map(\.id)
    _ = try catalog.apply(.mark([ids[1]], .unread(false)), at: .init(seconds: 0))
    #expect(try catalog.neighbour(of: ids[1], in: Listing(query: "is:unread"), forward: true) == ids[2])
    let gone = Row(id: StoryID("gone"), headline: "", date: Moment(seconds: 2), questions: 0, sources: 0)
    #expect(try catalog.rows(Listing(), .after(gone, 9)).map(\.headline) == ["C"])
  }

  @Test func `is filtered by words, questions, sources and dates`() throws {
    let catalog = try Catalog.holding(
      incoming("Port", at: 1_775_001_599, lede: "Cranes fell.", cites: ["blogs.x.example"]),
      incoming("Rail", at: 1_775_001_600, lede: "Trains ran.", asks: [("Who lost the crane?", "Nobody.")]))
    #expect(try catalog.headlines("crane") == ["Rail", "Port"])
    #expect(try catalog.headlines("asks:crane") == ["Rail"])
    #expect(try catalog.headlines("crane -asks:crane") == ["Port"])
    #expect(try catalog.headlines("trains OR source:x.example") == ["Rail", "Port"])
    #expect(try catalog.headlines("source:x.example") == ["Port"])
    #expect(try catalog.headlines("source:www.blogs.x.example") == ["Port"])
    #expect(try catalog.headlines("source:logs.x.example").isEmpty)
    #expect(try catalog.headlines("before:2026-04-01") == ["Port"])
    #expect(try catalog.headlines("after:2026-04-01") == ["Rail"])
    #expect(try catalog.headlines("-crane").isEmpty)
    #expect(try catalog.headlines("tra*") == ["Rail"])
    #expect(try catalog.headlines("tra").isEmpty)
  }
}
