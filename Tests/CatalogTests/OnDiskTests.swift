import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct `A catalog on disk` {
  private let folder = TemporaryPlace()

  private func open() throws -> Catalog { try Catalog.openOrCreate(at: folder.path("catalog.db")) }

  @Test func `holds after a restart what was put in, read and set`() throws {
    let first = try open()
    let ids = try first.add([
      incoming("Port", at: 20, lede: "Rain.", asks: [("Who?", "We.")]), incoming("Cranes", at: 40),
    ]).ids
    #expect(try first.apply(.mark([ids[0]], .starred(true)), at: Moment(seconds: 1)))
    #expect(try first.apply(.mark([ids[0]], .tagged("sea", true)), at: Moment(seconds: 2)))
    #expect(try first.apply(.note(ids[0], section: 0, text: "Ask them"), at: Moment(seconds: 3)))
    #expect(try first.apply(.keep(SavedQuery(name: "ports", query: "port")), at: Moment(seconds: 4)))
    let bookmark = Bookmark(place: Place(.paragraph(section: 0, index: 0), offset: 2), open: [0], read: [0])
    try first.remember(bookmark, of: ids[0])

    let second = try Catalog.open(at: folder.path("catalog.db"))
    #expect(try second.headlines() == ["Cranes", "Port"])
    let detail = try #require(try second.detail(ids[0]))
    #expect(detail.row.isStarred && detail.row.tags == ["sea"])
    #expect(detail.notes.map(\.text) == ["Ask them"])
    #expect(detail.bookmark == bookmark)
    #expect(try second.savedQueries() == [SavedQuery(name: "ports", query: "port")])
  }

  @Test func `takes changes back one by one, also after a restart`() throws {
    let first = try open()
    let ids = try first.add([incoming("Port", at: 20), incoming("Cranes", at: 40)]).ids
    _ = try first.apply(.mark([ids[0]], .unread(false)), at: Moment(seconds: 1))
    _ = try first.apply(.mark(ids, .unread(false)), at: Moment(seconds: 2))
    _ = try first.apply(.note(ids[0], section: nil, text: "one"), at: Moment(seconds: 3))
    _ = try first.apply(.note(ids[0], section: nil, text: "two"), at: Moment(seconds: 4))
    let second = try Catalog.open(at: folder.path("catalog.db"))
    let now = Moment(seconds: 9)
    #expect(try second.undo(at: now) == Undone(changes: [.note(ids[0], section: nil, text: "one")], headline: "Port"))
    #expect(try second.undo(at: now) == Undone(changes: [.note(ids[0], section: nil, text: "")], headline: "Port"))
    #expect(try second.undo(at: now) == Undone(changes: [.mark([ids[1]], .unread(true))], headline: "Cranes"))
    #expect(try second.count(Listing()) == RowCount(stories: 2, unread: 1))
    #expect(try second.undo(at: now) == Undone(changes: [.mark([ids[0]], .unread(true))], headline: "Port"))
    #expect(try second.undo(at: now) == Undone())
  }

  @Test func `tells what another program wrote, once, and never what was written here`() throws {
    let ours = try open()
    let ids = try ours.add([incoming("Port", at: 20)]).ids
    let reader = try Catalog.open(at: folder.path("catalog.db"))
    _ = try reader.hasChanged()
    #expect(try !reader.hasChanged())
    _ = try ours.apply(.mark(ids, .starred(true)), at: Moment(seconds: 1))
    #expect(try reader.hasChanged())
    #expect(try !reader.hasChanged())
    // Written by another one just before the first change made here.
    _ = try ours.apply(.mark(ids, .starred(false)), at: Moment(seconds: 2))
    _ = try reader.apply(.mark(ids, .unread(false)), at: Moment(seconds: 3))
    #expect(try reader.hasChanged())
    _ = try reader.apply(.mark(ids, .unread(true)), at: Moment(seconds: 4))
    try reader.remember(Bookmark(place: Place(.headline, offset: 0)), of: ids[0])
    #expect(try !reader.hasChanged())
    _ = try ours.add([incoming("Cranes", at: 40)])
    #expect(try reader.hasChanged() && !reader.hasChanged())
  }

  @Test func `is searchable once it has caught up, and not twice as much after a second time`() throws {
    let catalog = try open()
    _ = try catalog.add([incoming("Port", at: 20, lede: "Rain.", cites: ["a.example"]), incoming("Rain", at: 40)])
    #expect(try catalog.lag() == 2)
    #expect(try catalog.headlines("rain") == [])
    try catalog.catchUp()
    try catalog.catchUp()
    #expect(try catalog.lag() == 0)
    #expect(try catalog.headlines("rain") == ["Rain", "Port"])
    #expect(try catalog.sources().map(\.claims) == [1])
  }

  @Test func `makes what is found in it anew when that was deleted`() throws {
    _ = try open().add([incoming("Port", at: 20, lede: "Rain.")])
    try open().catchUp()
    for name in ["lookup.db", "lookup.db-wal", "lookup.db-shm"] {
      try? FileManager.default.removeItem(atPath: folder.path(name))
    }
    let catalog = try open()
    #expect(try catalog.lag() == 1)
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Port"])
  }

  @Test func `is written to the disk when an add is said to be kept`() throws {
    let catalog = try open()
    _ = try catalog.add([incoming("Port", at: 20)])
    func written() throws -> Int { try folder.files()["catalog.db-wal"]?.content.count ?? 0 }
    let before = try written()
    try catalog.sync()
    // SQLite waits for the disk only when it has written something.
    #expect(try written() > before)
  }

  @Test func `holds all by itself what was changed, once it was settled, so that closing it waits for no disk`() throws
  {
    let catalog = try open()
    let ids = try catalog.add([incoming("Port", at: 20)]).ids
    _ = try catalog.apply(.mark(ids, .starred(true)), at: Moment(seconds: 1))
    try catalog.remember(Bookmark(place: Place(.headline, offset: 2)), of: ids[0])
    try catalog.settle()
    let alone = folder.path("alone.db")
    try FileManager.default.copyItem(atPath: folder.path("catalog.db"), toPath: alone)
    let detail = try #require(try Catalog.open(at: alone).detail(ids[0]))
    #expect(detail.row.isStarred && detail.bookmark?.place.offset == 2)
  }

  @Test func `of which an older copy was put back finds what is in that, and what is added to it`() throws {
    let path = folder.path("catalog.db")
    func add(_ headline: String, _ seconds: Int64) throws {
      let catalog = try open()
      _ = try catalog.add([incoming(headline, at: seconds, lede: "Rain.")])
      try catalog.catchUp()
    }
    try add("Port", 20)
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let copy = try Data(contentsOf: URL(fileURLWithPath: path))
    try add("Cranes", 40)
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    try copy.write(to: URL(fileURLWithPath: path))
    #expect(try open().headlines() == ["Port"])
    try add("Ferry", 60)
    let catalog = try open()
    #expect(try catalog.headlines("rain") == ["Ferry", "Port"])
    #expect(try catalog.lag() == 0)
  }

  @Test func `takes changes back in the order in which they were made, whatever the clock said`() throws {
    let catalog = try open()
    let id = try catalog.add([incoming("Port", at: 20)]).ids[0]
    let tenYears: Int64 = 315_360_000
    for (number, seconds) in [0, tenYears, -tenYears].enumerated() {
      _ = try catalog.apply(.mark([id], .tagged("t\(number)", true)), at: Moment(seconds: 1_790_000_000 + seconds))
    }
    for number in [2, 1, 0] {
      #expect(try catalog.undo(at: Moment(seconds: 5)).changes == [.mark([id], .tagged("t\(number)", false))])
    }
  }

  @Test func `that is not there is missed by name`() {
    let path = folder.path("catalog.db")
    #expect(throws: CatalogError.missing(path: path)) { _ = try Catalog.open(at: path) }
  }

  @Test func `that is something else is refused and left as it is`() throws {
    let path = folder.path("catalog.db")
    let text = Data("This is a letter, and no database at all; it is long enough to be looked at.".utf8)
    try text.write(to: URL(fileURLWithPath: path))
    #expect(throws: CatalogError.foreign(path: path)) { _ = try Catalog.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
  }
}
