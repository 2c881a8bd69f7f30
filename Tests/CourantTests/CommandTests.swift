import Foundation
import Testing
import TmuxSupport

@Suite("Commands")
struct CommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Stories.write(to: folder)
  }

  @Test func `an index on a pipe is one story a line, newest first`() throws {
    let outcome = try BuiltProgram.run([folder.path])
    #expect(outcome.code == 0)
    let shape = /[a-z0-9]{4,}  2026-04-2\d  • .+  \d questions?  \d sources?/
    #expect(outcome.lines.allSatisfy { $0.wholeMatch(of: shape) != nil })
    #expect(outcome.lines.map { $0.contains("port") } == [true, false])
    #expect(outcome.lines.first?.hasSuffix("• A port loses three cranes  3 questions  2 sources") == true)
    #expect(outcome.lines.last?.hasSuffix("1 question  2 sources") == true)
  }

  @Test func `list and the bare command print the same index`() throws {
    let listed = try BuiltProgram.run(["list", "--in", folder.path])
    #expect(try BuiltProgram.run([folder.path]).output == listed.output)
    #expect(try BuiltProgram.run(["--in", folder.path]).output == listed.output)
  }

  @Test func `a listing is limited by a query`() throws {
    #expect(try BuiltProgram.run(["list", "rapeseed", "--in", folder.path]).lines.count == 1)
  }

  @Test func `listed as JSON, every line is an object with every key`() throws {
    let objects = try json(["list", "--in", folder.path, "--json"])
    #expect(objects.count == 2)
    let keys: Set = [
      "id", "headline", "date", "questions", "sources", "unread", "starred", "tags", "versions", "publisher",
      "progress",
    ]
    #expect(objects.allSatisfy { Set($0.keys) == keys })
    #expect(objects.first?["date"] as? String == "2026-04-28T00:00:00Z")
  }

  @Test func `a story is shown by its name in the index`() throws {
    let id = try #require(try json(["list", "--in", folder.path, "--json"]).last?["id"] as? String)
    let shown = try json(["show", id, "--in", folder.path, "--json"])
    #expect(shown.first?["headline"] as? String == "The ferry that runs on rapeseed")
  }

  @Test func `a name that no story has is told`() throws {
    let outcome = try BuiltProgram.run(["show", "zzzz", "--in", folder.path])
    #expect(outcome.code == 66)
    #expect(outcome.talk.contains("zzzz"))
  }

  @Test func `shown as JSON, a story has the shape that was promised`() throws {
    let story = try #require(try json(["show", "--json", folder.path + "/2026-04-28-port.txt"]).first)
    #expect(
      Set(story.keys) == [
        "id", "headline", "summary", "lede", "sections", "sources", "publisher", "url", "published", "setAside",
        "version", "versions",
      ])
    #expect(story["summary"] as? [String] == ["Three cranes leave.", "One day is gained."])
    #expect(story["sources"] as? [String] == ["wire.example.org", "harbour.example.com"])
    #expect(story["published"] as? String == "2026-04-28T00:00:00Z")
    #expect(story["url"] is NSNull && story["publisher"] is NSNull)
    let sections = try #require(story["sections"] as? [[String: Any]])
    #expect(sections.map { $0["heading"] as? String } == ["Why sell them now?", "Who bought them?", "What is gained?"])
    let paragraph = try #require((sections.first?["paragraphs"] as? [[String: Any]])?.first)
    #expect(
      paragraph["text"] as? String == "They had stood idle since the spring, and idle cranes are paid for by the day.")
    #expect(paragraph["citations"] as? [String] == ["harbour.example.com"])
  }

  @Test func `a folder is shown as one object a line`() throws {
    #expect(try json(["show", "--json", folder.path]).count == 2)
  }

  @Test func `standard input is a story too`() throws {
    let story = "A port grows\n\nIt grew. (wire.example.org)"
    let shown = try BuiltProgram.run(["show", "-", "--json"], input: story)
    #expect(shown.output.contains("\"headline\": \"A port grows\""))
    #expect(try BuiltProgram.run(["-"], input: story).lines.count == 1)
    #expect(try BuiltProgram.run(["list", "--in", "-", "--in", folder.path], input: story).lines.count == 3)
  }

  @Test func `an option-like name is a file after --`() throws {
    let outcome = try BuiltProgram.shell("cd \"$folder\" && echo 'A port grows' >--json && \"$courant\" show -- --json")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("A port grows"))
  }

  @Test func `a file named like a command is read after --`() throws {
    let outcome = try BuiltProgram.shell("cd \"$folder\" && echo 'A port grows' >list && \"$courant\" -- list")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("A port grows"))
  }

  @Test func `shown as text, a story has its headline, questions and sources`() throws {
    let outcome = try BuiltProgram.run(["show", "--width", "40", folder.path + "/2026-04-28-port.txt"])
    for piece in ["A port loses three cranes", "Why sell them now?", "They had stood idle", "harbour.example.com"] {
      #expect(outcome.output.contains(piece))
    }
    #expect(outcome.lines.allSatisfy { $0.count <= 40 })
  }

  @Test func `shown as Markdown, headings, bullets and citations are marked up`() throws {
    let path = try folder.write(
      "linked.txt",
      "A port grows\n\n- It \\*grew\\*. - It paid.\n\nSo it is. ([wire.example.org](https://wire.example.org/a)) ### Why? It had to."
    )
    let lines = try BuiltProgram.run(["show", "--markdown", path]).lines
    #expect(lines.first == "# A port grows")
    #expect(lines.contains("- It \\*grew\\*."))
    #expect(lines.contains("## Why?"))
    #expect(lines.contains { $0.contains("[wire.example.org](https://wire.example.org/a)") })
  }

  @Test func `search names the story and the question above each place`() throws {
    let outcome = try BuiltProgram.run(["search", "scrap", "dealer", "--in", folder.path])
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.first?.hasSuffix("2026-04-28  A port loses three cranes") == true)
    #expect(outcome.lines.dropFirst().first == "  Who bought them?")
    #expect(outcome.lines.last?.contains("[scrap]") == true)
  }

  @Test func `ranked, a search finds the same stories`() throws {
    let newest = try BuiltProgram.run(["search", "the", "--in", BuiltProgram.seeds])
    let best = try BuiltProgram.run(["search", "the", "--best", "--in", BuiltProgram.seeds])
    func stories(_ lines: [String]) -> Set<String> { Set(lines.filter { !$0.hasPrefix(" ") }) }
    #expect(stories(best.lines) == stories(newest.lines))
    #expect(best.lines.first != newest.lines.first)
  }

  @Test func `search as JSON names the heading and the words`() throws {
    let hit = try #require(try json(["search", "scrap", "--json", "--in", folder.path]).first)
    #expect(hit["heading"] as? String == "Who bought them?")
    #expect(hit["section"] as? Int == 1)
    #expect(hit["matches"] as? [String] == ["scrap"])
  }

  @Test func `sources come with how much rests on them`() throws {
    let outcome = try BuiltProgram.run(["sources", "--in", folder.path])
    #expect(
      Set(outcome.lines) == ["wire.example.org  3 claims  2 stories", "harbour.example.com  3 claims  2 stories"])
    #expect(
      try json(["sources", "--json", "--in", folder.path]).first?["firstSeen"] as? String == "2026-04-26T00:00:00Z")
  }

  @Test func `a source's claims stand under their stories and questions`() throws {
    let lines = try BuiltProgram.run(["sources", "harbour.example.com", "--in", folder.path]).lines
    #expect(lines.contains("  Why sell them now?"))
    #expect(lines.contains("    They had stood idle since the spring, and idle cranes are paid for by the day."))
    let claims = try json(["sources", "harbour.example.com", "--in", folder.path, "--json"])
    #expect(claims.compactMap { $0["sentence"] as? String }.contains("It sails at noon, as it did before."))
    #expect(claims.allSatisfy { $0.keys.contains("heading") })
  }

  @Test func `a question is listed once, with every story that asks it`() throws {
    let questions = try json(["questions", "--json", "--in", folder.path])
    let shared = questions.first { $0["heading"] as? String == "Why sell them now?" }
    #expect((shared?["stories"] as? [Any])?.count == 2)
    let lines = try BuiltProgram.run(["questions", "bought", "--in", folder.path]).lines
    #expect(lines.first == "Who bought them?")
    #expect(lines.count == 2)
  }

  @Test func `the seeds are all read`() throws {
    let outcome = try BuiltProgram.run([BuiltProgram.seeds])
    #expect(outcome.code == 0 && outcome.talk.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: BuiltProgram.seeds).filter { $0 != "README.md" }
    #expect(outcome.lines.count == files.count)
  }

  @Test func `the table of keys is printed as Markdown`() throws {
    #expect(try BuiltProgram.run(["keys", "--markdown"]).output.hasPrefix("# Keys\n"))
  }

  /// The objects that a command prints, one a line.
  private func json(_ arguments: [String]) throws -> [[String: Any]] {
    try BuiltProgram.run(arguments).lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}
