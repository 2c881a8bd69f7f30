import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

/// Two steps here are made up, so that there are several.
@Suite struct `An older catalog` {
  private let folder = TemporaryPlace()
  private var files: CatalogFiles { CatalogFiles(catalog: folder.path("catalog.db")) }

  private struct Broken: Error {}

  private static func forms(_ third: @escaping Migrations.Step) -> Migrations {
    Migrations(after: [
      { try $0.execute(sql: "ALTER TABLE story ADD COLUMN mood TEXT; UPDATE story SET mood = headline") }, third,
    ])
  }

  private static let whole = forms { try $0.execute(sql: "UPDATE story SET mood = mood || '!'") }

  private func make() throws {
    let catalog = try Catalog.openOrCreate(at: files.catalog)
    let id = try catalog.add([incoming("Port", at: 20)]).ids[0]
    _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
  }

  private func moods() throws -> [String] {
    let queue = try DatabaseQueue(path: files.catalog)
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: "SELECT mood FROM story") }
  }

  @Test func `is brought forward step by step, and kept as it was`() throws {
    try make()
    let storage = try Storage.onDisk(files, forms: Self.whole)
    let upgrade = try #require(storage.upgrade)
    #expect(upgrade == Upgrade(from: 2, to: 4, backup: files.catalog + ".before-3"))
    #expect(try moods() == ["Port!"])
    #expect(try folder.mode(of: "catalog.db.before-3") == 0o600)
    let before = try Catalog.open(at: upgrade.backup)
    #expect(try before.rows(Listing(), .first(1)).map(\.isStarred) == [true])
    #expect(try Storage.onDisk(files, forms: Self.whole).upgrade == nil)
  }

  @Test func `stays in a whole form when a step fails, and comes further the next time`() throws {
    try make()
    let broken = Self.forms { database in
      try database.execute(sql: "DELETE FROM story")
      throw Broken()
    }
    #expect(throws: CatalogError.self) { _ = try Storage.onDisk(files, forms: broken) }
    #expect(try moods() == ["Port"])
    let upgrade = try #require(try Storage.onDisk(files, forms: Self.whole).upgrade)
    #expect(upgrade.from == 3)
    #expect(try moods() == ["Port!"])
  }

  @Test func `is refused by the program of before, which touches nothing`() throws {
    try make()
    _ = try Storage.onDisk(files, forms: Self.whole)
    try folder.expectUntouched {
      #expect(throws: CatalogError.newer(path: files.catalog, version: 4)) { _ = try Catalog.open(at: files.catalog) }
    }
  }

  /// The tables as the first release makes them, written down so that a change of theirs cannot pass for the same form.
  @Test func `of the first form opens, with everything in it`() throws {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sql = try String(contentsOf: checkout.appendingPathComponent("Forms/form-1.sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: files.catalog)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
    let catalog = try Catalog.open(at: files.catalog)
    try catalog.catchUp()
    #expect(try catalog.headlines() == ["A ferry turns back", "A port grows"])
    #expect(try catalog.headlines("cranes") == ["A port grows"])
    let id = try catalog.rows(Listing(), .last(1))[0].id
    let detail = try #require(try catalog.detail(id))
    #expect(detail.row.isStarred && detail.row.tags == ["sea"] && !detail.row.isUnread && detail.versions == 2)
    #expect(detail.notes.map(\.text) == ["Ask them"])
    #expect(detail.bookmark?.open == [0])
    #expect(try catalog.savedQueries() == [SavedQuery(name: "ports", query: "port")])
    #expect(try catalog.undo(at: Moment(seconds: 9)).changes == [.forget("ports")])
  }
}
