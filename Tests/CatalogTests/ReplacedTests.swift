import Briefing
import Foundation
import GRDB
import System
import Testing

@testable import Catalog

/// What a tool that syncs or restores does: it renames another catalog over the one that is open.
@Suite struct `A catalog that is replaced while it is open` {
  private let folder = TemporaryPlace()
  private let elsewhere = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }
  private let catalog: Catalog
  private let id: StoryID

  init() throws {
    catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    id = try catalog.add([incoming("Port", at: 20, lede: "Rain.")]).ids[0]
    try catalog.sync()
    try catalog.catchUp()
  }

  /// Another catalog in its place, which holds the same story and one more.
  private func replace() throws {
    let other = try Catalog.openOrCreate(at: elsewhere.path("catalog.db"))
    _ = try other.add([incoming("Port", at: 20, lede: "Rain."), incoming("Cranes", at: 40, lede: "Rain.")])
    try other.sync()
    try DatabaseQueue(path: elsewhere.path("catalog.db")).inDatabase {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    #expect(rename(elsewhere.path("catalog.db"), path) == 0)
  }

  private func star() throws -> Bool {
    try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
  }

  @Test func `says that a change is not kept, and keeps it in the other one once that is opened`() throws {
    try replace()
    #expect(throws: CatalogError.replaced(path: path)) { _ = try star() }
    #expect(try catalog.reopen() != nil)
    #expect(try star())
    #expect(try Catalog.open(at: path).rows(Listing(), .first(9)).map(\.isStarred) == [false, true])
    #expect(try catalog.headlines() == ["Cranes", "Port"])
    #expect(try catalog.reopen() == nil)
  }

  @Test func `notices it when it had written before`() throws {
    #expect(try star())
    try replace()
    #expect(throws: CatalogError.replaced(path: path)) {
      _ = try catalog.apply(.note(id, section: nil, text: "Ask"), at: Moment(seconds: 2))
    }
    #expect(throws: CatalogError.replaced(path: path)) { try catalog.sync() }
    #expect(throws: CatalogError.replaced(path: path)) {
      try catalog.remember(Bookmark(place: Place(.headline)), of: id)
    }
  }

  @Test func `is kept beside the other one, with all that was marked`() throws {
    #expect(try star())
    try replace()
    let kept = try #require(try catalog.reopen()?.kept)
    #expect(kept.hasPrefix(path + ".replaced-"))
    #expect(try Catalog.open(at: kept).rows(Listing(), .first(9)).map(\.isStarred) == [true])
    #expect(try folder.mode(of: (kept as NSString).lastPathComponent) == 0o600)
  }

  @Test func `that has another name is not kept twice`() throws {
    #expect(link(path, folder.path("catalog.db.old")) == 0)
    try replace()
    let replacement = try #require(try catalog.reopen())
    #expect(replacement.kept == nil)
    #expect(try !folder.files().keys.contains { $0.contains("replaced") })
  }

  @Test func `leaves no log behind that would garble the other one`() throws {
    // The star stands in the log alone.
    #expect(try star())
    try replace()
    #expect(Files.size(of: path + "-wal") > 0)
    #expect(try catalog.reopen() != nil)
    #expect(try catalog.flaws(in: .catalog).isEmpty)
    #expect(try catalog.rows(Listing(), .first(9)).map(\.isStarred) == [false, false])
  }

  @Test func `or taken away can be read, and no more changed`() throws {
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: CatalogError.replaced(path: path)) { _ = try star() }
    #expect(throws: CatalogError.missing(path: path)) { _ = try catalog.reopen() }
    #expect(try catalog.headlines() == ["Port"])
    #expect(try catalog.detail(id)?.story.headline == "Port")
    let kept = try #require(catalog.keptCopy)
    #expect(try Catalog.open(at: kept).headlines() == ["Port"])
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `by something that is no catalog can be read, and that stays as it is`() throws {
    try Data("A letter.".utf8).write(to: URL(fileURLWithPath: elsewhere.path("letter")))
    #expect(rename(elsewhere.path("letter"), path) == 0)
    #expect(throws: CatalogError.foreign(path: path)) { _ = try catalog.reopen() }
    #expect(try catalog.headlines() == ["Port"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("A letter.".utf8))
  }

  @Test func `finds what is in the other one`() throws {
    #expect(try catalog.headlines("rain") == ["Port"])
    try replace()
    _ = try catalog.reopen()
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Cranes", "Port"])
    #expect(try catalog.hasChanged())
  }
}
