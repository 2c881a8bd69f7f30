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
        incoming(
          "Story \(number)", at: Self.dates[number], lede: "Port of call.", cites: ["a.example"],
          publisher: [nil, "Sea Watch", "Quay Times"][number % 3])
      ])
    }
    let listing = Listing(query: query, order: order)
    let all = try catalog.rows(listing, .first(1000))
    #expect(try all.count == catalog.count(listing).stories)
    switch order {
    case .newest: #expect(zip(all, all.dropFirst()).allSatisfy { $0.date >= $1.date })
    case .oldest: #expect(zip(all, all.dropFirst()).allSatisfy { $0.date <= $1.date })
    case .headline: break
    case .publisher:
      let names = all.map { $0.publisher?.lowercased() ?? "~" }
      #expect(names == names.sorted() && Set(names).count == 3)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.publisher != $1.publisher || $0.date >= $1.date })
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

  @Test func `by publishers takes upper case for lower, and goes on after a story that has left`() throws {
    let catalog = try Catalog.holding(
      incoming("A", at: 1, publisher: "quay times"), incoming("B", at: 2, publisher: "Quay Times"),
      incoming("C", at: 3, publisher: "Ältester Bote"), incoming("D", at: 4), incoming("E", at: 5, publisher: "Axle"))
    #expect(try catalog.headlines("", .publisher) == ["E", "B", "A", "C", "D"])
    let gone = Row(
      id: StoryID("gone"), headline: "", date: Moment(seconds: 2), questions: 0, sources: 0, publisher: "QUAY TIMES")
    #expect(try catalog.rows(Listing(order: .publisher), .after(gone, 9)).map(\.headline) == ["A", "C", "D"])
    #expect(try catalog.rows(Listing(order: .publisher), .before(gone, 9)).map(\.headline) == ["E"])
  }

  @Test func `is filtered by publishers, and by days counted from today`() throws {
    let now = try #require(Moment(iso8601: "2026-04-30T12:00Z"))
    let catalog = try Catalog.inMemory(clock: { now })
    let dates = ["2026-04-30T08:00Z", "2026-04-29", "2026-04-23", "2026-04-22T23:59Z", "2026-03-31"]
    _ = try catalog.add(
      dates.enumerated().compactMap { index, text in
        Moment(iso8601: text).map { date in
          incoming(
            "\(index)", at: date.seconds, lede: index == 3 ? "The watch was late." : "",
            publisher: ["Sea Watch", "The Quay Times", nil, "Sea Watch", "Seaside"][index])
        }
      })
    #expect(try catalog.headlines("publisher:\"sea watch\"") == ["0", "3"])
    #expect(try catalog.headlines("publisher:TIMES") == ["1"])
    #expect(try catalog.headlines("publisher:sea") == ["0", "3"])
    #expect(try catalog.headlines("-publisher:sea", .oldest) == ["4", "2", "1"])
    #expect(try catalog.headlines("watch") == ["0", "3"])
    #expect(try catalog.hits(Search("watch"), limit: 9).hits.map(\.place.block) == [.headline, .lede(0)])
    #expect(try catalog.headlines("on:today") == ["0"])
    #expect(try catalog.headlines("after:yesterday") == ["0", "1"])
    #expect(try catalog.headlines("before:yesterday") == ["2", "3", "4"])
    #expect(try catalog.headlines("after:7d") == ["0", "1", "2"])
    #expect(try catalog.headlines("on:2026-04-22") == ["3"])
    #expect(try catalog.headlines("before:2026-04") == ["4"])
    #expect(try catalog.headlines("on:2026-03 OR on:today") == ["0", "4"])
    let within = try catalog.hits(Search("watch", within: "on:2026-04-22"), limit: 9).hits
    #expect(within.map(\.headline) == ["3"])
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
