import Foundation
import Testing
import TmuxSupport

@testable import courant

@Suite("Removing, restoring and purging from the command line")
struct RemoveTests {
  let home: TemporaryFolder
  let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
  }

  @Test func `what is removed is nowhere until it is restored, and then has all that was set on it`() throws {
    let id = try id(of: "rapeseed")
    #expect(try courant("mark", "star", id).code == 0)
    #expect(try courant("tag", "add", "boats", id).code == 0)
    let before = try courant("list", "--json").output
    let outcome = try courant("remove", id)
    #expect(outcome.code == 0 && outcome.talk.contains("\(id) is removed") && outcome.output.isEmpty)
    #expect(try courant("list").lines.count == 1)
    #expect(try courant("list", "is:starred").lines.isEmpty)
    #expect(try courant("search", "rapeseed").lines.isEmpty)
    #expect(try !courant("questions").output.contains("rapeseed"))
    #expect(try courant("list", "is:removed").lines.count == 1)
    #expect(try courant("restore", id).talk.contains("\(id) is back"))
    #expect(try courant("list", "--json").output == before)
    #expect(try !courant("search", "rapeseed").lines.isEmpty)
  }

  @Test func `a removed story that is added again stays away, and says how it comes back`() throws {
    let id = try id(of: "rapeseed")
    #expect(try courant("remove", id).code == 0)
    let again = try courant("add", folder.path)
    #expect(again.code == 0 && again.talk.contains("1 was removed and stays away"))
    #expect(try courant("list").lines.count == 1)
  }

  @Test func `all that a list names is removed at once, and one undo brings it back`() throws {
    let outcome = try BuiltProgram.shell(#""$courant" list | "$courant" remove -"#, home: home)
    #expect(outcome.code == 0 && outcome.talk.contains("2 stories are removed"))
    #expect(try courant("list").lines.isEmpty)
    #expect(try courant("undo").talk.contains("taken back"))
    #expect(try courant("list").lines.count == 2)
  }

  @Test func `an id that no story has is told while the rest is removed`() throws {
    let id = try id(of: "rapeseed")
    let outcome = try courant("remove", "zzzzzzzzzz", id)
    #expect(outcome.code == 66 && outcome.talk.contains("“zzzzzzzzzz”"))
    #expect(try courant("list").lines.count == 1)
    #expect(try courant("remove", id).talk.contains("already"))
  }

  @Test func `what is purged is gone for good, with its words, and what was not removed stays`() throws {
    let id = try id(of: "rapeseed")
    #expect(try courant("purge").talk.contains("nothing was removed"))
    #expect(try courant("remove", id).code == 0)
    #expect(try courant("purge", "--older", "1d").talk.contains("nothing was removed that long ago"))
    #expect(try courant("list", "is:removed").lines.count == 1)
    #expect(try courant("purge").talk.contains("1 story is gone for good"))
    #expect(try courant("list", "is:removed").lines.isEmpty)
    #expect(try courant("restore", id).code == 66)
    #expect(try courant("show", id).code == 66)
    #expect(try courant("list").lines.count == 1)
    #expect(try courant("add", folder.path).talk.contains("1 story is new"))
    #expect(try courant("doctor").code == 0)
  }

  @Test(arguments: [["remove"], ["restore"], ["purge", "--older", "soon"], ["purge", "--older", "-3d"]])
  func `a request that cannot be understood ends with 64`(arguments: [String]) throws {
    #expect(try BuiltProgram.run(arguments, home: home).code == 64)
  }

  @Test(arguments: [["remove", "k3f9"], ["restore", "k3f9"], ["purge"]])
  func `without a catalog it is told how to make one`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 66 && outcome.talk.contains("courant add"))
  }

  @Test func `a wrong add is taken back by one undo`() throws {
    let before = try courant("list", "--json").output
    try folder.write("wrong.txt", "# The wrong story\n\nIt was never meant to be here.\n")
    #expect(try courant("add", folder.path + "/wrong.txt").code == 0)
    #expect(try courant("list").lines.count == 3)
    #expect(try courant("undo").talk.contains("“The wrong story” is taken out again"))
    #expect(try courant("list", "--json").output == before)
    #expect(try courant("search", "never meant").lines.isEmpty)
  }

  private func courant(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments, home: home)
  }

  private func id(of words: String) throws -> String {
    let line = try #require(try BuiltProgram.run(["list", words], home: home).lines.first)
    return String(line.prefix { $0 != " " })
  }
}
