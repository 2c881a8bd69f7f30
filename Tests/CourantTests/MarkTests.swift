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
    #expect(try courant("tag", "add", "Big Boats,", id).talk.contains("big-boats"))
    #expect(try courant("list", "rapeseed").lines.first?.hasSuffix("  #big-boats") == true)
    #expect(try courant("list", "rapeseed", "--json").output.contains(#""tags": ["big-boats"]"#))
    #expect(try courant("tag", "remove", "big-boats", id).code == 0)
    #expect(try courant("list", "rapeseed", "--json").output.contains(#""tags": []"#))
  }

  @Test func `several tags are added and removed as one, by the rule of the reader`() throws {
    let id = try #require(try ids("rapeseed").first)
    #expect(try courant("tag", "add", "Boats fuel", id).code == 0)
    #expect(try courant("tag", "add", "energy policy, -fuel", id).code == 0)
    #expect(try courant("list", "rapeseed").lines.first?.hasSuffix("  #boats  #energy-policy") == true)
    #expect(try courant("undo").code == 0)
    #expect(try courant("list", "rapeseed").lines.first?.hasSuffix("  #boats  #fuel") == true)
    #expect(try courant("tag", "remove", "boats -fuel", id).code == 0)
    #expect(try courant("list", "is:tagged").lines.isEmpty)
  }

  @Test
  func `a tag that stands behind its story is explained, and a mistyped command is taken for none of a file's name`()
    throws
  {
    let id = try #require(try ids("rapeseed").first)
    let outcome = try courant("tag", "add", id, "boats")
    #expect(outcome.code == 64 && outcome.talk.contains("the tags come first: courant tag add NAMES \(id)"))
    #expect(try courant("tags").talk.contains("no tags yet"))
    #expect(try courant("lsit").talk.contains("did you mean courant list?"))
    #expect(try courant("nowhere").talk.contains("check the name"))
  }

  @Test func `tags prints each tag with its count`() throws {
    let all = try ids("")
    #expect(try courant("tags").talk.contains("no tags yet"))
    _ = try BuiltProgram.run(["tag", "add", "sea"] + all, home: home)
    _ = try courant("tag", "add", "energy policy,", all[0])
    #expect(try courant("tags").lines == ["sea  2 stories", "energy-policy  1 story"])
    #expect(try courant("tags", "--json").lines.last == #"{"tag": "energy-policy", "stories": 1}"#)
  }

  @Test func `a headline and a date are edited at once, taken back at once, and emptied`() throws {
    let id = try #require(try ids("rapeseed").first)
    let before = try courant("list", "rapeseed").lines
    let outcome = try courant("edit", id, "--date", "2026-04-28", "--headline", "Old ships")
    #expect(outcome.code == 0 && outcome.talk.contains("\(id) is headed “Old ships” and dated 2026-04-28"))
    #expect(try courant("list", "on:2026-04-28").lines.first?.hasPrefix("\(id)  2026-04-28  • Old ships") == true)
    #expect(try courant("show", id, "--json").output.contains(#""written": {"headline": "The ferry"#))
    #expect(try courant("edit", id, "--date", "2026-04-28").talk.contains("already"))
    let undone = try courant("undo").talk
    #expect(undone.contains("taken back, so that \(id) is headed as its text says and dated as its text says"))
    #expect(try courant("list", "rapeseed").lines == before)
    #expect(try courant("edit", id, "--headline", "Old ships").code == 0)
    #expect(try courant("edit", id, "--headline", "").talk.contains("headed as its text says"))
    #expect(try courant("list", "rapeseed").lines == before)
    #expect(try courant("edit", "zzzz", "--headline", "x").code == 66)
  }

  @Test func `an edit goes along with an export in JSON, and other forms give the story itself`() throws {
    let outcome = try BuiltProgram.shell(
      """
      set -e; cd "$folder"
      export XDG_DATA_HOME="$folder/one"; "$courant" add "$seeds"
      id=$("$courant" list clinic | head -1 | cut -d' ' -f1)
      "$courant" edit $id --headline "Hills" --date 2025-01-02
      "$courant" export --format json out; "$courant" export --format text text; "$courant" add text out
      export XDG_DATA_HOME="$folder/two"; "$courant" add out; "$courant" list hills
      """)
    #expect(outcome.lines.last?.contains("2025-01-02  • Hills") == true, "\(outcome.talk)")
    #expect(outcome.talk.contains("38 known") || !outcome.talk.contains("version"), "\(outcome.talk)")
  }

  @Test func `a query that finds nothing, or may not mean what it says, is told so`() throws {
    #expect(try courant("list", "nosuchword").talk == "courant: no story matches “nosuchword”\n")
    #expect(try courant("search", "nosuchword").talk == "courant: no story matches “nosuchword”\n")
    #expect(try courant("list", "iss:unread").talk.contains("there is no field “iss:”"))
    #expect(try courant("list", "after:someday").talk.contains("“someday” is no date"))
    let outcome = try courant("list", "--json", "-rapeseed", "harbour wall")
    #expect(outcome.code == 64 && outcome.talk.contains("courant list --json -- -rapeseed 'harbour wall'"))
    #expect(try courant("list", "--", "-rapeseed").lines.count == 1)
  }

  @Test(arguments: [
    ["edit", "x"], ["edit", "x", "--date", "soon"],
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
