import Foundation
import Testing
import TmuxSupport

@testable import courant

@Suite("Marks and tags from the command line")
struct MarkTests {
  let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try Stories.write(to: folder)
    _ = try BuiltProgram.run(["add", folder.path], home: home)
  }

  @Test func `marks show in the list and its JSON`() throws {
    let id = try #require(try ids("rapeseed").first)
    #expect(try courant("mark", "star", id).code == 0)
    #expect(try courant("list", "is:starred").lines.allSatisfy { $0.contains("  * The ferry") })
    #expect(try courant("mark", "unstar", id).code == 0)
    #expect(try courant("mark", "read", id).code == 0)
    #expect(try courant("list", "is:unread").lines.count == 1)
    #expect(try courant("list", "rapeseed", "--json").output.contains(#""unread": false, "starred": false"#))
    #expect(try courant("mark", "read", id).talk.contains("already"))
    #expect(try courant("mark", "unread", id).code == 0)
    #expect(try courant("list", "is:unread").lines.count == 2)
  }

  @Test func `an id may be cut short, and what no story has is told while the rest is done`() throws {
    let id = try #require(try ids("rapeseed").first)
    let outcome = try courant("mark", "read", "zzzzzzzzzz", String(id.prefix(3)))
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains("“zzzzzzzzzz”") && outcome.talk.contains("\(id) is read"))
    #expect(try courant("list", "is:unread").lines.count == 1)
  }

  @Test(arguments: ["list harbour", "list harbour --json", "search harbour", "sources wire.example.org"])
  func `what a list or a search names can be marked, and taken back at once`(command: String) throws {
    let outcome = try BuiltProgram.shell("\"$courant\" \(command) | \"$courant\" mark read -", home: home)
    #expect(outcome.code == 0)
    #expect(try courant("list", "is:unread").lines.count < 2)
    #expect(try courant("undo").talk.contains("taken back"))
    #expect(try courant("list", "is:unread").lines.count == 2)
    // What came before is the add itself.
    #expect(try courant("undo").talk.contains("2 stories taken out again"))
    #expect(try courant("undo").talk.contains("nothing to take back"))
  }

  @Test func `a tag is added and removed, in the form in which it is found again`() throws {
    let id = try #require(try ids("rapeseed").first)
    #expect(try courant("tag", "add", "Big Boats", id).talk.contains("big-boats"))
    #expect(try courant("list", "rapeseed").lines.first?.hasSuffix("  #big-boats") == true)
    #expect(try courant("list", "rapeseed", "--json").output.contains(#""tags": ["big-boats"]"#))
    #expect(try courant("tag", "remove", "big-boats", id).code == 0)
    #expect(try courant("list", "rapeseed", "--json").output.contains(#""tags": []"#))
  }

  @Test(arguments: [
    ["mark"], ["mark", "read"], ["mark", "loved", "x"], ["tag", "add", "name"], ["tag", "add", "#", "x"],
  ])
  func `a request that cannot be understood ends with 64`(arguments: [String]) throws {
    #expect(try BuiltProgram.run(arguments, home: home).code == 64)
  }

  @Test(arguments: [["mark", "read", "k3f9"], ["tag", "add", "x", "k3f9"], ["undo"]])
  func `without a catalog it is told how to make one`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 66 && outcome.talk.contains("courant add"))
  }

  @Test(arguments: [
    ("k3f9  2026-04-28  • A headline", "k3f9"), (#"{"id": "k3f9", "headline": "x"}"#, "k3f9"), ("k3f9", "k3f9"),
  ])
  func `the id is the first word of a line`(line: String, id: String) {
    #expect(StoryNames.name(in: line) == id)
  }

  @Test(arguments: ["", "  What changed?", "    A sentence."])
  func `a line that is indented or empty names no story`(line: String) {
    #expect(StoryNames.name(in: line) == nil)
  }

  private func courant(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(arguments, home: home)
  }

  private func ids(_ query: String) throws -> [String] {
    try courant("list", query).lines.compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
