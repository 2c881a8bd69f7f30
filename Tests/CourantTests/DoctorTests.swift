import Foundation
import Testing
import TmuxSupport

@Suite("The doctor")
struct DoctorTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  @Test func `without a catalog nothing is wrong, and it says how to make one`() throws {
    let outcome = try doctor()
    #expect(outcome.code == 0)
    #expect(outcome.lines.contains { $0.hasPrefix("note   there is no catalog yet") && $0.contains("courant add") })
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("ok  ") || $0.hasPrefix("note ") })
  }

  @Test func `a sound catalog is told with what it holds`() throws {
    try add()
    let outcome = try doctor()
    #expect(outcome.code == 0 && outcome.talk.isEmpty)
    for words in ["19 stories (19 unread)", "all of it can be searched", "catalog.db is sound", "lookup.db is sound"] {
      #expect(outcome.output.contains(words))
    }
  }

  @Test func `a folder that others can read is wrong, with the command that mends it`() throws {
    try add()
    chmod(folder, 0o755)
    let outcome = try doctor()
    #expect(outcome.code == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("wrong  ") && $0.contains("755") && $0.contains("chmod 700") })
  }

  @Test func `what lies beside the catalog is named`() throws {
    try add()
    try home.write(".local/share/courant/catalog.db.corrupt-1", "x")
    #expect(try doctor().lines.contains { $0.hasPrefix("note   ") && $0.contains("catalog.db.corrupt-1") })
  }

  @Test func `a lookup that is damaged is told and left, and made anew when that is asked for`() throws {
    try add()
    let path = folder + "/lookup.db"
    _ = try BuiltProgram.shell(
      "rm -f '\(path)'-*; printf 'xxxxxxxxxxxxxxxx' | dd of='\(path)' bs=1 seek=16384 conv=notrunc")
    let before = try databases()
    let outcome = try doctor()
    #expect(outcome.code == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("wrong  lookup.db is damaged") && $0.contains("--repair") })
    #expect(try databases() == before)
    let repaired = try BuiltProgram.run(["doctor", "--repair"], home: home)
    #expect(repaired.code == 0 && repaired.lines.contains { $0.hasPrefix("note   lookup.db was damaged") })
    #expect(repaired.lines.contains("ok     every page of lookup.db is sound"))
    #expect(try !BuiltProgram.run(["search", "the"], home: home).output.isEmpty)
  }

  /// Text, and the root of an index that only counting goes through.
  @Test(arguments: [4, 10, 11])
  func `a damaged catalog is told and left, and set aside when that is asked for, what can be read of it saved`(
    page: Int
  ) throws {
    try add()
    let rows = try BuiltProgram.run(["list"], home: home).lines.count
    let path = folder + "/catalog.db"
    _ = try BuiltProgram.shell(
      "rm -f '\(path)'-*; head -c 8192 /dev/zero | dd of='\(path)' bs=8192 seek=\(page) conv=notrunc 2>/dev/null")
    let before = try databases()
    let outcome = try doctor()
    #expect(outcome.code == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("wrong  catalog.db is damaged") && $0.contains("--repair") })
    #expect(try databases() == before)
    let repaired = try BuiltProgram.run(["doctor", "--repair"], home: home)
    #expect(repaired.code == 0)
    #expect(repaired.lines.contains { $0.contains("the catalog was damaged") && $0.contains("catalog.db.damaged-") })
    #expect(repaired.lines.contains("ok     every page of catalog.db is sound"))
    #expect(try BuiltProgram.run(["list"], home: home).lines.count == rows)
  }

  @Test func `looks at a catalog without a lookup, and makes none`() throws {
    try add()
    _ = try BuiltProgram.shell("rm -f '\(folder)'/lookup.db*")
    let outcome = try doctor()
    #expect(outcome.code == 0 && outcome.output.contains("nothing can be found by its words yet"))
    #expect(try databases().keys.sorted() == ["catalog.db"])
  }

  @Test func `a catalog that a kill left empty is nothing wrong`() throws {
    try add()
    _ = try BuiltProgram.shell("rm -f '\(folder)'/*; : > '\(folder)/catalog.db'; chmod 600 '\(folder)/catalog.db'")
    let outcome = try doctor()
    #expect(outcome.code == 0)
    #expect(outcome.lines.contains { $0.hasPrefix("note   the catalog is empty") && $0.contains("courant add") })
  }

  @Test func `a catalog that a kill left set aside is in its place again with the next command`() throws {
    try add()
    let before = try BuiltProgram.run(["list"], home: home).lines
    _ = try BuiltProgram.shell("rm -f '\(folder)'/*-*; mv '\(folder)/catalog.db' '\(folder)/catalog.db.rescued'")
    let outcome = try BuiltProgram.run(["list"], home: home)
    #expect(outcome.code == 0 && outcome.lines == before)
  }

  @Test func `a catalog without its header is put together again by the first command, which says so`() throws {
    try add()
    let before = try BuiltProgram.run(["list"], home: home).lines
    let path = folder + "/catalog.db"
    _ = try BuiltProgram.shell("head -c 100 /dev/zero | dd of='\(path)' conv=notrunc 2>/dev/null")
    let outcome = try BuiltProgram.run(["list"], home: home)
    #expect(outcome.code == 0 && outcome.lines == before)
    #expect(outcome.talk.contains("damaged") && outcome.talk.contains("\(before.count) stories saved"))
    #expect(outcome.talk.contains("catalog.db.damaged-"))
  }

  @Test(arguments: [("C", "not UTF-8"), ("C.UTF-8", "the locale is UTF-8")])
  func `the locale is told`(locale: String, words: String) throws {
    #expect(try BuiltProgram.shell("LC_ALL=\(locale) \"$courant\" doctor").output.contains(words))
  }

  /// The databases by their names, with what stands in them.
  private func databases() throws -> [String: Data] {
    var databases: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.contains(".db") {
      // What SQLite keeps beside a database while it is read.
      if name.hasSuffix("-wal") || name.hasSuffix("-shm") { continue }
      databases[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return databases
  }

  private var folder: String { home.path + "/.local/share/courant" }

  private func add() throws {
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: home).code == 0)
  }

  private func doctor() throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["doctor"], home: home)
  }
}
