import Foundation
import System
import Testing
import TmuxSupport

@testable import courant

@Suite("Where the catalog is")
struct PlaceTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/data", "HOME": "/home/u"], "/data/courant"),
    (["XDG_DATA_HOME": "", "HOME": "/home/u"], "/home/u/.local/share/courant"),
    (["XDG_DATA_HOME": "data", "HOME": "/home/u"], "/home/u/.local/share/courant"),
    (["HOME": "/home/u"], "/home/u/.local/share/courant"),
  ])
  func `it is where the XDG specification says`(environment: [String: String], folder: String) throws {
    #expect(try CatalogPlace { environment[$0] }.folder == folder)
  }

  @Test(arguments: [[:], ["HOME": ""], ["XDG_DATA_HOME": "data"]])
  func `without a home there is no place`(environment: [String: String]) {
    #expect(throws: CommandError.noHome) { try CatalogPlace { environment[$0] } }
  }

  @Test(arguments: ["HOME=", "HOME=/nonexistent", "XDG_DATA_HOME=/proc/nowhere", "XDG_DATA_HOME=/etc/passwd"])
  func `where no catalog can be made it is said, with the variable that mends it`(setting: String) throws {
    let outcome = try BuiltProgram.shell("\(setting) \"$courant\" add \"$seeds\"")
    #expect([73, 78].contains(outcome.code))
    #expect(outcome.talk.contains("XDG_DATA_HOME") && outcome.talk.split(separator: "\n").count == 1)
  }

  @Test func `a link in the catalog's place is not followed`() throws {
    let target = try home.write("elsewhere", "")
    try PrivateFiles.makeFolder(folder)
    symlink(target, folder + "/catalog.db")
    let outcome = try courant("add", BuiltProgram.seeds)
    #expect(outcome.code == 73 && outcome.talk.contains("is a link"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)).isEmpty)
  }

  @Test func `a pipe or folder in its place is told at once`() throws {
    try PrivateFiles.makeFolder(folder)
    mkfifo(folder + "/catalog.db", 0o600)
    #expect(try courant("list").code == 73)
    unlink(folder + "/catalog.db")
    mkdir(folder + "/catalog.db", 0o700)
    #expect(try courant("add", BuiltProgram.seeds).code == 73)
  }

  @Test(arguments: ["list", "add"])
  func `what is no catalog is left as it is`(command: String) throws {
    for content in [Array("Only text.\n".utf8), try foreignDatabase()] {
      let path = try home.write(".local/share/courant/catalog.db", content)
      let outcome = try BuiltProgram.run(command == "add" ? ["add", BuiltProgram.seeds] : [command], home: home)
      #expect(outcome.code == 65 && outcome.talk.contains("catalog.db"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content))
    }
  }

  /// The smallest database of another program: one page, with one empty table.
  private func foreignDatabase() throws -> [UInt8] {
    let script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('create table a(b)'); d.commit()"
    let path = home.path + "/foreign.db"
    _ = try BuiltProgram.shell("python3 -c \"\(script)\" '\(path)'")
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private var folder: String { home.path + "/.local/share/courant" }

  private func courant(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments, home: home)
  }
}
