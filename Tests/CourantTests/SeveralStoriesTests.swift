import Catalog
import Foundation
import System
import Testing
import TmuxSupport

@testable import courant

/// Several stories in one file, each of which becomes a story of its own, with its own original.
@Suite struct `A file with several stories` {
  private let home: TemporaryFolder
  private let folder: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    folder = try TemporaryFolder()
    try folder.write("one/2026-04-28-port.txt", "Port\n\nIt rains. (a.example) ### Who asks? Nobody. (b.example)")
    try folder.write("one/2026-04-29-ferry.txt", "Ferry\n\nIt sails. (a.example) ### Who rows? We do. (c.example)")
    try folder.write("one/2026-04-30-mill.txt", "Mill\n\nIt turns. (d.example)")
  }

  private func courant(_ words: String..., input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words, input: input, home: home)
  }

  /// The three, one after another, in a form that reads back.
  private func together(_ form: String) throws -> String {
    if form == "json" { return try courant("show", "--json", folder.path + "/one").output }
    let exported = folder.path + "/exported-\(form)"
    #expect(try courant("export", exported, "--in", folder.path + "/one", "--format", form).code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: exported).sorted()
    return try names.map { try String(contentsOfFile: exported + "/" + $0, encoding: .utf8) }.joined()
  }

  @Test(arguments: ["json", "markdown", "text"])
  func `is as many rows, with the ids that they have alone`(form: String) throws {
    let alone = try courant("list", "--in", folder.path + "/one").lines.map { $0.prefix { $0 != " " } }
    let path = try folder.write("all." + (form == "json" ? "jsonl" : form == "text" ? "txt" : "md"), together(form))
    let added = try courant("add", path)
    #expect(added.code == 0 && added.talk.contains("3 stories are new"), "\(added.talk)")
    #expect(Set(try courant("list").lines.map { $0.prefix { $0 != " " } }) == Set(alone))
    #expect(try courant("list", "--in", path).lines.count == 3)
    #expect(try courant("add", path).talk.contains("3 were there already"))
  }

  @Test func `keeps for each story the bytes that it was read from`() throws {
    let text = try together("json")
    let path = try folder.write("all.jsonl", text)
    #expect(try courant("add", path).code == 0)
    let exported = folder.path + "/again"
    #expect(try courant("export", exported, "--format", "markdown").code == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: exported).count == 3)
    let originals = try StoryInput.all(.named(.file(Path(bytes: Array(path.utf8))))).map {
      String(decoding: try $0.get().original, as: UTF8.self)
    }
    #expect(originals == text.split(separator: "\n").map(String.init))
  }

  @Test func `one of which is broken gives the others, and says which one`() throws {
    var lines = try together("json").split(separator: "\n").map(String.init)
    lines[1] = String(lines[1].dropLast(20)) + "}"
    let path = try folder.write("all.jsonl", lines.joined(separator: "\n"))
    let added = try courant("add", path)
    #expect(added.code == 65 && added.talk.contains("story 2 of “\(path)”") && added.talk.contains("2 stories are new"))
    #expect(try courant("list").lines.count == 2)
  }

  @Test func `on standard input is as many stories`() throws {
    #expect(try courant("add", "-", input: together("json")).talk.contains("3 stories are new"))
  }

  @Test func `of which only some were written by Courant is one text`() throws {
    let markdown = try together("markdown")
    let path = try folder.write("all.md", markdown + "\nAnd more.\n")
    #expect(try courant("list", "--in", path).lines.count == 1)
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `that is named alone opens as a list of them`() throws {
    let path = try folder.write("all.jsonl", together("json"))
    let screen = try TmuxScreen(columns: 80, rows: 24, [BuiltProgram.courant, path])
    try screen.wait { $0.text.contains("Port") && $0.text.contains("Ferry") && $0.text.contains("Mill") }
  }
}
