import Briefing
import Foundation
import GRDB
import Testing

@testable import Catalog

/// What a kill, a full disk or somebody else left beside a catalog.
@Suite struct `A catalog with something in its way` {
  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }

  private func make(onNetwork: Bool = false) throws -> StoryID {
    let catalog = try Catalog.openOrCreate(at: path, onNetwork: onNetwork)
    let id = try catalog.add([incoming("Port", at: 20, lede: "Rain.")]).ids[0]
    try catalog.catchUp()
    return id
  }

  private func star(_ id: StoryID) throws {
    _ = try Catalog.open(at: path).apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  private func block(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
  }

  @Test func `where programs cannot share memory is read all the same, and told when it is to be changed`() throws {
    let id = try make()
    for name in ["catalog.db-shm", "lookup.db-shm"] { try block(name) }
    let catalog = try Catalog.open(at: path)
    #expect(try catalog.headlines("rain") == ["Port"])
    #expect(throws: CatalogError.self) { _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)) }
    #expect(try Catalog.open(at: path).headlines() == ["Port"])
  }

  @Test func `shows what a kill left in its log where programs cannot share memory`() throws {
    let id = try make()
    let catalog = try Catalog.open(at: path)
    _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1))
    #expect(try catalog.headlines("rain") == ["Port"])
    let left = try ["catalog.db", "catalog.db-wal", "lookup.db", "lookup.db-wal"].map { ($0, try bytes($0)) }
    let other = TemporaryPlace()
    for (name, content) in left { try Data(content).write(to: URL(fileURLWithPath: other.path(name))) }
    for name in ["catalog.db-shm", "lookup.db-shm"] {
      try FileManager.default.createDirectory(atPath: other.path(name), withIntermediateDirectories: false)
    }
    let saved = try Catalog.open(at: other.path("catalog.db"))
    #expect(try saved.rows(Listing(), .first(9)).map(\.isStarred) == [true])
  }

  /// Nothing, half a page, and a page that was there before: what a kill leaves of the last page of a commit.
  @Test(arguments: [8192, 4096, 0])
  func `opens as it was before a commit that a kill broke off`(missing: Int) throws {
    let catalog = try Catalog.openOrCreate(at: path)
    _ = try catalog.add([incoming("Port", at: 20, lede: "Rain.")])
    let before = try bytes("catalog.db-wal").count
    try catalog.sync()
    var log = try bytes("catalog.db-wal")
    #expect(log.count > before)
    log.removeLast(missing)
    if missing == 0 { for place in (log.count - 8192)..<log.count { log[place] = 0x58 } }
    let other = TemporaryPlace()
    for name in ["catalog.db", "catalog.db-wal"] {
      try Data(name == "catalog.db" ? try bytes(name) : log).write(to: URL(fileURLWithPath: other.path(name)))
    }
    #expect(try Catalog.open(at: other.path("catalog.db")).headlines() == ["Port"])
  }

  @Test func `on a disk of another machine goes back to before a change that a kill broke off`() throws {
    let id = try make(onNetwork: true)
    let before = try bytes("catalog.db")
    try star(id)
    #expect(try bytes("catalog.db") != before)
    try put(MadeUpJournal.restoring(before, pageSize: CatalogSchema.pageSize), "catalog.db-journal")
    let catalog = try Catalog.open(at: path)
    #expect(try catalog.rows(Listing(), .first(9)).map(\.isStarred) == [false])
    #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)))
    #expect(try catalog.flaws(in: .catalog).isEmpty)
  }

  @Test func `whose lookup a kill left half written finds everything`() throws {
    _ = try make(onNetwork: true)
    let before = try bytes("lookup.db")
    let catalog = try Catalog.open(at: path)
    _ = try catalog.add([incoming("Cranes", at: 40, lede: "Rain.")])
    try catalog.catchUp()
    try put(MadeUpJournal.restoring(before, pageSize: LookupSchema.pageSize), "lookup.db-journal")
    let again = try Catalog.open(at: path)
    try again.catchUp()
    #expect(try again.headlines("rain") == ["Cranes", "Port"])
    #expect(try again.flaws(in: .lookup).isEmpty)
  }

  @Test func `whose journal was begun and not half begun is read`() throws {
    let id = try make(onNetwork: true)
    try star(id)
    for name in ["catalog.db-journal", "lookup.db-journal"] {
      for count in [1, 6, 8, 12] {
        let begun = MadeUpJournal.restoring(try bytes("catalog.db"), pageSize: CatalogSchema.pageSize).prefix(count)
        try put(begun + [UInt8](repeating: 0, count: 600 - count), name)
        #expect(
          try Catalog.open(at: path).rows(Listing(), .first(9)).map(\.isStarred) == [true], "\(count) bytes of \(name)")
      }
    }
  }

  @Test func `that a power failure left half made is made anew`() throws {
    try put([UInt8](repeating: 0x58, count: 3 * CatalogSchema.pageSize), "catalog.db")
    try put(MadeUpJournal.restoring([], pageSize: CatalogSchema.pageSize), "catalog.db-journal")
    #expect(throws: CatalogError.missing(path: path)) { _ = try Catalog.open(at: path) }
    _ = try make()
    #expect(try Catalog.open(at: path).headlines("rain") == ["Port"])
  }

  @Test func `in whose last step to a newer version a kill came takes that step again`() throws {
    _ = try make(onNetwork: true)
    let before = try bytes("catalog.db")
    var half = before
    // The header says the next version already, and nothing of that was committed.
    half[63] = UInt8(CatalogSchema.version + 1)
    try put(half, "catalog.db")
    try put(MadeUpJournal.restoring(before, pageSize: CatalogSchema.pageSize), "catalog.db-journal")
    let migrations = Migrations(after: [{ try $0.execute(sql: "ALTER TABLE story ADD COLUMN mood TEXT") }])
    let storage = try Storage.onDisk(CatalogFiles(catalog: path), migrations: migrations)
    #expect(
      storage.upgrade.value?.from == CatalogSchema.version && storage.upgrade.value?.to == CatalogSchema.version + 1)
    #expect(try Catalog(storage).headlines() == ["Port"])
  }

  @Test(arguments: ["-wal", "-journal", "-shm"], ["link", "pipe"])
  func `writes through nothing that was planted beside it`(ending: String, kind: String) throws {
    let id = try make()
    let victim = folder.path("victim")
    try Data().write(to: URL(fileURLWithPath: victim))
    try? FileManager.default.removeItem(atPath: path + ending)
    if kind == "link" { symlink(victim, path + ending) } else { mkfifo(path + ending, 0o600) }
    #expect(throws: CatalogError.cannotOpen(path: path + ending)) { try star(id) }
    #expect(throws: CatalogError.cannotOpen(path: path + ending)) { _ = try Catalog.openOrCreate(at: path) }
    #expect(try bytes("victim").isEmpty)
    unlink(path + ending)
    #expect(try Catalog.open(at: path).headlines() == ["Port"])
  }

  @Test(arguments: ["lookup.db", "lookup.db-wal", "lookup.db-journal"], ["link", "pipe"])
  func `makes its lookup anew where something was planted in its place`(name: String, kind: String) throws {
    _ = try make()
    let victim = folder.path("victim")
    try Data().write(to: URL(fileURLWithPath: victim))
    try? FileManager.default.removeItem(atPath: folder.path(name))
    if kind == "link" { symlink(victim, folder.path(name)) } else { mkfifo(folder.path(name), 0o600) }
    let catalog = try Catalog.open(at: path)
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Port"])
    #expect(try bytes("victim").isEmpty)
  }
}

/// The journal that SQLite writes before it changes pages, as a kill leaves it
/// (https://www.sqlite.org/fileformat2.html, 3).
enum MadeUpJournal {
  /// One from which the whole database becomes what it was.
  static func restoring(_ bytes: [UInt8], pageSize: Int) -> [UInt8] {
    let count = bytes.count / pageSize
    var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    for number in [count, 0, count, 512, pageSize] { journal += bigEndian(number) }
    journal += [UInt8](repeating: 0, count: 512 - journal.count)
    for page in 0..<count {
      let content = bytes[(page * pageSize)..<((page + 1) * pageSize)]
      let sum = stride(from: pageSize - 200, to: 0, by: -200).reduce(0) { $0 + Int(content[page * pageSize + $1]) }
      journal += bigEndian(page + 1) + content + bigEndian(sum)
    }
    return journal
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
