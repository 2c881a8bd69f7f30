import Briefing
import Testing

@testable import Catalog

@Suite struct `A changed story` {
  private let old = incoming(
    "A port loses cranes", at: 1000, lede: "Three cranes fell on Monday. Nobody was hurt.", cites: ["old.example"],
    asks: [("What fell?", "Three cranes fell into the harbour basin."), ("Who pays?", "The insurer pays for it.")])
  private let new = incoming(
    "A port loses cranes", at: 90_000, lede: "Three cranes fell on Monday. Two people were hurt.",
    cites: ["new.example"],
    asks: [("What fell?", "Three cranes fell into the harbour basin."), ("Who pays?", "The insurer refuses to pay.")])

  @Test func `becomes a newer version, and the older one stays within reach`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let added = try catalog.add([new])
    #expect(added.versions == 1 && added.ids == [id])
    let row = try catalog.rows(Listing(), .first(9))
    #expect(row.map(\.id) == [id])
    #expect(row[0].date == Moment(seconds: 90_000) && row[0].versions == 2)
    let detail = try #require(try catalog.detail(id))
    #expect(detail.version == 2 && detail.story.lede[0].text.hasSuffix("Two people were hurt."))
    #expect(detail.changes?.new.contains(.paragraph(section: 1, index: 0)) == true)
    #expect(detail.changes?.new.contains(.heading(section: 0)) == false)
    #expect(try catalog.detail(id, version: 1)?.story.lede[0].text.hasSuffix("Nobody was hurt.") == true)
    #expect(try catalog.detail(id, version: 1)?.date == old.date && detail.date == new.date && old.date != new.date)
    #expect(try catalog.detail(id, version: 3) == nil)
    #expect(try catalog.original(id, version: 1) == old.original)
  }

  @Test func `is foreseen, and nothing is different for that`() throws {
    let catalog = try Catalog.holding(old)
    let other = incoming("Rice prices fall", lede: "Rice costs a tenth less than a year ago, and nobody knows why.")
    let gone = incoming("A mill that buys rain", lede: "The mill pays for every drop that falls on its own roof.")
    let removed = try catalog.add([gone]).ids
    #expect(try catalog.apply(.remove(removed, isRemoved: true), at: Moment(seconds: 9)))
    let before = try catalog.rows(Listing(), .first(9))
    let foreseen = try catalog.foresee([new, other, old, gone])
    #expect((foreseen.versions, foreseen.new, foreseen.known, foreseen.removed) == (1, 1, 1, 1))
    #expect(foreseen.existing == "A port loses cranes")
    #expect(try catalog.rows(Listing(), .first(9)) == before)
    let added = try catalog.add([new, other])
    #expect(added.versions == 1 && added.new == 1)
  }

  @Test func `is found by what it says now, and no more by what it said`() throws {
    let catalog = try Catalog.holding(old)
    _ = try catalog.add([new])
    #expect(try catalog.headlines("refuses").count == 1)
    #expect(try catalog.headlines("nobody").isEmpty)
    #expect(try catalog.sources().map(\.host) == ["new.example"])
    #expect(try catalog.headlines("source:old.example").isEmpty)
  }

  @Test func `changes nothing when it comes again, in whichever version`() throws {
    let catalog = try Catalog.holding(old)
    _ = try catalog.add([new])
    let again = try catalog.add([old, new, old])
    #expect(again.known == 3 && again.versions == 0)
    #expect(try catalog.count(Listing()) == RowCount(stories: 1, unread: 1))
  }

  @Test func `that comes after its newer version is stamp behind it`() throws {
    let catalog = try Catalog.holding(new)
    let added = try catalog.add([old])
    #expect(added.versions == 1)
    let detail = try #require(try catalog.detail(added.ids[0]))
    #expect(detail.version == 2 && detail.versions == 2)
    #expect(detail.story.lede[0].text.hasSuffix("Two people were hurt."))
    #expect(try catalog.headlines("refuses").count == 1)
  }

  @Test func `keeps what the user set on it`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let now = Moment(seconds: 0)
    for mark in [Mark.unread(false), .starred(true), .tagged("sea", true)] {
      _ = try catalog.apply(.mark([id], mark), at: now)
    }
    _ = try catalog.apply(.note(id, section: 1, text: "Ask the insurer"), at: now)
    try catalog.remember(Bookmark(place: Place(.heading(section: 1)), open: [1], progress: .finished), of: id)
    _ = try catalog.add([new])
    let detail = try #require(try catalog.detail(id))
    #expect(detail.row.isUnread && detail.row.isStarred && detail.row.tags == ["sea"])
    #expect(detail.notes.map(\.section) == [1])
    #expect(detail.bookmark?.place == Place(.heading(section: 1)))
    #expect(detail.row.progress == .begun)
  }

  @Test func `lets undo take a note back where it is now`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let now = Moment(seconds: 0)
    for (section, text) in [(0, "one"), (1, "two"), (1, "two and more")] {
      _ = try catalog.apply(.note(id, section: section, text: text), at: now)
    }
    _ = try catalog.add([
      incoming(
        "A port loses cranes", at: 90_000, lede: "Three cranes fell on Monday. Nobody was hurt.",
        asks: [
          ("When was it?", "At six."), ("What fell?", "Three cranes fell into the harbour basin."),
          ("Who pays?", "The insurer pays for it."),
        ])
    ])
    func notes() throws -> [Int?: String] {
      Dictionary(try catalog.detail(id)?.notes.map { ($0.section, $0.text) } ?? []) { $1 }
    }
    #expect(try notes() == [1: "one", 2: "two and more"])
    _ = try catalog.undo(at: now)
    #expect(try notes() == [1: "one", 2: "two"])
    _ = try catalog.undo(at: now)
    #expect(try notes() == [1: "one"])
  }

  @Test func `in which two notes became one keeps both, and undo takes neither`() throws {
    let catalog = try Catalog.holding(old)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let now = Moment(seconds: 0)
    for (section, text) in [(0, "one"), (1, "two")] {
      _ = try catalog.apply(.note(id, section: section, text: text), at: now)
    }
    let joined = "Three cranes fell into the harbour basin. The insurer pays for it."
    _ = try catalog.add([
      incoming(
        "A port loses cranes", at: 90_000, lede: "Three cranes fell on Monday. Nobody was hurt.",
        asks: [("What fell?", joined)])
    ])
    #expect(try catalog.detail(id)?.notes.map(\.text) == ["one\n\ntwo"])
    #expect(try catalog.undo(at: now).changes.isEmpty)
    #expect(try catalog.detail(id)?.notes.map(\.text) == ["one\n\ntwo"])
  }

  @Test(arguments: [(6, nil), (8, nil), (9, "a fifth"), (14, "a third")] as [(Int, String?)])
  func `that lost more than a fifth of its words is taken and told, and one undo brings it back`(
    gone: Int, share: String?
  ) throws {
    func told(_ sentences: Int, at seconds: Int64) -> IncomingStory {
      let lede = (0..<sentences).map { "Crane \($0) fell on day \($0) of the storm and rose again. " }.joined()
      return incoming("A port loses cranes", at: seconds, lede: lede)
    }
    let catalog = try Catalog.holding(told(40, at: 1000))
    let id = try catalog.rows(Listing(), .first(1))[0].id
    let before = try catalog.detail(id)
    var addition: Addition? = Addition(at: Moment(seconds: 0))
    let added = try catalog.add([told(40 - gone, at: 9000)], of: &addition)
    #expect(added.versions == 1 && added.shortened.map(\.share) == (share.map { [$0] } ?? []))
    #expect(added.shortened.allSatisfy { $0.story == id && $0.headline == "A port loses cranes" })
    let withdrawn = Withdrawn(stories: 0, versions: 1, headline: "A port loses cranes")
    #expect(try catalog.undo(at: Moment(seconds: 1)).withdrawn == withdrawn)
    #expect(try catalog.detail(id) == before)
    // What is older is kept behind the longer one, and nothing is said.
    #expect(try catalog.add([told(10, at: 500)]).shortened.isEmpty)
  }

  @Test func `with the same headline and other words is another story`() throws {
    let catalog = try Catalog.holding(
      incoming("Morning briefing", at: 1, lede: "Rain falls in the north."),
      incoming("Morning briefing", at: 99_000, lede: "The vote on bread prices is tonight."))
    #expect(try catalog.count(Listing()).stories == 2)
  }
}
