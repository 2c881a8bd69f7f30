import Briefing
import Catalog
import Foundation
import GRDB
import Reader
import Synchronization
import Testing

@testable import courant

@Suite("An older catalog that the reader has open")
struct OlderCatalogTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("is brought forward behind it, also where everything can be found already")
  func broughtForward() throws {
    let path = folder.path + "/catalog.db"
    try make(at: path)
    let catalog = try Catalog.open(at: path)
    try catalog.catchUp()
    #expect(try catalog.lag() == 0)
    #expect(try catalog.isOlder())
    let writer = try ChangeWriter(catalog: catalog, backgroundIndexer: BackgroundIndexer(catalog: catalog)) { _ in }
    writer.look()
    let end = ContinuousClock.now + .seconds(60)
    while try catalog.isOlder(), ContinuousClock.now < end { usleep(50_000) }
    #expect(try !catalog.isOlder())
    #expect(writer.close(within: .seconds(20)) == nil)
  }

  @Test("is what the first change waits for, and that is said before it is done")
  func saidBefore() throws {
    let path = folder.path + "/catalog.db"
    try make(at: path)
    let catalog = try Catalog.open(at: path)
    let id = try #require(try catalog.rows(Listing(), .first(1)).first).id
    let said = Mutex<[Message]>([])
    let writer = try ChangeWriter(catalog: catalog) { message in said.withLock { $0.append(message) } }
    let changes = [Change.mark([id], .tagged("a", true)), .mark([id], .tagged("b", true))]
    for change in changes { writer.apply(change) }
    #expect(writer.close(within: .seconds(20)) == nil)
    let messages = said.withLock(\.self).filter { if case .searchable = $0 { false } else { true } }
    #expect(messages == [.told(UpgradeStage.begins.sentence)] + changes.map { .changed($0) })
  }

  /// The tables as the first version had them.
  private func make(at path: String) throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let sql = try String(
      contentsOf: tests.appendingPathComponent("CatalogTests/Forms/form-1.sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql + "PRAGMA journal_mode = WAL") }
    try queue.close()
  }
}
