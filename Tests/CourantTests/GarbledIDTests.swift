import Foundation
import GRDB
import Testing
import TmuxSupport

/// A catalog in which an id is not even text. Each command has twenty seconds.
@Suite struct `A catalog with garbled ids` {
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    #expect(try BuiltProgram.run(["add", BuiltProgram.seeds], home: home).code == 0)
  }

  @Test(arguments: [
    ["questions"], ["questions", "--json"], ["list"], ["list", "the"], ["list", "--json", "is:unread"],
    ["search", "the"], ["sources"],
  ])
  func `prints what it has, once`(words: [String]) throws {
    let before = try BuiltProgram.run(words, home: home)
    #expect(before.code == 0 && !before.lines.isEmpty)
    let queue = try DatabaseQueue(path: home.path + "/.local/share/courant/catalog.db")
    try queue.inDatabase {
      try $0.execute(sql: "UPDATE story SET id = CAST(x'fffe' || CAST(number AS BLOB) AS TEXT)")
    }
    try queue.close()
    let after = try BuiltProgram.run(words, home: home)
    #expect(after.code == 0)
    #expect(after.lines.count == before.lines.count)
  }
}
