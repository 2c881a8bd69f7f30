import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct `Opening a catalog` {
  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }

  private func make() throws {
    let catalog = try Catalog.openOrCreate(at: path)
    _ = try catalog.add([incoming("Port", at: 20, lede: "Rain.")])
    try catalog.catchUp()
  }

  private func sql(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `that a later program made touches nothing`() throws {
    try make()
    try sql("PRAGMA user_version = 7")
    try folder.expectUntouched {
      #expect(throws: CatalogError.newer(path: path, version: 7)) { _ = try Catalog.open(at: path) }
      #expect(throws: CatalogError.newer(path: path, version: 7)) { _ = try Catalog.openOrCreate(at: path) }
    }
  }

  @Test func `that a later program has just changed and not yet taken over touches nothing`() throws {
    try make()
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 7") }
    // What a kill leaves: the newer form stands in the log alone.
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    try queue.close()
    try sql("PRAGMA user_version = 1; PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL")
    try log.write(to: URL(fileURLWithPath: path + "-wal"))
    try folder.expectUntouched {
      #expect(throws: CatalogError.newer(path: path, version: 7)) { _ = try Catalog.open(at: path) }
      #expect(throws: CatalogError.newer(path: path, version: 7)) { _ = try Catalog.openOrCreate(at: path) }
    }
  }

  @Test func `that is another program's database touches nothing`() throws {
    try sql("CREATE TABLE letter(text); INSERT INTO letter VALUES ('Dear'); PRAGMA user_version = 1")
    try folder.expectUntouched {
      #expect(throws: CatalogError.foreign(path: path)) { _ = try Catalog.open(at: path) }
      #expect(throws: CatalogError.foreign(path: path)) { _ = try Catalog.openOrCreate(at: path) }
    }
  }

  @Test(arguments: ["x", "A letter.\n", String(repeating: "A longer letter. ", count: 4000)])
  func `that is a text touches nothing`(text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try folder.expectUntouched {
      #expect(throws: CatalogError.foreign(path: path)) { _ = try Catalog.open(at: path) }
      #expect(throws: CatalogError.foreign(path: path)) { _ = try Catalog.openOrCreate(at: path) }
    }
  }

  @Test func `that is a folder or a pipe is refused at once`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: CatalogError.cannotOpen(path: path)) { _ = try Catalog.openOrCreate(at: path) }
    try FileManager.default.removeItem(atPath: path)
    mkfifo(path, 0o600)
    #expect(throws: CatalogError.cannotOpen(path: path)) { _ = try Catalog.open(at: path) }
    #expect(throws: CatalogError.cannotOpen(path: path)) { _ = try Catalog.openOrCreate(at: path) }
  }

  @Test func `that a kill left empty goes on where it stopped`() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: CatalogError.missing(path: path)) { _ = try Catalog.open(at: path) }
    try make()
    #expect(try Catalog.open(at: path).headlines() == ["Port"])
  }

  @Test(arguments: [mode_t(0o000), 0o022, 0o077])
  func `makes every file for the user alone`(mask: mode_t) throws {
    let former = umask(mask)
    defer { umask(former) }
    let catalog = try Catalog.openOrCreate(at: path)
    _ = try catalog.add([incoming("Port", at: 20)])
    try catalog.catchUp()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
    #expect(names.contains("catalog.db-wal") && names.contains("lookup.db-shm"))
    for name in names { #expect(try folder.mode(of: name) == 0o600, "\(name)") }
  }

  @Test(arguments: ["garbage", "", "half", "foreign"])
  func `makes what is found in the stories anew when that is damaged`(damage: String) throws {
    try make()
    let lookup = URL(fileURLWithPath: folder.path("lookup.db"))
    let bytes = try Data(contentsOf: lookup)
    switch damage {
    case "half": try bytes.prefix(bytes.count / 2).write(to: lookup)
    case "foreign":
      try FileManager.default.removeItem(at: lookup)
      let queue = try DatabaseQueue(path: lookup.path)
      try queue.inDatabase { try $0.execute(sql: "CREATE TABLE words(x); PRAGMA user_version = 1") }
      try queue.close()
    default: try Data(repeating: 0x58, count: damage.isEmpty ? 0 : bytes.count).write(to: lookup)
    }
    let catalog = try Catalog.open(at: path)
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Port"])
  }

  @Test(arguments: [
    "CREATE TRIGGER harm AFTER UPDATE ON story BEGIN DELETE FROM text; END",
    "CREATE VIEW harm AS SELECT * FROM story",
    "DROP TABLE note; CREATE VIEW note AS SELECT number AS story, 0 AS section, headline AS text, date FROM story",
  ])
  func `runs nothing that someone hid in it`(harm: String) throws {
    try make()
    try sql(harm)
    #expect(throws: CatalogError.corrupt(path: path)) { _ = try Catalog.open(at: path) }
    #expect(try Catalog.rescue(at: path)?.saved == 1)
    #expect(try Catalog.open(at: path).headlines() == ["Port"])
  }

  @Test func `that vanished meanwhile is not made again empty by a mark`() throws {
    try make()
    let catalog = try Catalog.open(at: path)
    let id = try catalog.rows(Listing(), .first(1))[0].id
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: CatalogError.replaced(path: path)) {
      _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

extension TemporaryPlace {
  struct File: Hashable {
    var content: Data
    var changed: Date?
  }

  /// Every file by its name.
  func files() throws -> [String: File] {
    var files: [String: File] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path("")) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
      files[name] = File(
        content: try Data(contentsOf: URL(fileURLWithPath: path(name))),
        changed: attributes[.modificationDate] as? Date)
    }
    return files
  }

  /// No file is made, changed or written anew meanwhile.
  func expectUntouched(_ body: () throws -> Void) throws {
    let before = try files()
    try body()
    #expect(try files() == before)
  }

  func mode(of name: String) throws -> Int {
    var status = stat()
    #expect(lstat(path(name), &status) == 0)
    return Int(status.st_mode & 0o777)
  }
}
