import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct `A redo` {
  private let now = Moment(seconds: 1_790_000_000)
  private let port = incoming("Port", at: 200, lede: "Rain.", asks: [("Who pays?", "The town.")])
  private let ferry = incoming("Ferry", at: 100, lede: "Fog.")

  @Test func `makes again what was taken back, the last one first, and an undo takes it back once more`() throws {
    let catalog = try Catalog.holding(port, ferry)
    let ids = try catalog.rows(Listing(), .first(9)).map(\.id)
    let changes: [Change] = [
      .mark([ids[0]], .starred(true)), .mark(ids, .tagged("sea", true)), .note(ids[0], section: 0, text: "Ask"),
      .marks([Marking([ids[1]], .unread(false)), Marking([ids[1]], .starred(true))]),
      .keep(SavedQuery(name: "q", query: "x")), .edit(ids[1], [.headline("Boat")]), .remove([ids[0]], isRemoved: true),
    ]
    for change in changes { #expect(try catalog.apply(change, at: now)) }
    let after = try state(of: catalog)
    for _ in 0..<2 {
      for _ in changes { #expect(try catalog.undo(at: now).isReversible) }
      #expect(try catalog.undo(at: now).changes.isEmpty)
      for change in changes { #expect(try catalog.redo(at: now).changes == change.parts) }
      #expect(try catalog.redo(at: now).changes.isEmpty)
      #expect(try state(of: catalog) == after)
    }
    #expect(try catalog.undo(at: now).changes == [.remove([ids[0]], isRemoved: false)])
  }

  @Test func `ends with the next change, whatever that is, and not with what the reader does by itself`() throws {
    let catalog = try Catalog.holding(port, ferry)
    let ids = try catalog.rows(Listing(), .first(9)).map(\.id)
    _ = try catalog.apply(.mark([ids[0]], .starred(true)), at: now)
    _ = try catalog.undo(at: now)
    _ = try catalog.apply(.mark([ids[1]], .unread(false)), at: now, isUndoable: false)
    #expect(try catalog.redo(at: now).changes == [.mark([ids[0]], .starred(true))])
    _ = try catalog.undo(at: now)
    _ = try catalog.apply(.mark([ids[1]], .starred(true)), at: now)
    #expect(try catalog.redo(at: now).changes.isEmpty)
    #expect(try catalog.headlines("is:starred") == ["Ferry"])
    #expect(try catalog.undo(at: now).changes == [.mark([ids[1]], .starred(false))])
  }

  @Test func `brings an add back with all that was set on its stories, and then that`() throws {
    let catalog = try Catalog.holding(ferry)
    var addition: Addition? = Addition(at: now)
    let id = try catalog.add([port, incoming("Mill", at: 300)], of: &addition).ids[0]
    try catalog.catchUp()
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    let after = try state(of: catalog)
    for _ in 0..<2 { _ = try catalog.undo(at: now) }
    #expect(try catalog.headlines() == ["Ferry"])
    #expect(try catalog.redo(at: now).readmitted == Withdrawn(stories: 2, versions: 0))
    #expect(try catalog.redo(at: now).changes == [.mark([id], .starred(true))])
    #expect(try state(of: catalog) == after)
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Port"])
    #expect(try catalog.undo(at: now).changes.count == 1)
    #expect(try catalog.undo(at: now).withdrawn?.stories == 2)
  }

  @Test func `does not bring back what came again by itself, nor an add of newer versions`() throws {
    let catalog = try Catalog.holding(ferry)
    var addition: Addition? = Addition(at: now)
    _ = try catalog.add([port], of: &addition)
    _ = try catalog.undo(at: now)
    #expect(try catalog.add([port]).new == 1)
    #expect(try catalog.redo(at: now).changes.isEmpty)

    let named = [1, 2].map { incoming("Quay", at: $0 * 1000, lede: "Day \($0).", url: "https://x.example/1") }
    let id = try catalog.add([named[0]]).ids[0]
    addition = Addition(at: now)
    #expect(try catalog.add([named[1]], of: &addition).versions == 1)
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    #expect(try catalog.undo(at: now).isReversible)
    #expect(try !catalog.undo(at: now).isReversible)
    #expect(try catalog.redo(at: now).changes.isEmpty)
    #expect(try catalog.detail(id)?.story.lede.map(\.text) == ["Day 1."])
  }

  @Test func `of what was taken back long ago is only told, unless that is asked for`() throws {
    let catalog = try Catalog.holding(ferry)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    _ = try catalog.apply(.mark([id], .starred(true)), at: now)
    _ = try catalog.undo(at: now)
    let later = Moment(seconds: now.seconds + 100)
    #expect(try catalog.redo(at: later, since: later).heldBack == now)
    #expect(try catalog.headlines("is:starred").isEmpty)
    #expect(try catalog.redo(at: later).changes.count == 1)
    // It was done now, and an undo that asks for what is old does not ask.
    #expect(try catalog.undo(at: later, since: later).heldBack == nil)
  }

  @Test func `is kept with the catalog, as long as a purge does not forget it`() throws {
    let folder = TemporaryPlace()
    let path = folder.path("catalog.db")
    let catalog = try Catalog.openOrCreate(at: path)
    let id = try catalog.add([port]).ids[0]
    _ = try catalog.apply(.note(id, section: 0, text: "Secret"), at: now)
    _ = try catalog.undo(at: now)
    let other = try Catalog.open(at: path)
    #expect(try other.redo(at: now).changes == [.note(id, section: 0, text: "Secret")])
    _ = try other.undo(at: now)
    _ = try catalog.purge(removedUpTo: now)
    #expect(try other.redo(at: now).changes.isEmpty)
  }

  @Test func `has no more to go back to than an undo, whatever number the journal has come to`() throws {
    let catalog = try Catalog.holding(ferry)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    for number in 0..<1003 { _ = try catalog.apply(.mark([id], .starred(number % 2 == 0)), at: now) }
    var undone = 0
    while try !catalog.undo(at: now).changes.isEmpty { undone += 1 }
    var redone = 0
    while try !catalog.redo(at: now).changes.isEmpty { redone += 1 }
    #expect(undone == 1000 && redone == 1000)
    #expect(try catalog.headlines("is:starred") == ["Ferry"])
  }

  /// All that the changes are about.
  private func state(of catalog: Catalog) throws -> [String] {
    let rows = try catalog.rows(Listing(), .first(99)) + catalog.rows(Listing(query: "is:removed"), .first(99))
    let notes = try rows.compactMap { try catalog.detail($0.id)?.notes.map(\.text) }
    return rows.map { "\($0)" } + ["\(notes)", "\(try catalog.savedQueries())", "\(try catalog.count(Listing()))"]
  }
}
