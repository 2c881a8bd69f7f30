import Briefing
import Foundation
import GRDB
import Samples
import Synchronization
import System
import Testing

@testable import Catalog

/// What is found in the stories can be made again, so nothing that happens to it may be in the way of anything else.
@Suite struct `A lookup that is disturbed while it is open` {
  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }
  private var lookup: String { folder.path("lookup.db") }
  private let catalog: Catalog
  private let id: StoryID

  init() throws {
    catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    let stories = (0..<60).map { number in
      incoming("Port \(number)", at: Int64(number * 40), lede: String(repeating: "Rain \(number). ", count: 200))
    }
    id = try catalog.add(stories).ids[0]
    try catalog.sync()
    try catalog.catchUp()
    #expect(try catalog.headlines("rain").count == 60)
  }

  enum Disturbance: CaseIterable {
    case deleted, replacedByAnother, replacedByText, truncated, cutInHalf, garbled, memoryTruncated
  }

  private func disturb(_ kind: Disturbance) throws {
    switch kind {
    case .deleted: for file in CatalogFiles.companions(of: lookup) + [lookup] { Files.remove(file) }
    case .replacedByAnother:
      let other = TemporaryPlace()
      try Catalog.openOrCreate(at: other.path("catalog.db")).catchUp()
      #expect(rename(other.path("lookup.db"), lookup) == 0)
    case .replacedByText:
      try Data("A letter.".utf8).write(to: URL(fileURLWithPath: folder.path("letter")))
      #expect(rename(folder.path("letter"), lookup) == 0)
    case .truncated: #expect(truncate(lookup, 0) == 0)
    case .cutInHalf: #expect(truncate(lookup, off_t(Files.size(of: lookup) / 2)) == 0)
    case .garbled:
      // What stands in the log would hide it.
      try DatabaseQueue(path: lookup).inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: lookup))
      try file.write(contentsOf: Data(repeating: 0x58, count: Files.size(of: lookup)))
      try file.close()
    case .memoryTruncated: #expect(truncate(lookup + "-shm", 0) == 0)
    }
  }

  @Test(arguments: Disturbance.allCases)
  func `is in the way of no story and no mark`(kind: Disturbance) throws {
    try disturb(kind)
    #expect(try catalog.detail(id)?.story.headline == "Port 0")
    #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)))
    #expect(try catalog.headlines().count == 60)
    #expect(try catalog.headlines("is:starred") == ["Port 0"])
  }

  @Test(arguments: Disturbance.allCases)
  func `is made anew when the same is asked again`(kind: Disturbance) throws {
    try disturb(kind)
    do {
      _ = try catalog.hits(Search("rain"), limit: 10)
    } catch {
      #expect(error == .corrupt(path: lookup))
    }
    _ = try catalog.hits(Search("rain"), limit: 10)
    try catalog.catchUp()
    #expect(try catalog.lag() == 0)
    #expect(try catalog.headlines("rain").count == 60)
    #expect(try catalog.flaws(in: .lookup).isEmpty)
    #expect(try folder.mode(of: "lookup.db") == 0o600)
  }

  @Test(.enabled(if: Thorough.isWanted))
  func `that another program locks keeps nobody from reading and marking, and is named where it is needed`()
    throws
  {
    let fresh = TemporaryPlace()
    let path = fresh.path("catalog.db")
    let id = try Catalog.openOrCreate(at: path).add([incoming("Port", at: 20)]).ids[0]
    try Catalog.open(at: path).catchUp()
    let other = try DatabaseQueue(path: fresh.path("lookup.db"))
    try other.inDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT") }
    let waited = try ContinuousClock().measure {
      let catalog = try Catalog.open(at: path)
      #expect(try catalog.detail(id)?.story.headline == "Port")
      #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)))
    }
    #expect(waited < .seconds(3))
    #expect(throws: CatalogError.lookupBusy) { _ = try Catalog.open(at: path).headlines("port") }
    try other.close()
  }

  @Test func `that is thrown away again and again does not keep an add at work for ever`() throws {
    let rounds = Mutex(0)
    #expect(throws: CatalogError.self) {
      try Catalog.open(at: path).catchUp()
      try disturb(.deleted)
      try catalog.catchUp { _ in
        rounds.withLock { $0 += 1 }
        try? disturb(.deleted)
        _ = try? catalog.add([incoming("More \(rounds.withLock { $0 })", at: 9_000)])
        return rounds.withLock { $0 } < 1000
      }
      throw CatalogError.busy
    }
    #expect(rounds.withLock { $0 } < 100)
  }
}

/// Closing any descriptor of a file gives up all locks that the process has on it; who lost them is not there for others.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "there is no /proc/locks"))
struct `The locks of an open catalog` {
  private let folder = TemporaryPlace()
  private var path: String { folder.path("catalog.db") }

  /// The files that this process has locked, by their inodes.
  private func locked() throws -> Set<String> {
    let lines = try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
    return Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard words.count > 5, words[4] == "\(getpid())" else { return nil }
        return words[5].split(separator: ":").last.map(String.init)
      })
  }

  private func unlocked(_ names: [String]) throws -> [String] {
    let locked = try locked()
    return names.filter { name in
      var status = stat()
      return stat(folder.path(name), &status) != 0 || !locked.contains("\(status.st_ino)")
    }
  }

  private static let all = ["catalog.db", "catalog.db-shm", "lookup.db", "lookup.db-shm"]

  @Test func `are kept whatever is asked`() throws {
    let id: StoryID
    do {
      let writer = try Catalog.openOrCreate(at: path)
      id = try writer.add([incoming("Port", at: 20, lede: "Rain.", cites: ["a.example"])]).ids[0]
      try writer.catchUp()
    }
    let catalog = try Catalog.open(at: path)
    _ = try catalog.rows(Listing(), .first(9))
    #expect(try unlocked(["catalog.db", "catalog.db-shm"]) == [])
    let steps: [(String, () throws -> Void)] = [
      ("search", { _ = try catalog.headlines("rain") }),
      ("count", { _ = try catalog.count(Listing(query: "rain")) }),
      ("count all", { _ = try catalog.count(Listing()) }),
      ("position", { _ = try catalog.position(of: id, in: Listing()) }),
      ("open", { _ = try catalog.detail(id) }),
      ("mark", { _ = try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)) }),
      ("refresh", { _ = try (catalog.hasChanged(), catalog.lag()) }),
      ("catch up", { try catalog.catchUp() }),
      ("flaws", { for part in Catalog.Part.allCases { _ = try catalog.flaws(in: part) } }),
      ("another opening", { _ = try Catalog.open(at: path).headlines("rain") }),
      ("another look", { _ = try Catalog.openToInspect(at: path).flaws(in: .lookup) }),
      (
        "a lookup thrown away",
        {
          try Catalog.forgetLookup(at: path)
          _ = try catalog.headlines("rain")
        }
      ),
    ]
    for (name, step) in steps {
      try step()
      #expect(
        try unlocked(name == "search" || name == "count" ? Self.all : ["catalog.db", "catalog.db-shm"]) == [], "\(name)"
      )
      _ = try catalog.headlines("rain")
      #expect(try unlocked(Self.all) == [], "after \(name) and a search")
    }
  }

  @Test func `outlast a file that turns into another one's`() throws {
    _ = try Catalog.openOrCreate(at: path).add([incoming("Port", at: 20)])
    let catalog = try Catalog.open(at: path)
    _ = try catalog.headlines("port")
    // Its header says no more that it is a catalog; whoever opens it then looks for stories in it.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data(repeating: 0x58, count: 100))
    _ = try? Catalog.open(at: path)
    #expect(try unlocked(["catalog.db", "lookup.db"]).isEmpty)
    withExtendedLifetime((catalog, file)) {}
  }
}

/// Another program that cuts the memory short which all share would have the system end this one (SIGBUS).
@Suite struct `The memory that programs share` {
  @Test(arguments: ["catalog.db-shm", "lookup.db-shm"], [0, 3, 4096])
  func `gets its length back when it was cut short`(name: String, size: off_t) throws {
    let folder = TemporaryPlace()
    let catalog = try Catalog.openOrCreate(at: folder.path("catalog.db"))
    let id = try catalog.add([incoming("Port", at: 20, lede: "Rain.")]).ids[0]
    try catalog.catchUp()
    #expect(try catalog.headlines("rain") == ["Port"])
    #expect(truncate(folder.path(name), size) == 0)
    #expect(try catalog.headlines() == ["Port"])
    #expect(try catalog.headlines("rain") == ["Port"])
    #expect(truncate(folder.path(name), size) == 0)
    #expect(try catalog.apply(.mark([id], .starred(true)), at: Moment(seconds: 1)))
    try catalog.catchUp()
    let other = try Catalog.open(at: folder.path("catalog.db"))
    #expect(try other.rows(Listing(query: "rain"), .first(9)).map(\.isStarred) == [true])
    for part in Catalog.Part.allCases { #expect(try other.flaws(in: part).isEmpty) }
    // Closing looks into it, too.
    #expect(truncate(folder.path(name), size) == 0)
  }
}
