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

  @Test func `of which only some were written by Courant is as many, and what follows stays with the last`() throws {
    let markdown = try together("markdown")
    let path = try folder.write("all.md", markdown + "\nAnd more.\n")
    #expect(try courant("list", "--in", path).lines.count == 3)
    #expect(try courant("show", path).output.contains("And more."))
  }

  /// Two shares of one app, a canonical text, and a share without a footer behind a rule.
  private func shares() throws -> String {
    let footer = "\n\nGet your own daily briefing\n\nDownload on the App Store\n\nShared from Scout - Be smart.\n"
    let rice =
      "Rice prices fall\n\n- Rice fell.\n\nIt came early. (a.example) ### Who gains? Nobody. (b.example)"
    let strike =
      "Ports strike ends\n\n- Crews return.\n\nIt lasted nine days. (b.example) ### Who pays? All. (a.example)"
    let mill =
      "A mill opens\n\n- It turns.\n\nIt stood for years. (c.example) ### Why now? The river rose. (c.example)"
    let port = try courant(
      "export", folder.path + "/text", "--in", folder.path + "/one/2026-04-28-port.txt", "--format", "text")
    #expect(port.code == 0)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/text").first)
    let canonical = try String(contentsOfFile: folder.path + "/text/" + name, encoding: .utf8)
    return rice + footer + "\n" + strike + footer + canonical + "\n---\n\n" + mill + "\n"
  }

  @Test func `as apps share them is as many rows, said so, the same again, and taken out by one undo`() throws {
    let path = try folder.write("shares.txt", shares())
    for (words, input) in [([path], ""), (["-"], try shares())] {
      let added = try BuiltProgram.run(["add"] + words, input: input, home: home)
      #expect(added.code == 0 && added.talk.contains("courant: 4 stories in one text\n"), "\(added.talk)")
      #expect(added.talk.contains("4 stories are new"))
      let headlines = ["Rice prices fall", "Ports strike ends", "Port", "A mill opens"]
      let list = try courant("list")
      #expect(list.lines.count == 4 && headlines.allSatisfy { list.output.contains($0) })
      #expect(try BuiltProgram.run(["add"] + words, input: input, home: home).talk.contains("4 were there already"))
      #expect(try courant("list").output == list.output)
      #expect(try courant("undo").code == 0)
      #expect(try courant("list").lines.isEmpty)
    }
    #expect(try courant("list", "--in", path).lines.count == 4)
    #expect(try courant("show", "--json", path).lines.count == 4)
    #expect(try BuiltProgram.run(["list", "--in", "-"], input: shares(), home: home).lines.count == 4)
  }

  @Test func `of one app, beside the same stories alone, brings nothing new`() throws {
    let rice =
      "Rice prices fall\n\n- Rice fell.\n\nIt came early. (a.example) ### Who gains? Nobody. (b.example)\n"
    let strike =
      "Ports strike ends\n\n- Crews return.\n\nIt lasted nine days. (b.example) ### Who pays? All. (a.example)\n"
    let alone = try courant("add", folder.write("rice.txt", rice), folder.write("strike.txt", strike))
    #expect(alone.talk.contains("2 stories are new") && !alone.talk.contains("in one text"))
    #expect(try courant("add", folder.write("both.txt", rice + strike)).talk.contains("2 were there already"))
  }

  @Test func `that changed to a shorter copy is told, and one undo brings the longer one back`() throws {
    let long = (0..<40).map { "Crane \($0) fell on day \($0) of the storm and rose again." }
    func port(_ count: Int) -> String { "A port loses cranes\n\n" + long.prefix(count).joined(separator: " ") + "\n" }
    let path = try folder.write("port.txt", port(40))
    _ = try courant("add", path)
    let before = try courant("list", "--json").output
    try folder.write("port.txt", port(25))
    let again = try courant("add", path)
    #expect(again.code == 0 && again.talk.contains("“A port loses cranes” ("))
    #expect(again.talk.contains(") is shorter by a third than before"), "\(again.talk)")
    #expect(again.talk.contains("courant undo brings back the longer version"))
    #expect(try courant("undo").code == 0)
    #expect(try courant("list", "--json").output == before)
    #expect(try courant("undo").code == 0)
    #expect(try courant("list").lines.isEmpty)
  }

  @Test func `of a daily brief, or a folder of its days, is a story for each day`() throws {
    func day(_ answers: String...) -> String {
      let asked = zip(["What moved overnight?", "What should I watch?", "Who is speaking today?"], answers)
      let greeting = "Good morning from the desk. Here is what to know before the market opens, in three short answers."
      return "The morning brief\n\n\(greeting) (desk.example)\n\n"
        + asked.map { "### \($0) \($1) (port.example)\n\n" }.joined()
    }
    let days = [
      day(
        "Rice fell four per cent after a late harvest report from the north.",
        "Stocks in the southern mills, which are counted at noon.", "The minister of food, at a fair in the port."),
      day(
        "Copper rose on word that two shafts stay shut until the autumn.",
        "The vote on the canal toll, due in the evening.", "Nobody of note; the bank is closed."),
      day(
        "Coffee slipped while the ships waited off the coast for berths.",
        "A court ruling about the silo fire of last spring.", "Three union heads, one after another."),
    ]
    for (number, text) in days.enumerated() { try folder.write("days/2026-05-0\(number + 4).txt", text) }
    #expect(try courant("add", folder.path + "/days").talk.contains("3 stories are new"))
    #expect(try courant("add", folder.path + "/days").talk.contains("3 were there already"))
    #expect(try courant("list").lines.count == 3)
    let path = try folder.write("all.txt", days.joined(separator: "---\n\n"))
    #expect(try courant("add", path).talk.contains("3 were there already"))
  }

  @Test(.enabled(if: TmuxScreen.isUsable, "tmux is not installed"))
  func `that is named alone opens as a list of them`() throws {
    let path = try folder.write("all.jsonl", together("json"))
    let screen = try TmuxScreen(columns: 80, rows: 24, [BuiltProgram.courant, path])
    try screen.wait { $0.text.contains("Port") && $0.text.contains("Ferry") && $0.text.contains("Mill") }
  }
}
