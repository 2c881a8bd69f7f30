import Briefing
import Foundation
import GRDB
import Samples
import Testing

@testable import Catalog

@Suite struct `A removed story` {
  private let now = Moment(seconds: 1_790_000_000)
  private let port = incoming(
    "Port", at: 200, lede: "It rains on the quay, and the cranes of the harbour stand still until the evening comes.",
    cites: ["a.example"],
    asks: [("Who pays?", "The town of course, as it always did when the harbour lost its money.")],
    url: "https://x.example/1")
  private let ferry = incoming("Ferry", at: 100, lede: "Rain.", cites: ["a.example"], asks: [("Who pays?", "We.")])

  private func ids(_ catalog: Catalog, _ query: String = "") throws -> [StoryID] {
    try catalog.rows(Listing(query: query), .first(99)).map(\.id)
  }

  @Test func `is out of sight wherever one looks, and comes back whole`() throws {
    let catalog = try Catalog.holding(port, ferry)
    let id = try ids(catalog)[0]
    for mark in [Mark.starred(true), .tagged("sea", true)] { _ = try catalog.apply(.mark([id], mark), at: now) }
    _ = try catalog.apply(.note(id, section: 0, text: "Ask"), at: now)
    try catalog.remember(Bookmark(place: Place(.heading(section: 0)), open: [0]), of: id)
    let before = try catalog.detail(id)
    #expect(try catalog.apply(.remove([id], isRemoved: true), at: now))
    // First as it is while the lookup has not followed, then as it is after that.
    for isFollowed in [false, true] {
      if isFollowed { try catalog.catchUp() }
      for query in ["", "rain", "is:unread", "is:starred", "tag:sea", "is:noted", "source:a.example", "-fog"] {
        #expect(try !ids(catalog, query).contains(id), "\(query)")
        #expect(try catalog.count(Listing(query: query)).stories == ids(catalog, query).count, "\(query)")
        for order in Listing.Order.allCases { #expect(try !catalog.headlines(query, order).contains("Port")) }
      }
      #expect(try catalog.hits(Search("rain"), limit: 9).hits.allSatisfy { $0.story != id })
      #expect(try catalog.hits(Search("rain", order: .best), limit: 9).hits.allSatisfy { $0.story != id })
      #expect(try catalog.claims(host: "a.example").allSatisfy { $0.story != id })
      #expect(try catalog.questions().flatMap(\.askings).allSatisfy { $0.story != id })
      #expect(try catalog.related(to: ids(catalog)[0], limit: 9).allSatisfy { $0.row.id != id })
      #expect(try catalog.page(at: "https://x.example/1") == nil)
      #expect(try catalog.tags().isEmpty)
      #expect(try ids(catalog, "is:removed") == [id] && catalog.count(Listing(query: "is:removed")).stories == 1)
      #expect(try ids(catalog, "is:removed is:starred") == [id])
    }
    #expect(try catalog.source("a.example")?.stories == 1)
    #expect(try catalog.questions().first?.total == 1)
    #expect(try catalog.undo(at: now).changes == [.remove([id], isRemoved: false)])
    try catalog.catchUp()
    #expect(try catalog.detail(id) == before)
    #expect(try catalog.headlines("rain") == ["Port", "Ferry"])
    #expect(try catalog.count(Listing()) == RowCount(stories: 2, unread: 2))
  }

  @Test func `stays away when it comes again, word for word or as a newer version`() throws {
    let catalog = try Catalog.holding(port, ferry)
    let id = try ids(catalog)[0]
    _ = try catalog.apply(.remove([id], isRemoved: true), at: now)
    let newer = incoming(
      "Port, still", at: 900,
      lede: "It rains on the quay, and the cranes of the harbour stand still until the evening comes.",
      cites: ["a.example"],
      asks: [("Who pays?", "The town of course, as it always did when the harbour lost its money. And us.")])
    let named = incoming("Other", at: 900, lede: "Fog.", url: "https://x.example/1")
    let added = try catalog.add([port, newer, named])
    #expect(added.removed == 3 && added.new == 0)
    #expect(try catalog.headlines() == ["Ferry"])
    _ = try catalog.apply(.remove([id], isRemoved: false), at: now)
    #expect(try catalog.add([newer]).versions == 1)
  }

  @Test func `is counted right, however it is marked meanwhile`() throws {
    let catalog = try Catalog.holding(port, ferry)
    let all = try ids(catalog)
    _ = try catalog.apply(.remove(all, isRemoved: true), at: now)
    #expect(try catalog.count(Listing()) == RowCount(stories: 0, unread: 0))
    _ = try catalog.apply(.mark([all[0]], .unread(false)), at: now)
    _ = try catalog.apply(.remove([all[0]], isRemoved: false), at: now)
    #expect(try catalog.count(Listing()) == RowCount(stories: 1, unread: 0))
    _ = try catalog.undo(at: now)
    _ = try catalog.undo(at: now)
    _ = try catalog.undo(at: now)
    #expect(try catalog.count(Listing()) == RowCount(stories: 2, unread: 2))
  }

  @Test func `is gone for good after a purge, and the file is smaller`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let catalog = try Catalog.openOrCreate(at: path)
    let many = (0..<400).map { number in
      incoming("Story \(number)", at: Int64(number) * 100, lede: String(repeating: "Secret \(number). ", count: 300))
    }
    _ = try catalog.add(many + [ferry])
    try catalog.sync()
    let kept = try #require(try catalog.rows(Listing(), .first(999)).first { $0.headline == "Ferry" }?.id)
    let gone = try catalog.rows(Listing(), .first(999)).map(\.id).filter { $0 != kept }
    _ = try catalog.apply(.note(gone[0], section: nil, text: "Secret note"), at: now)
    _ = try catalog.apply(.remove(Array(gone.dropLast()), isRemoved: true), at: now)
    _ = try catalog.apply(.remove([gone[399]], isRemoved: true), at: Moment(seconds: now.seconds + 100))
    let purged = try catalog.purge(removedUpTo: Moment(seconds: now.seconds + 50))
    #expect(purged.stories == 399 && purged.bytes > 500_000)
    #expect(try ids(catalog, "is:removed") == [gone[399]])
    _ = try catalog.purge(removedUpTo: Moment(seconds: now.seconds + 500))
    #expect(try catalog.headlines() == ["Ferry"] && catalog.headlines("rain") == ["Ferry"])
    #expect(try catalog.sources().map(\.stories) == [1])
    for part in Catalog.Part.allCases { #expect(try catalog.flaws(in: part).isEmpty) }
    #expect(try !Data(contentsOf: URL(fileURLWithPath: path)).contains("Secret"))
    #expect(try catalog.undo(at: now).changes.isEmpty)
    #expect(try catalog.add([many[0], ferry]).new == 1)
    try catalog.catchUp()
    #expect(try catalog.headlines("secret") == ["Story 0"])
  }

  @Test func `of a feed stays away even after a purge`() throws {
    let folder = TemporaryPlace()
    let catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    let detail = IncomingStory(
      reading: port.reading, original: port.original, provenance: .entry(feed: "f", guid: "1"), date: now)
    let id = try catalog.add([detail, ferry]).ids[0]
    _ = try catalog.apply(.remove([id], isRemoved: true), at: now)
    _ = try catalog.purge(removedUpTo: now)
    #expect(try catalog.add([detail]).removed == 1)
    #expect(try catalog.headlines() == ["Ferry"])
  }

  @Test(.enabled(if: Thorough.isWanted)) func `is one of many that go and come back at once`() throws {
    let catalog = try Catalog.inMemory()
    let ids = try catalog.add((0..<5000).map { incoming("Story \($0)", at: Int64($0) * 50, lede: "Rain \($0).") }).ids
    #expect(try catalog.apply(.remove(ids, isRemoved: true), at: now))
    #expect(try !catalog.apply(.remove(ids, isRemoved: true), at: now))
    try catalog.catchUp()
    #expect(try catalog.headlines("rain").isEmpty && catalog.lag() == 0)
    _ = try catalog.undo(at: now)
    try catalog.catchUp()
    #expect(try catalog.count(Listing(query: "rain")).stories == 5000)
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}

@Suite struct `An add` {
  private let now = Moment(seconds: 1_790_000_000)
  private let old = incoming(
    "A port loses cranes", at: 1000,
    lede: "Three cranes fell on Monday. Nobody was hurt. The harbour had bought them from a yard up in the north.",
    asks: [("What fell?", "Three cranes fell into the harbour basin."), ("Who pays?", "The insurer pays for it.")])
  private let new = incoming(
    "A port lost cranes", at: 90_000,
    lede: "Three cranes fell on Monday. Two people were hurt. The harbour had bought them from a yard up in the north.",
    asks: [
      ("How many?", "Three."), ("What fell?", "Three cranes fell into the harbour basin."),
      ("Who pays?", "The insurer pays for it."),
    ], url: "https://a.example/1")

  private func add(_ batches: [IncomingStory]..., to catalog: Catalog) throws -> [StoryID] {
    var addition: Addition? = Addition(at: now)
    return try batches.flatMap { try catalog.add($0, of: &addition).ids }
  }

  @Test func `is taken back by one undo, in however many batches it came, and can be done again`() throws {
    let catalog = try Catalog.holding(incoming("Before", at: 1))
    let batches = [
      [incoming("One", at: 2), incoming("Two", at: 3)], [incoming("Before", at: 1)], [incoming("Three", at: 4)],
    ]
    _ = try add(batches[0], batches[1], batches[2], to: catalog)
    let undone = try catalog.undo(at: now)
    #expect(undone.withdrawn == Withdrawn(stories: 3, versions: 0))
    #expect(try catalog.headlines() == ["Before"] && catalog.count(Listing()) == RowCount(stories: 1, unread: 1))
    #expect(try catalog.headlines("is:removed").isEmpty)
    #expect(try catalog.undo(at: now).changes.isEmpty)
    var addition: Addition? = Addition(at: now)
    let again = try catalog.add(batches.flatMap(\.self), of: &addition)
    #expect(again.new == 3 && again.known == 1)
    #expect(try catalog.headlines() == ["Three", "Two", "One", "Before"])
    try catalog.catchUp()
    #expect(try catalog.headlines("two") == ["Two"])
    #expect(try catalog.undo(at: now).withdrawn?.stories == 3)
  }

  @Test func `that changed nothing leaves the undo to what was before it`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    _ = try add([old], to: catalog)
    #expect(try catalog.undo(at: now).changes == [.mark([id], .starred(false))])
  }

  @Test func `of newer versions brings back what was there, with what the user set on it`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .unread(false)), at: now)
    _ = try catalog.apply(.note(id, section: 1, text: "Ask them"), at: now)
    let before = try catalog.detail(id)
    _ = try add([new], to: catalog)
    #expect(try catalog.detail(id)?.notes.map(\.section) == [2])
    #expect(try catalog.headlines() == ["A port lost cranes"])
    let undone = try catalog.undo(at: now)
    #expect(undone.withdrawn == Withdrawn(stories: 0, versions: 1, headline: "A port lost cranes"))
    #expect(try catalog.detail(id) == before)
    try catalog.catchUp()
    #expect(try catalog.headlines("nobody").count == 1 && catalog.headlines("people").isEmpty)
    #expect(try catalog.add([new]).versions == 1)
    _ = try catalog.undo(at: now)
    #expect(try catalog.detail(id)?.notes.isEmpty == true)
  }

  @Test func `of a version that is older than what was there leaves that as it is`() throws {
    let catalog = try Catalog.holding(new)
    let before = try catalog.rows(Listing(), .first(9))
    _ = try add([old], to: catalog)
    #expect(try catalog.rows(Listing(), .first(9))[0].versions == 2)
    _ = try catalog.undo(at: now)
    #expect(try catalog.rows(Listing(), .first(9)) == before)
  }

  @Test func `is taken back after what was set on its stories since`() throws {
    let catalog = try Catalog.inMemory()
    let id = try add([old], to: catalog)[0]
    _ = try catalog.apply(.note(id, section: 0, text: "Mine"), at: now)
    #expect(try catalog.undo(at: now).changes == [.note(id, section: 0, text: "")])
    #expect(try catalog.undo(at: now).withdrawn?.stories == 1)
  }

  @Test func `that goes on after an undo is another one from there on`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let adding = try Catalog.openOrCreate(at: path)
    let other = try Catalog.open(at: path)
    var addition: Addition? = Addition(at: now)
    _ = try adding.add([incoming("One", at: 1)], of: &addition)
    #expect(try other.undo(at: now).withdrawn?.stories == 1)
    _ = try adding.add([incoming("Two", at: 2)], of: &addition)
    _ = try adding.add([incoming("Three", at: 3)], of: &addition)
    #expect(try other.headlines() == ["Three", "Two"])
    #expect(try other.undo(at: now).withdrawn?.stories == 2)
  }

  @Test func `beside another one is taken back alone`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let catalogs = [try Catalog.openOrCreate(at: path), try Catalog.open(at: path)]
    var additions: [Addition?] = [Addition(at: now), Addition(at: now)]
    for number in 0..<6 {
      _ = try catalogs[number % 2].add(
        [incoming("Story \(number)", at: Int64(number) * 100)], of: &additions[number % 2])
    }
    _ = try catalogs[0].undo(at: now)
    #expect(try catalogs[0].headlines() == ["Story 4", "Story 2", "Story 0"])
    _ = try catalogs[0].undo(at: now)
    #expect(try catalogs[0].headlines().isEmpty)
  }
}
